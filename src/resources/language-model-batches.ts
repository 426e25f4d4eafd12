/** Bounds of one batch and of one parse: arc scores grow with the square of a sentence's length. */
const limits = { words: 200, positions: 4096, sentences: 64 }

/** Rows that one more step of a batch costs whatever its size; measured on both backends. */
const stepCost = 4

/** A piece of a sentence: the whole of it unless it is longer than the parser's limit. */
export interface Chunk {
  readonly sentence: number
  readonly offset: number
  readonly forms: readonly string[]
}

/** Sentences cut into pieces of at most 200 words, at a mark of punctuation where there is one in the second half. */
export function chunkSentences(sentences: readonly (readonly string[])[]): Chunk[] {
  const chunks: Chunk[] = []
  sentences.forEach((forms, sentence) => {
    let offset = 0
    while (offset < forms.length) {
      const end = chunkEnd(forms, offset)
      chunks.push({ sentence, offset, forms: forms.slice(offset, end) })
      offset = end
    }
  })
  return chunks
}

function chunkEnd(forms: readonly string[], offset: number): number {
  const end = offset + limits.words
  if (end >= forms.length) return forms.length
  for (let i = end; i > offset + limits.words / 2; i--) if (/^[.;:!?,]$/.test(forms[i - 1]!)) return i
  return end
}

/**
 * Groups chunks of like length, longest first, so that little is padded and no batch is needlessly small: the cheapest cut of the
 * sorted list, a batch of n sentences and t steps costing t * (n + stepCost).
 */
export function groupChunks(chunks: readonly Chunk[]): Chunk[][] {
  const sorted = chunks
    .map((chunk, order) => ({ chunk, order }))
    .sort((a, b) => b.chunk.forms.length - a.chunk.forms.length || a.order - b.order)
    .map(entry => entry.chunk)
  const best = [0]
  const from = [0]
  for (let end = 1; end <= sorted.length; end++) {
    best[end] = Number.POSITIVE_INFINITY
    for (let start = end - 1; start >= Math.max(0, end - limits.sentences); start--) {
      const steps = sorted[start]!.forms.length + 1
      const size = end - start
      if (size > 1 && steps * size > limits.positions) break
      const cost = best[start]! + steps * (size + stepCost)
      if (cost < best[end]!) {
        best[end] = cost
        from[end] = start
      }
    }
  }
  const groups: Chunk[][] = []
  for (let end = sorted.length; end > 0; end = from[end]!) groups.push(sorted.slice(from[end]!, end))
  return groups.reverse()
}
