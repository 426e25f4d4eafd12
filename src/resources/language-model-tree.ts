/**
 * The best tree over scored arcs, by the algorithm of Chu and Liu (1965) and Edmonds (1967). Position 0 is the root and gets
 * exactly one child, as Universal Dependencies asks.
 *
 * @param scores arc scores; that of `head` for `dependent` is at `first + dependent * stride + head`
 * @param size positions, the root included
 * @returns the head of every position; that of the root is 0
 */
export function bestTree(scores: Float32Array, first: number, stride: number, size: number): number[] {
  const heads = bestHeads(scores, first, stride, size)
  const roots = heads.reduce((count, head) => count + (head === 0 ? 1 : 0), -1)
  // Where every word's best head gives a tree already, no tree is better.
  if (roots === 1 && !findCycle(heads)) return heads
  return size > 1 ? arborescence(matrix(scores, first, stride, size)) : [0]
}

function bestHeads(scores: Float32Array, first: number, stride: number, size: number): number[] {
  const heads = new Array<number>(size).fill(0)
  for (let dependent = 1; dependent < size; dependent++) {
    const row = first + dependent * stride
    let at = 0
    for (let head = 1; head < size; head++)
      if (head !== dependent && scores[row + head]! > scores[row + at]!) at = head
    heads[dependent] = at
  }
  return heads
}

function matrix(scores: Float32Array, first: number, stride: number, size: number): Matrix {
  // A constant on every arc from the root leaves the order of trees with one root child as it is, and puts all others behind.
  const rootPenalty = 1e6
  return Array.from({ length: size }, (_, dependent) => {
    const row = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
    if (dependent === 0) return row
    for (let head = 0; head < size; head++)
      if (head !== dependent)
        row[head] = scores[first + dependent * stride + head]! - (head === 0 ? rootPenalty : 0)
    return row
  })
}

type Matrix = Float64Array[]

function arborescence(scores: Matrix): number[] {
  const heads = scores.map((row, d) => (d === 0 ? 0 : argmax(row)))
  const cycle = findCycle(heads)
  return cycle ? breakCycle(scores, heads, cycle) : heads
}

/** Shrinks the cycle to one node (the last), solves the smaller problem, and opens the cycle where that enters it. */
function breakCycle(scores: Matrix, heads: number[], cycle: readonly number[]): number[] {
  const inside = new Set(cycle)
  const outside = heads.map((_, i) => i).filter(i => !inside.has(i))
  const node = outside.length
  const small: Matrix = outside.map(() => new Float64Array(node + 1).fill(Number.NEGATIVE_INFINITY))
  small.push(new Float64Array(node + 1).fill(Number.NEGATIVE_INFINITY))
  const enter: number[] = []
  const leave: number[] = []
  outside.forEach((u, a) => {
    outside.forEach((v, b) => {
      small[a]![b] = scores[u]![v]!
    })
    leave[a] = best(cycle, v => scores[u]![v]!)
    small[a]![node] = scores[u]![leave[a]!]!
    const gain = (v: number) => scores[v]![u]! - scores[v]![heads[v]!]!
    enter[a] = best(cycle, gain)
    small[node]![a] = gain(enter[a]!)
  })
  const solved = arborescence(small)
  const result = [...heads]
  for (let a = 1; a < node; a++) result[outside[a]!] = solved[a] === node ? leave[a]! : outside[solved[a]!]!
  const entrance = solved[node]!
  result[enter[entrance]!] = outside[entrance]!
  return result
}

function argmax(row: Float64Array): number {
  let at = 0
  for (let i = 1; i < row.length; i++) if (row[i]! > row[at]!) at = i
  return at
}

function best(items: readonly number[], value: (item: number) => number): number {
  let at = items[0]!
  for (const item of items) if (value(item) > value(at)) at = item
  return at
}

function findCycle(heads: readonly number[]): number[] | undefined {
  const state = new Uint8Array(heads.length)
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = []
    let at = start
    while (at !== 0 && state[at] === 0) {
      state[at] = 1
      path.push(at)
      at = heads[at]!
    }
    if (at !== 0 && state[at] === 1) return path.slice(path.indexOf(at))
    for (const node of path) state[node] = 2
  }
  return undefined
}
