import type { Actor, Article, Event } from '../../model/index.js'
import { isHeld, tellingAccounts } from '../coded.js'
import type { Format } from '../format.js'
import { batches, type ExportSource, recordsOf } from '../source.js'
import {
  actorProperties,
  articleProperties,
  entity,
  eventProperties,
  personProperties,
  schemaOf,
} from './entities.js'

const batchSize = 50

const actorEntity = (actor: Actor, source: ExportSource) =>
  entity(
    actor.id,
    schemaOf(actor),
    actor.kind === 'person' ? personProperties : actorProperties,
    actor,
    source.names,
  )

/** Entities of a batch of events that were not written before: each actor and article stands before the first event that names it. */
async function* entities(
  batch: readonly Event[],
  seen: Set<string>,
  source: ExportSource,
): AsyncGenerator<object> {
  const fresh = (id: string) => !seen.has(id) && seen.add(id)
  for (const actor of batch.flatMap(event => [...event.actors, ...event.recipients]))
    if (fresh(actor.id)) yield actorEntity(actor, source)
  const articles = [
    ...new Set(batch.flatMap(event => tellingAccounts(event).map(account => account.article))),
  ].filter(fresh)
  const found = await source.byId<Article>('article', articles)
  for (const id of articles) {
    const article = found.get(id)
    if (article) yield entity(id, 'Article', articleProperties, article, source.names)
  }
  for (const event of batch) yield entity(event.id, 'Event', eventProperties, event, source.names)
}

async function* heldEvents(source: ExportSource): AsyncGenerator<Event> {
  for await (const event of recordsOf<Event>(source, 'event')) if (isHeld(event)) yield event
}

/** FollowTheMoney entities, one a line, for Aleph, OpenAleph and the ftm command line. */
export const ftm: Format = {
  name: 'ftm',
  title: 'FollowTheMoney entities',
  about:
    'JSON Lines of entities: the events told as having happened, before them the people and bodies that take part and the articles that tell them. Countries and their governments are PublicBody. Load it with `ftm` or into OpenAleph.',
  records: ['event'],
  extension: 'ftm.json',
  mediaType: 'application/x-ndjson',
  references: [{ title: 'FollowTheMoney', url: 'https://followthemoney.tech/' }],
  sections: () => [
    { title: 'Event', columns: eventProperties as never },
    { title: 'Person', columns: personProperties as never },
    { title: 'PublicBody, Organization, LegalEntity', columns: actorProperties as never },
    { title: 'Article', columns: articleProperties as never },
  ],
  write: async function* (_, source) {
    const seen = new Set<string>()
    for await (const batch of batches(heldEvents(source), batchSize))
      for await (const found of entities(batch, seen, source)) yield `${JSON.stringify(found)}\n`
  },
}
