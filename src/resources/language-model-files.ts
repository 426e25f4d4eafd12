import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SynopticError } from '../model/diagnostic.js'
import { packageRoot } from './root.js'

/** Inventories of `language-en.json`, written by `train/language/export.py`. */
export interface ModelInventory {
  readonly wordLength: number
  readonly characterPadding: number
  readonly dimensions: number
  readonly characters: readonly string[]
  readonly learned: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly labels: readonly string[]
  readonly entities: readonly string[]
  readonly transitions: readonly (readonly number[])[]
  readonly start: readonly number[]
  readonly stop: readonly number[]
}

/** Word vectors as int8 rows with one scale each; row i belongs to the i-th word. */
export interface WordVectors {
  readonly index: ReadonlyMap<string, number>
  readonly rows: Int8Array
  readonly scales: Float32Array
  readonly dimensions: number
}

export interface ModelFiles {
  readonly name: string
  readonly hash: string
  readonly inventory: ModelInventory
  readonly vectors: WordVectors
  readonly encoder: Uint8Array
  readonly labels: Uint8Array
}

const name = 'language-en'
const parts = ['encoder.onnx', 'labels.onnx', 'vectors.bin', 'words.txt', 'json'].map(
  part => `${name}.${part}`,
)

/** Reads the model's files; throws `SYN_MODEL_MISSING` or, where a file is not the one of the manifest, `SYN_MODEL_CHANGED`. */
export async function readModelFiles(folder = join(packageRoot, 'models')): Promise<ModelFiles> {
  const manifest = JSON.parse((await read(folder, 'manifest.json')).toString('utf8')) as {
    files: Record<string, { sha256: string }>
  }
  const hash = createHash('sha256')
  const [encoder, labels, packed, words, inventory] = await Promise.all(
    parts.map(async part => {
      const content = await read(folder, part)
      const found = createHash('sha256').update(content).digest('hex')
      const expected = manifest.files[part]?.sha256
      if (found !== expected)
        throw new SynopticError(
          'SYN_MODEL_CHANGED',
          `${join(folder, part)} has SHA-256 ${found}, the manifest says ${expected ?? 'nothing'}. Restore the file or rebuild the model (train/language).`,
        )
      return content
    }),
  )
  for (const part of parts) hash.update(manifest.files[part]!.sha256)
  const parsed = JSON.parse(inventory!.toString('utf8')) as ModelInventory
  return {
    name,
    hash: hash.digest('hex').slice(0, 16),
    inventory: parsed,
    vectors: unpackVectors(packed!, words!.toString('utf8'), parsed.dimensions),
    encoder: encoder!,
    labels: labels!,
  }
}

async function read(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file))
  } catch (cause) {
    throw new SynopticError(
      'SYN_MODEL_MISSING',
      `Cannot read ${join(folder, file)}, which belongs to the language model.`,
      {
        cause,
      },
    )
  }
}

function unpackVectors(packed: Buffer, text: string, dimensions: number): WordVectors {
  const words = text.split('\n').slice(0, -1)
  const index = new Map(words.map((word, row) => [word, row]))
  // Copied, so that the floats start at a multiple of four.
  const bytes = new Uint8Array(packed).buffer
  const size = words.length * dimensions
  return {
    index,
    dimensions,
    rows: new Int8Array(bytes, 0, size),
    scales: new Float32Array(bytes.slice(size)),
  }
}
