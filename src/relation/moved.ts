import type { Event } from '../model/index.js'
import { counts, pairsOf } from './counted.js'
import { type WindowLength, windowOf, windowsBetween } from './windows.js'

/** A pair of countries whose dealings in a window are not what they were before. */
export interface Moved {
  readonly a: string
  readonly b: string
  readonly window: string
  readonly kind: 'cooperation' | 'conflict'
  readonly direction: 'rises' | 'falls'
  /** Events in the window, and events a window before it. */
  readonly now: number
  readonly before: number
  /** Sum of Goldstein scores in the window, and its mean a window before. */
  readonly goldstein: { readonly now: number; readonly before: number }
  /** Probability of a count at least as far from the usual one were nothing changed (two-sided, conditional binomial test, mid-p). */
  readonly p: number
  /** Events of the window and kind, the best attested first. */
  readonly events: readonly string[]
}

export interface MovedOptions {
  readonly length: WindowLength
  /** The window to report on; the last with events unless given. */
  readonly window?: string
  /** Windows before it that it is compared with. */
  readonly baseline: number
  /** Share of false reports that is put up with among all (Benjamini and Hochberg 1995). */
  readonly falseShare: number
}

export const movedDefaults: MovedOptions = { length: 'month', baseline: 12, falseShare: 0.1 }

interface Tally {
  readonly a: string
  readonly b: string
  readonly byWindow: Map<string, Event[]>
}

const isConflict = ({ quad }: Event) => quad === 'verbal_conflict' || quad === 'material_conflict'
const weight = (event: Event) => event.counts.origins * 100 + Math.abs(event.goldstein ?? 0)

/**
 * What moved: pairs of countries (in either direction) whose count of cooperative or conflictual events in one window differs from that of the windows
 * before by more than chance. Each reconciled event counts once for a pair. Ordered by p.
 */
export function moved(events: readonly Event[], options: MovedOptions = movedDefaults): Moved[] {
  const tallies = tallyPairs(events, options.length)
  const windows = [...new Set(tallies.flatMap(({ byWindow }) => [...byWindow.keys()]))].sort()
  const window = options.window ?? windows.at(-1)
  if (!window || windows[0] === undefined || windows[0] >= window) return []
  const earlier = windowsBetween(windows[0], window, options.length).slice(0, -1).slice(-options.baseline)
  const tests = tallies.flatMap(tally =>
    (['cooperation', 'conflict'] as const).map(kind => testPair(tally, kind, window, earlier)),
  )
  return significant(
    tests.filter(test => test.now + test.before > 0),
    options.falseShare,
  )
}

function tallyPairs(events: readonly Event[], length: WindowLength): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const event of events.filter(counts)) {
    const window = windowOf(event, length)
    if (window === 'unknown') continue
    const pairs = new Set(pairsOf(event).map(pair => pair.sort().join(' ')))
    for (const key of pairs) {
      const [a, b] = key.split(' ') as [string, string]
      const tally = tallies.get(key) ?? { a, b, byWindow: new Map<string, Event[]>() }
      tallies.set(key, tally)
      tally.byWindow.set(window, [...(tally.byWindow.get(window) ?? []), event])
    }
  }
  return [...tallies].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, tally]) => tally)
}

function testPair(
  { a, b, byWindow }: Tally,
  kind: Moved['kind'],
  window: string,
  earlier: readonly string[],
): Moved {
  const own = (list: readonly Event[]) => list.filter(event => isConflict(event) === (kind === 'conflict'))
  const all = (windows: readonly string[]) => windows.flatMap(one => byWindow.get(one) ?? [])
  const now = own(byWindow.get(window) ?? [])
  const past = own(all(earlier))
  const sum = (list: readonly Event[]) => list.reduce((total, event) => total + (event.goldstein ?? 0), 0)
  const round = (value: number) => Math.round(value * 100) / 100
  const before = past.length / earlier.length
  return {
    a,
    b,
    window,
    kind,
    direction: now.length > before ? 'rises' : 'falls',
    now: now.length,
    before: round(before),
    goldstein: {
      now: round(sum(byWindow.get(window) ?? [])),
      before: round(sum(all(earlier)) / earlier.length),
    },
    p: binomialTest(now.length, now.length + past.length, 1 / (1 + earlier.length)),
    events: [...now].sort((x, y) => weight(y) - weight(x) || (x.id < y.id ? -1 : 1)).map(({ id }) => id),
  }
}

/** Two-sided mid-p of `k` successes in `n` trials of probability `p`: twice the smaller tail, the point itself counted half. */
export function binomialTest(k: number, n: number, p: number): number {
  let probability = (1 - p) ** n
  let below = 0
  let at = 0
  for (let i = 0; i <= k; i++) {
    if (i === k) at = probability
    else below += probability
    probability *= ((n - i) / (i + 1)) * (p / (1 - p))
  }
  return Math.min(1, 2 * Math.min(below + at / 2, 1 - below - at / 2))
}

/** Tests that stay when a share of false ones is put up with (Benjamini and Hochberg 1995). */
function significant(tests: readonly Moved[], share: number): Moved[] {
  const sorted = [...tests].sort(
    (x, y) => x.p - y.p || (`${x.a} ${x.b} ${x.kind}` < `${y.a} ${y.b} ${y.kind}` ? -1 : 1),
  )
  let keep = 0
  sorted.forEach(({ p }, index) => {
    if (p <= ((index + 1) / sorted.length) * share) keep = index + 1
  })
  return sorted.slice(0, keep)
}
