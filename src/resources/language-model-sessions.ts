import type { InferenceSession, Tensor } from 'onnxruntime-common'
import { SynopticError } from '../model/diagnostic.js'
import type { LanguageModelBackend } from './language-model.js'

type Runtime = typeof import('onnxruntime-common')

export type TensorInput =
  | readonly ['float32', Float32Array, readonly number[]]
  | readonly ['int32', Int32Array, readonly number[]]

/** The model's two graphs on one runtime. Outputs are flat arrays by name. */
export interface ModelSessions {
  readonly backend: LanguageModelBackend
  readonly runtime: string
  encode(inputs: Readonly<Record<string, TensorInput>>): Promise<Record<string, Float32Array>>
  label(inputs: Readonly<Record<string, TensorInput>>): Promise<Record<string, Float32Array>>
}

/** Opens both graphs with one thread each; `auto` falls back to WebAssembly where the native runtime is not installed. */
export async function openSessions(
  encoder: Uint8Array,
  labels: Uint8Array,
  wanted: LanguageModelBackend | 'auto',
): Promise<ModelSessions> {
  const { runtime, backend } = await loadRuntime(wanted)
  const options: InferenceSession.SessionOptions = {
    executionProviders: [backend === 'native' ? 'cpu' : 'wasm'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    logSeverityLevel: 3,
  }
  const encoderSession = await runtime.InferenceSession.create(encoder, options)
  const labelSession = await runtime.InferenceSession.create(labels, options)
  const run = async (session: InferenceSession, inputs: Readonly<Record<string, TensorInput>>) => {
    const feeds: Record<string, Tensor> = {}
    for (const [name, [type, data, dims]] of Object.entries(inputs))
      feeds[name] = new runtime.Tensor(type, data, dims)
    const results = await session.run(feeds)
    return Object.fromEntries(
      Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]),
    )
  }
  return {
    backend,
    runtime: runtime.env.versions.common,
    encode: inputs => run(encoderSession, inputs),
    label: inputs => run(labelSession, inputs),
  }
}

async function loadRuntime(
  wanted: LanguageModelBackend | 'auto',
): Promise<{ runtime: Runtime; backend: LanguageModelBackend }> {
  if (wanted !== 'wasm') {
    try {
      return { runtime: (await import('onnxruntime-node')) as unknown as Runtime, backend: 'native' }
    } catch (cause) {
      if (wanted === 'native')
        throw new SynopticError(
          'SYN_MODEL_BACKEND',
          'onnxruntime-node, the native backend, cannot be loaded. Use wasm.',
          {
            cause,
          },
        )
    }
  }
  const runtime = (await import('onnxruntime-web/wasm')) as unknown as Runtime
  // One thread: the order of additions, and with it the last bit, must not depend on the machine.
  runtime.env.wasm.numThreads = 1
  return { runtime, backend: 'wasm' }
}
