import { relateStatements } from './relate-values.js'
import type { Stated } from './statements.js'

const distinct = (values: readonly string[]): number => new Set(values).size

/**
 * The value a field is reconciled to, by the policy `most origins, most specific, earliest`: the statement that most independent
 * origins support (with the same value or a coarser one), of these the one with most coarser values under it, of these the first in
 * archive order. A value is always one that somebody stated; nothing is averaged.
 */
export function chooseValue<S extends Stated>(statements: readonly S[]): S | null {
  let best: { readonly chosen: S; readonly origins: number; readonly finer: number } | null = null
  for (const chosen of statements) {
    const relations = statements.map(other => [other, relateStatements(other, chosen)] as const)
    const origins = distinct(
      relations.flatMap(([o, r]) => (r === 'same' || r === 'coarser' ? [o.origin] : [])),
    )
    const finer = relations.filter(([, r]) => r === 'coarser').length
    if (!best || origins > best.origins || (origins === best.origins && finer > best.finer))
      best = { chosen, origins, finer }
  }
  return best?.chosen ?? null
}
