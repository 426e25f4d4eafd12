import type { Actor, Claim, Event, EventMention, Evidence, Participant, StoryMember } from '../model/index.js'
import { phraseKeys } from '../text/phrase-trie.js'

/** A bare name of one article and the person that other articles of the story introduce under it. */
export type SettledName = NonNullable<Event['names']>[number]

/** A person whom an article introduces with a country, and where. */
interface Introduced {
  readonly actor: Actor
  readonly evidence: Evidence[]
}

/** Places named as evidence for one name. */
const evidenceShown = 3

const isKnown = ({ kind, country, name }: Actor): boolean =>
  kind === 'person' && country !== undefined && phraseKeys(name).length > 1
/** Named, and nothing else: the article says neither whose he is nor what he does. */
const isBare = ({ kind, country, sectors }: Actor): boolean =>
  kind === 'person' && country === undefined && sectors.length === 0

/** Every person of an article with the place of his words. */
function* personsOf({
  article,
  claims,
  events,
}: StoryMember): Generator<{ actor: Actor; evidence: Evidence }> {
  for (const { actors, recipients } of events)
    for (const { actor, span } of [...actors, ...recipients])
      if (span) yield { actor, evidence: { article: article.id, span } }
  for (const { speaker } of claims)
    if (speaker?.actor) yield { actor: speaker.actor, evidence: { article: article.id, span: speaker.span } }
}

const place = ({ article, span }: Evidence): string => `${article} ${String(span?.[0]).padStart(9, '0')}`

/** Persons by id, each with its places in the order of article and text; one whom articles give different countries is left out. */
function introducedIn(members: readonly StoryMember[]): Map<string, Introduced> {
  const all = members
    .flatMap(member => [...personsOf(member)])
    .filter(({ actor }) => isKnown(actor))
    .sort((a, b) => (place(a.evidence) < place(b.evidence) ? -1 : 1))
  const found = new Map<string, Introduced>()
  const torn = new Set<string>()
  for (const { actor, evidence } of all) {
    const known = found.get(actor.id)
    if (known && known.actor.country !== actor.country) torn.add(actor.id)
    if (known) known.evidence.push(evidence)
    else found.set(actor.id, { actor, evidence: [evidence] })
  }
  for (const id of torn) found.delete(id)
  return found
}

/** Whether a name can be the short form of a person's full name: his first or last word, or all of it. */
function mayMean(name: string, { name: full }: Actor): boolean {
  const [short, words] = [phraseKeys(name), phraseKeys(full)]
  if (short.length > 1) return short.join(' ') === words.join(' ')
  return short[0] === words.at(-1) || short[0] === words[0]
}

/** The one person of the story that a bare name can mean; the country he is introduced with must be the same everywhere. */
function meant(bare: Actor, introduced: ReadonlyMap<string, Introduced>): Introduced | null {
  const fits = [...introduced.values()].filter(({ actor }) => mayMean(bare.name, actor))
  return fits.length === 1 ? fits[0]! : null
}

/**
 * Settles bare names by what other articles of the story say: "Orlova" in one article is "Russian envoy Maria Orlova" of another when the
 * story knows one person of that name. The text that introduces the person is the evidence. Several persons of the name settle nothing. The
 * records of the articles stay as they are; what changes is what the story's events are made of. The order of the members plays no part.
 */
export function settleNames(members: readonly StoryMember[]): {
  readonly members: readonly StoryMember[]
  readonly names: readonly SettledName[]
} {
  const introduced = introducedIn(members)
  const names: SettledName[] = []
  if (introduced.size === 0) return { members, names }
  const settle = (participant: Participant, mention: EventMention): Participant => {
    const found = isBare(participant.actor) ? meant(participant.actor, introduced) : null
    const span = participant.span ?? participant.via
    if (!found || !span) return participant
    const { actor, evidence } = found
    names.push({
      mention: mention.id,
      text: participant.text,
      span,
      actor: actor.id,
      why: `the only person of the story called ${participant.actor.name}: ${actor.name}`,
      evidence: evidence.slice(0, evidenceShown),
    })
    return {
      ...participant,
      actor,
      resolved: { rule: 'bare name, introduced by another article', score: 0.7 },
    }
  }
  const speaking = (claim: Claim): Claim => {
    const own = claim.speaker?.actor
    const found = own && isBare(own) ? meant(own, introduced) : null
    return found ? { ...claim, speaker: { ...claim.speaker!, actor: found.actor } } : claim
  }
  const settled = members.map(member => ({
    ...member,
    claims: member.claims.map(speaking),
    events: member.events.map(mention => ({
      ...mention,
      actors: mention.actors.map(one => settle(one, mention)),
      recipients: mention.recipients.map(one => settle(one, mention)),
    })),
  }))
  return { members: settled, names }
}
