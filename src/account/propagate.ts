import type { Evidence } from '../model/index.js'

/** Something that happened on one of the days from `from` to `to` (day numbers, null: open): an event, or the writing of a page. */
export interface Moment {
  readonly name: string
  readonly from: number | null
  readonly to: number | null
}

/**
 * `after` lies at least `least` and at most `most` days after `before` (null: any time after). With `start`, only the beginnings are so
 * (a visit goes on while its meetings are held). `why` is said of what it narrows.
 */
export interface Order {
  readonly before: number
  readonly after: number
  readonly least: number
  readonly most: number | null
  readonly start?: boolean
  readonly why: string
  readonly evidence: readonly Evidence[]
}

/** A bound that an order moved. */
export interface Narrowing {
  readonly moment: number
  readonly end: 'from' | 'to'
  readonly day: number
  readonly order: Order
}

/** An order that cannot hold beside what else is known of a moment: it would have to lie from `from` to `to`. */
export interface Contradiction {
  readonly moment: number
  readonly from: number | null
  readonly to: number | null
  readonly order: Order
}

export interface Propagated {
  readonly moments: readonly Moment[]
  readonly narrowings: readonly Narrowing[]
  readonly contradictions: readonly Contradiction[]
}

interface Days {
  from: number | null
  to: number | null
}
type End = keyof Days

/** The ends that one order leaves to its two moments. */
function impliedBy(
  { least, most, before, after, start }: Order,
  days: readonly Days[],
): [number, End, number][] {
  const [a, b] = [days[before]!, days[after]!]
  const out: [number, End, number][] = []
  if (a.from !== null) out.push([after, 'from', a.from + least])
  if (start) return out
  if (b.to !== null) out.push([before, 'to', b.to - least])
  if (most !== null && a.to !== null) out.push([after, 'to', a.to + most])
  if (most !== null && b.from !== null) out.push([before, 'from', b.from - most])
  return out
}

const isNarrower = (end: End, now: number | null, day: number): boolean =>
  now === null || (end === 'from' ? day > now : day < now)

const isEmpty = ({ from, to }: Days): boolean => from !== null && to !== null && from > to

/**
 * Narrows moments by their order until nothing changes (bounds consistency of a simple temporal problem: Dechter, Meiri and Pearl 1991). An order whose
 * bound would leave a moment no day is a contradiction: it is reported and put aside, and what was known stays. So is one that still moves
 * something after as many rounds as there are moments: it stands in a circle that nothing can satisfy.
 */
export function propagate(known: readonly Moment[], orders: readonly Order[]): Propagated {
  const days: Days[] = known.map(({ from, to }) => ({ from, to }))
  const narrowings: Narrowing[] = []
  const contradictions: Contradiction[] = []
  const aside = new Set<Order>()
  let changed = true
  for (let round = 0; changed; round++) {
    changed = false
    for (const order of orders)
      for (const [moment, end, day] of aside.has(order) ? [] : impliedBy(order, days)) {
        if (!isNarrower(end, days[moment]![end], day)) continue
        const next = { ...days[moment]!, [end]: day }
        if (isEmpty(next) || round > known.length) {
          aside.add(order)
          contradictions.push({ moment, ...next, order })
          break
        }
        days[moment] = next
        narrowings.push({ moment, end, day, order })
        changed = true
      }
  }
  return { moments: known.map((moment, i) => ({ ...moment, ...days[i]! })), narrowings, contradictions }
}
