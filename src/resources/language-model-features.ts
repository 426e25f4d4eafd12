import type { ModelInventory, WordVectors } from './language-model-files.js'

/**
 * Features of one word. `train/language/features.py` computes the same ones for training; change both together.
 */
export interface WordFeatures {
  /** Row of the word vectors, -1 for an unknown word. */
  readonly vector: number
  /** Row of the learned vectors: 0 unknown, 1 the root. */
  readonly learned: number
  readonly shape: number
  readonly characters: readonly number[]
}

/** Stands for the artificial root at position 0 of every sentence. */
export const rootForm = '\u0000root'

const shapes = ['none', 'number', 'lower', 'title', 'upper', 'initial', 'mixed', 'alphanumeric', 'root']
const unknownCharacter = 1
const beginCharacter = 2
const endCharacter = 3
const rootCharacter = 4
const firstCharacter = 5
const firstLearned = 2

const plain: Record<string, string> = { '…': '...' }
for (const c of '‘’‚‛`´') plain[c] = "'"
for (const c of '“”„‟«»') plain[c] = '"'
for (const c of '‐‑‒–—―−') plain[c] = '-'

/** Typographic quotes, dashes and ellipses as plain ones, `''` as `"`, so that an outlet's typography changes nothing. */
export function normaliseForm(form: string): string {
  const text = form.replace(/[‘’‚‛`´“”„‟«»‐‑‒–—―−…]/g, c => plain[c]!)
  if (text === "''") return '"'
  return /^-+$/.test(text) ? '-' : text
}

const stripAccents = (text: string) => text.normalize('NFD').replace(/\p{Mn}/gu, '')
const digitsToZero = (text: string) => text.replace(/[0-9]/g, '0')

/** Pattern of capitals and digits. */
export function wordShape(form: string): string {
  if (form === rootForm) return 'root'
  const characters = [...normaliseForm(form)]
  const upper = characters.filter(c => c.toLowerCase() !== c)
  const lower = characters.filter(c => c.toUpperCase() !== c)
  const digit = characters.some(c => c >= '0' && c <= '9')
  if (!upper.length && !lower.length) return digit ? 'number' : 'none'
  if (digit) return 'alphanumeric'
  if (!upper.length) return 'lower'
  if (!lower.length) return upper.length === 1 ? 'initial' : 'upper'
  return upper.length === 1 && characters[0] === upper[0] ? 'title' : 'mixed'
}

/** A function from word form to features. */
export function createWordReader(
  inventory: ModelInventory,
  vectors: WordVectors,
): (form: string) => WordFeatures {
  const characters = new Map(inventory.characters.map((c, i) => [c, i + firstCharacter]))
  const learned = new Map(inventory.learned.map((word, i) => [word, i + firstLearned]))
  const characterId = (c: string) => characters.get(c) ?? characters.get(stripAccents(c)) ?? unknownCharacter

  function characterIds(form: string): number[] {
    if (form === rootForm) return [beginCharacter, rootCharacter, endCharacter]
    const text = [...digitsToZero(normaliseForm(form))]
    const half = inventory.wordLength / 2
    const kept = text.length > inventory.wordLength ? [...text.slice(0, half), ...text.slice(-half)] : text
    return [beginCharacter, ...kept.map(characterId), endCharacter]
  }

  return form => {
    const lower = normaliseForm(form).toLowerCase()
    return {
      vector: vectors.index.get(lower) ?? vectors.index.get(stripAccents(lower)) ?? -1,
      learned: form === rootForm ? 1 : (learned.get(digitsToZero(lower)) ?? 0),
      shape: shapes.indexOf(wordShape(form)),
      characters: characterIds(form),
    }
  }
}
