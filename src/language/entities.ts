import type { EntitySpan, Token } from '../model/parsed-text.js'

/**
 * Entity spans from BIO labels. A label that continues nothing (`I-ORG` after `O` or after another type) opens a new span.
 */
export function entitySpans(labels: readonly string[], tokens: readonly Token[]): EntitySpan[] {
  const spans: EntitySpan[] = []
  let from = 0
  while (from < labels.length) {
    const type = /^[BI]-(PER|ORG|LOC|MISC)$/.exec(labels[from] ?? 'O')?.[1] as EntitySpan['type'] | undefined
    let to = from + 1
    if (type) {
      while (labels[to] === `I-${type}`) to++
      spans.push({ type, from, to, span: [tokens[from]!.start, tokens[to - 1]!.end] })
    }
    from = to
  }
  return spans
}
