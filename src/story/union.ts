/** Disjoint sets over indices 0..n-1; the smallest index names its set. */
export class Union {
  readonly #parent: number[]

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i)
  }

  find(i: number): number {
    let root = i
    while (this.#parent[root] !== root) root = this.#parent[root]!
    this.#parent[i] = root
    return root
  }

  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number]
    this.#parent[high] = low
  }

  /** The sets as lists of indices, in the order of their first members. */
  sets(): number[][] {
    const sets = new Map<number, number[]>()
    this.#parent.forEach((_, i) => {
      const root = this.find(i)
      sets.set(root, [...(sets.get(root) ?? []), i])
    })
    return [...sets.values()]
  }
}
