import type { Participant } from '../model/index.js'
import { relateStatements } from './relate-values.js'
import type { Stated } from './statements.js'

/** Statements with one key state the same. */
export function valueKey({ field, statement, phase, datum }: Stated): string {
  const party = field === 'actors' || field === 'recipients' ? (datum as Participant).actor.id : ''
  return `${statement.value}\u0000${phase ?? ''}\u0000${party}`
}

interface Candidate<S> {
  readonly first: S
  readonly origins: Set<string>
  count: number
}

function candidatesOf<S extends Stated>(statements: readonly S[]): Candidate<S>[] {
  const candidates = new Map<string, Candidate<S>>()
  for (const one of statements) {
    const candidate = candidates.get(valueKey(one)) ?? { first: one, origins: new Set(), count: 0 }
    candidate.origins.add(one.origin)
    candidate.count++
    candidates.set(valueKey(one), candidate)
  }
  return [...candidates.values()]
}

/**
 * The value a field is reconciled to, by the policy `most origins, most specific, earliest`: the value that most independent
 * origins support (with the same value or a coarser one), of these the one with most coarser statements under it, of these the first
 * in archive order. A value is always one that somebody stated; nothing is averaged.
 */
export function chooseValue<S extends Stated>(statements: readonly S[]): S | null {
  const candidates = candidatesOf(statements)
  let best: { readonly chosen: S; readonly origins: number; readonly coarser: number } | null = null
  for (const { first } of candidates) {
    const origins = new Set<string>()
    let coarser = 0
    for (const other of candidates) {
      const relation = relateStatements(other.first, first)
      if (relation === 'coarser') coarser += other.count
      if (relation === 'coarser' || relation === 'same')
        for (const origin of other.origins) origins.add(origin)
    }
    if (!best || origins.size > best.origins || (origins.size === best.origins && coarser > best.coarser))
      best = { chosen: first, origins: origins.size, coarser }
  }
  return best?.chosen ?? null
}
