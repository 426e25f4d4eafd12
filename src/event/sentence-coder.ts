import type { Actor, Participant } from '../model/actor.js'
import type { Claim } from '../model/claim.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { EventMention } from '../model/event-mention.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { PloverEvent } from '../model/plover.js'
import type { Quote, Span } from '../model/span.js'
import { hashId } from '../text/hash.js'
import { isAgentless, type Refusal, refuseAgentless } from './agentless.js'
import { ArgumentReader, type Arguments } from './arguments.js'
import { bridgedState, bridgedSubject } from './bridge.js'
import { predicatesOf } from './clause-of.js'
import { type Coded, codedAs } from './coded.js'
import { ellipsesOf, sharedRecipients, takenOver } from './ellipsis.js'
import { commitmentOf } from './factuality.js'
import { holderOf } from './holder.js'
import { type Match, Matcher } from './match.js'
import { OtherReadings } from './other-readings.js'
import {
  distinct,
  hasOffice,
  isAssembly,
  isCommercial,
  isPlaced,
  isPolitical,
  isStrong,
  isUnarmed,
  type Named,
  ParticipantReader,
} from './participants.js'
import { quantitiesOf } from './quantities.js'
import type { EventResources } from './resources.js'
import { surfaceSubject } from './subject.js'
import { placeOf, type Surroundings, surroundingsOf, timeOf } from './time-and-place.js'
import { partiesOfTold } from './told-event.js'
import { ancestors, isVerb, type Tree } from './tree.js'

/** Events that people without office make too. */
const popular = new Set<PloverEvent>(['PROTEST'])

/** CAMEO code of a rejection that says no more. */
const rejection = '120'

const isRefusal = (value: EventMention | Refusal): value is Refusal => 'message' in value

/** One match per head token: that of the longest trigger ("hunger strike", not "strike"). */
function longest(matches: readonly Match[]): Match[] {
  const best = new Map<number, Match>()
  for (const match of matches) {
    const rival = best.get(match.token)
    if (!rival || match.parts.length > rival.parts.length) best.set(match.token, match)
  }
  return [...best.values()].sort((a, b) => a.token - b.token)
}

/** Codes one sentence: matches, arguments, commitments, records. */
export class SentenceCoder {
  private readonly matcher: Matcher
  private readonly around: Surroundings
  private readonly readerOfArguments: ArgumentReader
  private readonly participants: ParticipantReader
  private readonly otherReadings: OtherReadings

  constructor(
    private readonly grounded: GroundedText,
    /** Those that assert something. */
    private readonly claims: readonly Claim[],
    private readonly resources: EventResources,
    private readonly tree: Tree,
    private readonly named: ReadonlyMap<number, Named>,
    located: Pick<GroundedText, 'times' | 'places'>,
    /** Events of the text so far. */
    private readonly told: readonly EventMention[] = [],
  ) {
    this.matcher = new Matcher(resources.lexicon, tree)
    this.otherReadings = new OtherReadings(tree, resources)
    this.around = surroundingsOf(located, tree)
    this.participants = new ParticipantReader(tree, named, resources.lexicon.classes)
    const places = new Map(this.around.places.map(({ head, value }) => [head, value]))
    this.readerOfArguments = new ArgumentReader(tree, this.participants, places, resources)
  }

  /** `earlier` are the events of the sentence before, last one last: what "did the same" refers to. */
  code(earlier: readonly EventMention[] = []): { records: EventMention[]; diagnostics: Diagnostic[] } {
    const matches = longest(this.matches())
    const results = new Map<Match, EventMention | Refusal>()
    for (const match of matches) {
      const before = [...results.values()].filter(result => !isRefusal(result))
      results.set(match, this.record(match, before as EventMention[]))
    }
    const consumed = this.consumed(matches, results)
    const records: EventMention[] = []
    const refusals: Refusal[] = []
    for (const match of matches) {
      if (consumed.has(match.token)) continue
      const result = results.get(match)!
      if (isRefusal(result)) refusals.push(result)
      else records.push(result)
    }
    records.push(...this.repeated([...earlier, ...records]))
    return { records, diagnostics: this.explain(records, refusals, matches.length) }
  }

