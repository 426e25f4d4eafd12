import type { Actor, Place } from '../model/index.js'
import { chooseValue } from './policy.js'
import type { Stated } from './statements.js'

/** Place of an event by the policy. A visit takes place where the host is, not where the visitor set out from. */
export function reconcilePlace(
  statements: readonly Stated<Place>[],
  visit: boolean,
  hosts: readonly Actor[],
): Place | null {
  const countries = new Set(hosts.flatMap(({ country }) => country ?? []))
  const there = statements.filter(({ datum }) => datum.country && countries.has(datum.country))
  return chooseValue(visit && there.length ? there : statements)?.datum ?? null
}
