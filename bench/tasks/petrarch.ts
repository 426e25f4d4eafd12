import { codeEvents } from '../../src/event/index.js'
import { cameoActorCode, groundText } from '../../src/grounding/index.js'
import { parsePlainText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { EventMention } from '../../src/model/index.js'
import type { Resources } from '../../src/resources/index.js'
import { knownDay, plainArticle } from './plain-text.js'

export interface PetrarchLine {
  readonly id: string
  readonly date?: string | null
  readonly text: string
}

type Triple = readonly [source: string, target: string, code: string]

/** Source and target of an event as PETRARCH writes them: every actor against every recipient; equal participants against each other. */
function triples(
  event: EventMention,
  code: (actor: EventMention['actors'][number]['actor']) => string,
): Triple[] {
  const sources = event.actors.map(({ actor }) => code(actor))
  const targets = event.recipients.map(({ actor }) => code(actor))
  if (targets.length > 0) return sources.flatMap(a => targets.map(b => [a, b, event.cameo] as const))
  if (sources.length < 2) return sources.map(a => [a, '---', event.cameo] as const)
  return sources.flatMap(a => sources.filter(b => b !== a).map(b => [a, b, event.cameo] as const))
}

/** Task `petrarch`: sentences to `[source, target, code]` triples with CAMEO actor codes. */
export async function predictPetrarch(
  line: PetrarchLine,
  { language, mention, grounding, event }: Resources,
) {
  const day = /^(\d{4})(\d{2})(\d{2})$/.exec(line.date ?? '')
  const published = day ? knownDay(line.id, `${day[1]}-${day[2]}-${day[3]}`) : null
  const article = plainArticle(line.id, line.text, { published })
  const { records: parsed } = await parsePlainText(line.id, line.text, language)
  const mentions = findMentions(article, parsed, mention).records
  const grounded = groundText(article, parsed, mentions, grounding).records
  const coded = codeEvents(grounded, [], event).records
  const found = new Map<string, Triple>()
  for (const each of coded)
    for (const triple of triples(each, actor => cameoActorCode(actor, grounding.actor.actors)))
      found.set(triple.join('|'), triple)
  return { id: line.id, events: [...found.values()] }
}