  private matches(): Match[] {
    const { frames } = this.resources.lexicon
    const found: Match[] = []
    this.tree.lemmas.forEach((lemma, i) => {
      const match = frames.has(lemma) ? this.matcher.at(i) : null
      if (match) found.push(match)
    })
    return found
  }

  /** Events told by "did the same": the event told last, done by another actor. */
  private repeated(earlier: readonly EventMention[]): EventMention[] {
    const { tree, resources, grounded } = this
    return ellipsesOf(tree).flatMap(({ verb, parts }) => {
      const subject = surfaceSubject(tree, verb)
      const actors =
        subject === null
          ? []
          : distinct(this.participants.read(subject, 'own')).filter(({ actor }) => isStrong(actor))
      const { start } = tree.tokens[verb]!
      const above = ancestors(tree, verb).map(at => tree.tokens[at]!)
      const governs = ({ trigger }: EventMention) =>
        above.some(token => trigger.span[0] <= token.start && token.end <= trigger.span[1])
      const model = earlier.filter(event => event.trigger.span[1] <= start && !governs(event)).at(-1)
      if (!model || actors.length === 0) return []
      const trigger = this.quote([verb, ...parts])
      const claim = holderOf(this.claims, tree, verb, trigger.span)
      const { story, event, mode, contexts, cameo, quad, goldstein, score } = model
      return [
        {
          id: hashId('m', grounded.article.id, ...trigger.span),
          article: grounded.article.id,
          story,
          sentence: tree.sentence.span,
          trigger,
          event,
          ...(mode ? { mode } : {}),
          contexts: [...contexts],
          cameo,
          quad,
          goldstein,
          score,
          factuality: commitmentOf(resources.lexicon, tree, verb, claim).factuality,
          holder: claim?.id ?? 'outlet',
          actors,
          recipients: model.recipients.map(takenOver),
          time: timeOf(resources.lexicon, tree, verb, this.around),
          place: null,
          ...(claim ? { claim: claim.id } : {}),
          rule: 'ellipsis',
        },
      ]
    })
  }

  /** Events that a coded governing event has taken over, and nouns that a coded verb frame names as its object. */
  private consumed(
    matches: readonly Match[],
    results: ReadonlyMap<Match, EventMention | Refusal>,
  ): Set<number> {
    const taken = new Set<number>()
    const take = (inner: Match) => {
      taken.add(inner.token)
      if (inner.inner) take(inner.inner)
      for (const head of inner.slots.fill('obj')) taken.add(head)
    }
    for (const match of matches) {
      if (isRefusal(results.get(match)!)) continue
      for (const part of match.parts) taken.add(part)
      if (match.inner && match.frame.compose !== 'accuse') take(match.inner)
      for (const need of match.frame.needs)
        if (!need.negative && need.words)
          for (const slot of need.slots)
            for (const head of match.slots.fill(slot))
              if (need.words.has(this.tree.lemmas[head]!)) taken.add(head)
    }
    return taken
  }

