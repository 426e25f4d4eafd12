import type { Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { isPunctuation, isQuoteMark } from './tree.js'

/** Punctuation that belongs to no content when it stands at its edge. Brackets and quotes may. */
const edge = (token: Token): boolean =>
  isPunctuation(token) && !isQuoteMark(token) && !/^[([{)\]}]$/.test(token.form)

/** Spans of runs of token indices, without punctuation at their edges. A gap of nothing but a comma does not part a run. */
export function spansOf(tokens: readonly Token[], indices: readonly number[]): Span[] {
  const wanted = new Set(indices)
  const spans: Span[] = []
  const sorted = [...wanted].sort((a, b) => a - b)
  for (let k = 0; k < sorted.length; ) {
    let last = k
    while (last + 1 < sorted.length && sorted[last + 1] === sorted[last]! + 1) last++
    let from = sorted[k]!
    let to = sorted[last]!
    while (from < to && edge(tokens[from]!)) from++
    while (to > from && edge(tokens[to]!)) to--
    if (!isPunctuation(tokens[from]!) || from < to) spans.push([tokens[from]!.start, tokens[to]!.end])
    k = last + 1
  }
  return spans
}

/** One span over tokens `[first, last]`. */
export const spanOver = (tokens: readonly Token[], indices: readonly number[]): Span => [
  tokens[Math.min(...indices)]!.start,
  tokens[Math.max(...indices)]!.end,
]

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]
export const contains = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

/** Spans in order, overlapping and touching ones joined. */
export function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1)
    if (last && span[0] <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], span[1])]
    else out.push(span)
  }
  return out
}
