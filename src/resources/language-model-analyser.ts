import type { AnalysedToken, SentenceAnalyser } from './language-model.js'
import { type Chunk, chunkSentences, groupChunks } from './language-model-batches.js'
import { bestEntities, type RandomField, randomField } from './language-model-entities.js'
import { createWordReader, rootForm, type WordFeatures } from './language-model-features.js'
import type { ModelFiles } from './language-model-files.js'
import type { ModelSessions, TensorInput } from './language-model-sessions.js'
import { bestTree } from './language-model-tree.js'

/** Words whose features are kept from one article to the next: most words of an article were in one before. */
const mostSeen = 20_000

/** Puts features, graphs and decoders together. */
export function createAnalyser(files: ModelFiles, sessions: ModelSessions): SentenceAnalyser {
  const readWord = createWordReader(files.inventory, files.vectors)
  const field = randomField(files.inventory)
  const seen = new Map<string, WordFeatures>()
  return {
    name: files.name,
    version: `${files.hash}-${sessions.backend}-${sessions.runtime}`,
    backend: sessions.backend,
    async analyse(sentences) {
      if (seen.size > mostSeen) seen.clear()
      const read = (form: string) => {
        let features = seen.get(form)
        if (!features) seen.set(form, (features = readWord(form)))
        return features
      }
      const result: AnalysedToken[][] = sentences.map(() => [])
      for (const group of groupChunks(chunkSentences(sentences))) {
        const analysed = await analyseGroup(files, field, sessions, group, read)
        group.forEach((chunk, i) => {
          for (const [word, token] of analysed[i]!.entries())
            result[chunk.sentence]![chunk.offset + word] = token
        })
      }
      return result.map(joinChunks)
    },
  }
}

/** Chunks of one overlong sentence hang on the root of the first. */
function joinChunks(tokens: AnalysedToken[]): AnalysedToken[] {
  const root = tokens.findIndex(token => token.head === -1)
  return tokens.map((token, i) =>
    token.head === -1 && i !== root ? { ...token, head: root, deprel: 'parataxis' } : token,
  )
}

async function analyseGroup(
  { inventory, vectors }: ModelFiles,
  field: RandomField,
  sessions: ModelSessions,
  group: readonly Chunk[],
  read: (form: string) => WordFeatures,
): Promise<AnalysedToken[][]> {
  const steps = Math.max(...group.map(chunk => chunk.forms.length)) + 1
  const output = await sessions.encode(encoderInputs(group, steps, read, inventory, vectors))
  const heads = group.map((chunk, b) =>
    bestTree(output['arcs']!, b * steps * steps, steps, chunk.forms.length + 1),
  )
  const relations = await chooseRelations(sessions, output, heads, steps, inventory.labels)
  const choose = (name: 'upos' | 'xpos', position: number) => {
    const labels = inventory[name]
    return labels[argmax(output[name]!, position * labels.length, labels.length)]!
  }
  let pair = 0
  return group.map(({ forms, offset }, b) => {
    const tags = inventory.entities.length
    const entities = bestEntities(output['entities']!, (b * steps + 1) * tags, forms.length, field)
    return forms.map((_, i) => {
      const position = b * steps + i + 1
      const head = heads[b]![i + 1]!
      return {
        upos: choose('upos', position),
        xpos: choose('xpos', position),
        head: head === 0 ? -1 : head - 1 + offset,
        deprel: relations[pair++]!,
        entity: entities[i]!,
      }
    })
  })
}

function encoderInputs(
  group: readonly Chunk[],
  steps: number,
  read: (form: string) => WordFeatures,
  inventory: ModelFiles['inventory'],
  vectors: ModelFiles['vectors'],
): Record<string, TensorInput> {
  const size = group.length
  const rows = new Map<string, number>([[rootForm, 0]])
  const index = new Int32Array(steps * size)
  group.forEach(({ forms }, b) => {
    forms.forEach((form, i) => {
      let row = rows.get(form)
      if (row === undefined) rows.set(form, (row = rows.size))
      index[(i + 1) * size + b] = row
    })
  })
  const { dimensions } = vectors
  const width = inventory.wordLength + 2 + 2 * inventory.characterPadding
  const floats = new Float32Array(rows.size * dimensions)
  const learned = new Int32Array(rows.size)
  const shapes = new Int32Array(rows.size)
  const characters = new Int32Array(rows.size * width)
  for (const [form, row] of rows) {
    const features = read(form)
    learned[row] = features.learned
    shapes[row] = features.shape
    characters.set(features.characters, row * width + inventory.characterPadding)
    if (features.vector < 0) continue
    const scale = vectors.scales[features.vector]!
    for (let d = 0; d < dimensions; d++)
      floats[row * dimensions + d] = vectors.rows[features.vector * dimensions + d]! * scale
  }
  return {
    vectors: ['float32', floats, [rows.size, dimensions]],
    learned: ['int32', learned, [rows.size]],
    shapes: ['int32', shapes, [rows.size]],
    characters: ['int32', characters, [rows.size, width]],
    index: ['int32', index, [steps, size]],
    lengths: ['int32', Int32Array.from(group, chunk => chunk.forms.length + 1), [size]],
  }
}

/** Relation of every word to its chosen head, in the order of sentences and words. A child of the root is `root` and no other is. */
async function chooseRelations(
  sessions: ModelSessions,
  output: Record<string, Float32Array>,
  heads: readonly (readonly number[])[],
  steps: number,
  labels: readonly string[],
): Promise<string[]> {
  const { dependents, heads: vectors } = output
  const size = dependents!.length / (steps * heads.length)
  const chosen = heads.flatMap((sentence, b) =>
    sentence.slice(1).map((head, i) => ({ b, dependent: i + 1, head })),
  )
  const left = new Float32Array(chosen.length * size)
  const right = new Float32Array(chosen.length * size)
  chosen.forEach(({ b, dependent, head }, pair) => {
    const from = (position: number) => (b * steps + position) * size
    left.set(dependents!.subarray(from(dependent), from(dependent) + size), pair * size)
    right.set(vectors!.subarray(from(head), from(head) + size), pair * size)
  })
  const dims = [chosen.length, size]
  const scored = await sessions.label({
    dependents: ['float32', left, dims],
    heads: ['float32', right, dims],
  })
  const scores = scored['labels']!
  const root = labels.indexOf('root')
  return chosen.map(({ head }, pair) => {
    if (head === 0) return 'root'
    scores[pair * labels.length + root] = Number.NEGATIVE_INFINITY
    return labels[argmax(scores, pair * labels.length, labels.length)]!
  })
}

function argmax(values: Float32Array, first: number, count: number): number {
  let at = 0
  for (let i = 1; i < count; i++) if (values[first + i]! > values[first + at]!) at = i
  return at
}
