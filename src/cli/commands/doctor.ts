import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadResources } from '../../resources/index.js'
import { packageRoot } from '../../resources/root.js'
import type { ExitCode, Invocation, PlainCommand } from '../command.js'
import { version } from '../version.js'

interface Check {
  readonly name: string
  run(): Promise<string>
}

const sample = 'The foreign minister of Norway met his Chilean counterpart in Oslo on Monday.'

/** Each check returns what it found or throws what is wrong. */
const checks: readonly Check[] = [
  {
    name: 'Node',
    run: async () => {
      const [major, minor] = process.versions.node.split('.').map(Number) as [number, number]
      if (major < 20 || (major === 20 && minor < 19))
        throw new Error(`version ${process.versions.node}; 20.19 or later is needed`)
      return process.versions.node
    },
  },
  {
    name: 'package',
    run: async () =>
      `synoptic ${version}, ${(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { license: string }).license}`,
  },
  ...(['native', 'wasm'] as const).map(backend => ({
    name: `model (${backend})`,
    run: async () => {
      const { language } = await loadResources({ backend })
      const start = performance.now()
      const [tokens] = await language.analyser.analyse([sample.replace('.', ' .').split(' ')])
      return `${language.analyser.version}, ${tokens?.length} words in ${(performance.now() - start).toFixed(0)} ms`
    },
  })),
  { name: 'database', run: async () => `PGlite ${packageVersion('@electric-sql/pglite')}` },
]

function packageVersion(name: string): string {
  const path = join(packageRoot, 'node_modules', ...name.split('/'), 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

async function run({ context }: Invocation): Promise<ExitCode> {
  let bad = 0
  for (const { name, run: check } of checks) {
    try {
      await context.out.write(`ok       ${name.padEnd(16)} ${await check()}\n`)
    } catch (error) {
      // The native backend is a faster path, not a need.
      const optional = name === 'model (native)'
      if (!optional) bad++
      await context.out.write(
        `${optional ? 'absent' : 'BROKEN'}   ${name.padEnd(16)} ${(error as Error).message}\n`,
      )
    }
  }
  return bad > 0 ? 1 : 0
}

export const doctor: PlainCommand = {
  workspace: 'none',
  options: [],
  examples: ['synoptic doctor'],
  run,
}