  private record(match: Match, before: readonly EventMention[]): EventMention | Refusal {
    const { tree, resources, grounded } = this
    const { article } = grounded
    const trigger = this.triggerOf(match)
    const roles = this.rolesOf(match, before)
    const said = `"${trigger.text}" (${match.frame.id})`
    const unnamed = roles.actors.length === 0
    if (unnamed && !isAgentless(tree, match, resources.lexicon.classes))
      return { code: 'no-actor', message: `${said} names nobody who does it.` }
    const claim = holderOf(this.claims, tree, match.token, trigger.span)
    const commitment = commitmentOf(resources.lexicon, tree, match.token, claim)
    const coded = this.standing(match, roles, codedAs(resources, tree, match, commitment))
    if (!coded) return { code: 'no-code', message: `${said} has no event code.` }
    const refusal = unnamed ? refuseAgentless(roles, said, coded) : this.refuse(match, roles, said, coded)
    if (refusal) return refusal
    const otherwise = this.otherReadings.refuse({ ...match, ...roles }, said, coded.event)
    if (otherwise) return otherwise
    const plover = resources.ontology.plover.get(coded.event)!
    const quantities = quantitiesOf(tree, predicatesOf(resources.lexicon, tree, match.token), article.text)
    const reaches = coded.mode === 'visit' || coded.event === 'ASSAULT' || match.frame.flags.has('travel')
    return {
      id: hashId('m', article.id, ...trigger.span),
      article: article.id,
      story: null,
      sentence: tree.sentence.span,
      trigger,
      event: coded.event,
      ...(coded.mode ? { mode: coded.mode } : {}),
      contexts: [...coded.contexts],
      cameo: coded.cameo,
      quad: plover.quad,
      goldstein: resources.ontology.cameo.get(coded.cameo)!.goldstein,
      score: (coded.mode ? plover.modes.get(coded.mode) : undefined) ?? plover.score,
      factuality: coded.refused && commitment.factuality !== 'Uu' ? 'CT+' : commitment.factuality,
      holder: claim?.id ?? 'outlet',
      actors: roles.actors.filter(({ actor }) => isPolitical(actor)),
      recipients: [...roles.recipients],
      time: timeOf(resources.lexicon, tree, match.token, this.around),
      place: placeOf(resources.lexicon, tree, match.token, this.aroundActors(roles), reaches),
      ...(quantities.length > 0 ? { quantities } : {}),
      ...(claim ? { claim: claim.id } : {}),
      rule: match.frame.id,
      ...(match.frame.own ? { own: { ...match.frame.own } } : {}),
    }
  }

  /** "Left the agreement": where nobody is named whom a withdrawal is directed against, an obligation is rejected. */
  private standing(match: Match, { recipients }: Arguments, coded: Coded | null): Coded | null {
    if (!coded || recipients.length > 0 || !match.frame.flags.has('reject alone')) return coded
    const { contexts } = this.resources.ontology.cameo.get(rejection)!
    return {
      ...coded,
      event: 'REJECT',
      mode: null,
      cameo: rejection,
      contexts: [...new Set([...contexts, ...coded.contexts])].sort(),
    }
  }

  /** The places of the sentence without the names that stand for the actors: "in March Washington withdrew" happened anywhere. */
  private aroundActors({ actors }: Arguments): Surroundings {
    const { times, places } = this.around
    const isActor = ([from, to]: Span) => actors.some(({ span }) => span && span[0] <= from && to <= span[1])
    return { times, places: places.filter(({ value }) => !value.span || !isActor(value.span)) }
  }

  private refuse(match: Match, roles: Arguments, said: string, { event, mode }: Coded): Refusal | null {
    const { actors, recipients } = roles
    const named = (political: (actor: Actor) => boolean, list: Arguments['actors']) =>
      list.some(({ actor }) => political(actor))
    const physical = mode === 'visit' || event === 'ASSAULT' || event === 'MOBILIZE'
    const strong =
      named(isStrong, actors) ||
      (named(isPolitical, actors) &&
        (named(isStrong, recipients) || popular.has(event)) &&
        !named(isCommercial, actors) &&
        !(physical && (mode === 'visit' || named(isUnarmed, actors)))) ||
      (named(isCommercial, actors) && named(hasOffice, recipients))
    if (!strong)
      return {
        code: 'no-political-actor',
        message: `${said}: ${actors[0]!.actor.name} is no political actor here.`,
      }
    if (event === 'MOBILIZE' && mode === 'weapons' && actors.every(({ actor }) => isAssembly(actor)))
      return { code: 'no-actor', message: `${said}: ${actors[0]!.actor.name} has no weapons to test.` }
    if (
      match.frame.flags.has('foreign') &&
      recipients.every(({ actor }) => actors.some(other => other.actor.country === actor.country))
    )
      return { code: 'no-recipient', message: `${said} stays within one state.` }
    if (recipients.length === 0 && !named(isPlaced, actors) && !this.happenedIn(match, roles))
      return {
        code: 'no-political-actor',
        message: `${said}: it is not said of which state ${actors[0]!.actor.name} is.`,
      }
    const mutual = match.frame.flags.has('reciprocal') && actors.length > 1
    const required = this.resources.ontology.plover.get(event)!.recipientRequired
    const missing = required
      ? !named(isPolitical, recipients)
      : match.frame.flags.has('recipient') && recipients.length === 0
    if (missing && !mutual) return { code: 'no-recipient', message: `${said} names nobody it is done to.` }
    return null
  }

