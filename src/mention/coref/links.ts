/** Links between mentions and the chains they make (union-find; the earliest mention stands for its chain). */
export class Links {
  private readonly parent: number[]
  readonly antecedents = new Map<number, { readonly to: number; readonly rule: string }>()
  readonly members = new Map<number, readonly number[]>()

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i)
  }

  root(at: number): number {
    let node = at
    while (this.parent[node] !== node) node = this.parent[node]!
    return node
  }

  link(mention: number, antecedent: number, rule: string): void {
    if (this.antecedents.has(mention) && this.root(mention) === this.root(antecedent)) return
    if (!this.antecedents.has(mention)) this.antecedents.set(mention, { to: antecedent, rule })
    const [a, b] = [this.root(mention), this.root(antecedent)]
    if (a !== b) this.parent[Math.max(a, b)] = Math.min(a, b)
  }

  /** Notes what a mention rests on without making it the same: "we" of a minister is not the minister. */
  refer(mention: number, antecedent: number, rule: string): void {
    if (!this.antecedents.has(mention)) this.antecedents.set(mention, { to: antecedent, rule })
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b)
  }
}
