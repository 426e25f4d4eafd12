/** Stories a term keeps at most: the latest ones, since news returns to what is recent. */
const longest = 400

/** Inverted index: for every term the stories that contain it, latest first come last. */
export class Postings<Key> {
  readonly #lists = new Map<Key, number[]>()

  add(key: Key, story: number): void {
    const list = this.#lists.get(key)
    if (!list) this.#lists.set(key, [story])
    else if (list.at(-1) !== story && !list.includes(story)) {
      list.push(story)
      if (list.length > longest) list.shift()
    }
  }

  of(key: Key): readonly number[] {
    return this.#lists.get(key) ?? []
  }
}