  /** "Students demonstrated *in Accra*": the place tells of which state they are. */
  private happenedIn(match: Match, roles: Arguments): boolean {
    const { lexicon } = this.resources
    return Boolean(placeOf(lexicon, this.tree, match.token, this.aroundActors(roles), false)?.country)
  }

  private rolesOf(match: Match, before: readonly EventMention[]): Arguments {
    const read = this.readerOfArguments.read(match)
    const roles = read.actors.length > 0 ? read : { ...read, actors: this.bridgedActors(match) }
    if (roles.recipients.length > 0 || roles.actors.length === 0) return roles
    const bridged = this.bridged(match, roles)
    if (bridged) return { actors: roles.actors, recipients: [bridged] }
    const meant = this.judged(match, roles)
    if (meant.length > 0) return { actors: roles.actors, recipients: meant }
    if (roles.actors.length > 1 || !match.inner) return roles
    const shared = sharedRecipients(this.tree, match.token, before)
    const ids = new Set(roles.actors.map(({ actor }) => actor.id))
    return { actors: roles.actors, recipients: shared.filter(({ actor }) => !ids.has(actor.id)) }
  }

  private bridgedActors(match: Match): Participant[] {
    if (!match.frame.actor.includes('subj')) return []
    const { tree, named, grounded, resources } = this
    return match.slots.fill('subj').flatMap(head => {
      const found = bridgedSubject(tree, named, head, grounded.article.text, iso3 =>
        resources.countryActor(iso3),
      )
      return found ? [found] : []
    })
  }

  /** The parties of an event told before that this one praises or condemns. */
  private judged(match: Match, { actors }: Arguments): Participant[] {
    const { flags } = match.frame
    const judged = flags.has('judges actors') ? 'actors' : flags.has('judges parties') ? 'parties' : null
    if (!judged) return []
    const { tree, resources, told, grounded } = this
    const own = new Set(actors.map(({ actor }) => actor.id))
    return match.slots
      .fill('obj')
      .flatMap(noun => partiesOfTold(resources.lexicon, tree, noun, told, judged, grounded.article.text))
      .filter(({ actor }) => !own.has(actor.id))
  }

  private bridged(match: Match, { actors }: Arguments): Participant | null {
    const countries = new Set(actors.flatMap(({ actor }) => actor.country ?? []))
    const heads = [match, match.inner].flatMap(
      each => each?.frame.recipient.flatMap(slot => each.slots.fill(slot)) ?? [],
    )
    for (const head of heads) {
      const found = bridgedState(this.tree, this.named, head, countries, this.grounded.article.text)
      if (found) return found
    }
    return null
  }

  /** The words of a trigger, when they stand near each other; else its head alone. */
  private triggerOf(match: Match): Quote {
    const all = [match.token, ...match.parts]
    return this.quote(Math.max(...all) - Math.min(...all) < 4 ? all : [match.token])
  }

  private quote(parts: readonly number[]): Quote {
    const tokens = parts.map(i => this.tree.tokens[i]!)
    const span: Span = [Math.min(...tokens.map(t => t.start)), Math.max(...tokens.map(t => t.end))]
    return { text: this.grounded.article.text.slice(...span), span }
  }

  /** One diagnostic for each event word left out; for a sentence with neither, one that says so. */
  private explain(
    records: readonly EventMention[],
    refusals: readonly Refusal[],
    matches: number,
  ): Diagnostic[] {
    const { sentence } = this.tree
    const text = this.grounded.article.text.slice(...sentence.span)
    const place = { stage: 'event' as const, span: sentence.span, text }
    const found = refusals.map(({ code, message }) => ({ ...place, code, message }))
    if (records.length > 0 || found.length > 0) return found
    const verbless = !this.tree.tokens.some((_, i) => isVerb(this.tree, i))
    const message = verbless
      ? 'The sentence has no verb and no event word.'
      : 'No word of the sentence reports an event.'
    return matches > 0 ? [] : [{ ...place, code: 'no-trigger', message }]
  }
}
