/** Key of one word for look-ups: lower case, no diacritics, no dots or apostrophes. */
export function wordKey(form: string): string {
  if (/^[a-z]+$/.test(form)) return form
  if (/^[A-Za-z]+$/.test(form)) return form.toLowerCase()
  return form
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/[ıİ]/g, 'i')
    .replace(/[.'’`´ʻ]/g, '')
    .toLowerCase()
}

/** Words that a plural may be the plural of, with the word itself. */
export function singularKeys(key: string): string[] {
  const out = [key]
  if (key === 'children') out.push('child')
  if (key.endsWith('men')) out.push(`${key.slice(0, -3)}man`)
  if (key.endsWith('ies')) out.push(`${key.slice(0, -3)}y`)
  if (/(ss|sh|ch|x)es$/.test(key)) out.push(key.slice(0, -2))
  if (key.length > 3 && key.endsWith('s') && !key.endsWith('ss')) out.push(key.slice(0, -1))
  return out
}

/** Keys of a phrase's words; hyphens separate words, and a possessive 's is a word by itself. */
export function phraseKeys(phrase: string): string[] {
  return phrase
    .replace(/['’]s(?!\p{L})/gu, ' s')
    .split(/[\s\-–]+/)
    .map(wordKey)
    .filter(key => key !== '')
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  values: T[]
}

export interface PhraseMatch<T> {
  /** Positions `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly values: readonly T[]
}

/** Phrases of words, for longest-match look-up over a row of words. */
export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: new Map(), values: [] }

  add(phrase: string, value: T): void {
    const node = this.nodeOf(phrase)
    if (node !== this.root) node.values.push(value)
  }

  /** Makes `value` the only one of this phrase. */
  replace(phrase: string, value: T): void {
    const node = this.nodeOf(phrase)
    if (node !== this.root) node.values = [value]
  }

  private nodeOf(phrase: string): Node<T> {
    let node = this.root
    for (const key of phraseKeys(phrase)) {
      let next = node.next.get(key)
      if (!next) node.next.set(key, (next = { next: new Map(), values: [] }))
      node = next
    }
    return node
  }

  /** Values of exactly this phrase. */
  get(phrase: string): readonly T[] {
    let node: Node<T> | undefined = this.root
    for (const key of phraseKeys(phrase)) node = node?.next.get(key)
    return node === this.root || !node ? [] : node.values
  }

  /**
   * Longest phrase that starts at `from`. `words[i]` holds the keys position `i` may be read as (form, lemma);
   * a position with no key (a hyphen) is passed over inside a phrase.
   */
  longest(words: readonly (readonly string[])[], from: number): PhraseMatch<T> | null {
    if ((words[from]?.length ?? 0) === 0) return null
    const end = deepest(this.root, words, from, from)
    return end.node ? { from, to: end.to, values: end.node.values } : null
  }
}

interface Deepest<T> {
  readonly node: Node<T> | null
  readonly to: number
}

function deepest<T>(
  node: Node<T>,
  words: readonly (readonly string[])[],
  from: number,
  at: number,
): Deepest<T> {
  let best: Deepest<T> = { node: node.values.length > 0 ? node : null, to: at }
  let position = at
  while (position > from && position < words.length && words[position]!.length === 0) position++
  const keys = words[position]
  if (keys === undefined || node.next.size === 0) return best
  for (const key of keys) {
    const next = node.next.get(key)
    if (!next) continue
    const found = deepest(next, words, from, position + 1)
    if (found.node && (!best.node || found.to > best.to)) best = found
  }
  return best
}
