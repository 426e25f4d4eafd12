import type { Actor } from '../../model/actor.js'
import type { OrganisationEntry } from '../../model/actor-lexicon.js'

/** Actor of a row of the organisation table. */
export function organisationActor(entry: OrganisationEntry): Actor {
  return {
    id: `${entry.type === 'armed' ? 'g' : 'o'}:${entry.id}`,
    name: entry.name,
    kind: entry.type === 'armed' ? 'group' : 'organisation',
    ...(entry.country && { country: entry.country }),
    sectors: [...entry.sectors],
    roles: [],
  }
}
