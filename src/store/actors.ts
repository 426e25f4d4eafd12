import type { Actor, RoleHeld } from '../model/index.js'
import type { Database } from './database.js'

/** What two articles say of an actor, joined; the first one names it. */
export function mergeActor(known: Actor | undefined, seen: Actor): Actor {
  if (!known) return seen
  const roles = new Map<string, RoleHeld>()
  for (const role of [...known.roles, ...seen.roles]) roles.set(JSON.stringify(role), role)
  return {
    ...known,
    ...(known.country ? {} : seen.country ? { country: seen.country } : {}),
    sectors: [...new Set([...known.sectors, ...seen.sectors])].sort(),
    roles: [...roles.values()],
  }
}

/** All actors of the corpus by id: what the articles say of each, joined in archive order. */
export async function readActors(db: Database): Promise<Actor[]> {
  const actors = new Map<string, Actor>()
  const rows = await db.selectFrom('document').select('actors').orderBy('sequence').execute()
  for (const row of rows) {
    for (const actor of JSON.parse(row.actors) as Actor[])
      actors.set(actor.id, mergeActor(actors.get(actor.id), actor))
  }
  return [...actors.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
