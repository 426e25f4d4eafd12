import type { Actor, Participant } from '../model/index.js'
import { relateStatements } from './relate-values.js'
import type { Stated } from './statements.js'

/**
 * Actors of one side of an event: everyone an account names, without those for whom another account names someone more specific
 * (North Korea, when its foreign minister is named). Most origins first, then the order of the archive.
 */
export function reconcileParties(statements: readonly Stated<Participant>[]): Actor[] {
  const specific = statements.filter(
    one => !statements.some(other => relateStatements(one, other) === 'coarser'),
  )
  const found = new Map<string, { actor: Actor; origins: Set<string> }>()
  for (const { datum, origin } of specific) {
    const entry = found.get(datum.actor.id) ?? { actor: datum.actor, origins: new Set<string>() }
    entry.origins.add(origin)
    found.set(datum.actor.id, entry)
  }
  return [...found.values()].sort((a, b) => b.origins.size - a.origins.size).map(({ actor }) => actor)
}
