import { wordsOf } from './words.js'

export const shingleLength = 5
const full = 2 ** 32

/** 32-bit FNV-1a over UTF-16 units, finished with the mixer of MurmurHash3 so that low values are a fair sample. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

export interface Sketch {
  readonly shingles: readonly number[]
  readonly shingleScale: number
}

/**
 * Sample of a text's word 5-grams: the hashes below 2^32 / scale (FracMinHash, Irber et al. 2022), because unlike MinHash it keeps
 * containment measurable when one text is much shorter. Texts up to `whole` 5-grams keep all of them.
 */
export function sketchOf(text: string, whole = 400): Sketch {
  const words = wordsOf(text)
  const hashes = new Set<number>()
  for (let i = 0; i + shingleLength <= words.length; i++)
    hashes.add(hash32(words.slice(i, i + shingleLength).join(' ')))
  let scale = 1
  while (hashes.size / scale > whole) scale *= 2
  const shingles = [...hashes].filter(h => h < full / scale).sort((a, b) => a - b)
  return { shingles, shingleScale: scale }
}

/** Share of `a`'s 5-grams that `b` contains, estimated at the coarser of the two scales; 0 when too few are left to tell. */
export function containment(a: Sketch, b: Sketch, fewest = 12): number {
  const limit = full / Math.max(a.shingleScale, b.shingleScale)
  const inB = new Set(b.shingles)
  let total = 0
  let shared = 0
  for (const h of a.shingles) {
    if (h >= limit) break
    total++
    if (inB.has(h)) shared++
  }
  return total < fewest ? 0 : shared / total
}
