import type { Claim } from '../model/claim.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { EventMention } from '../model/event-mention.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Quote, Span } from '../model/span.js'
import { hashId } from '../text/hash.js'
import { ArgumentReader, type Arguments } from './arguments.js'
import { codedAs } from './coded.js'
import { domainOf, isBorrowed } from './domain.js'
import { commitmentOf, holds } from './factuality.js'
import { type Match, Matcher } from './match.js'
import { isPolitical, type Named, ParticipantReader } from './participants.js'
import { quantitiesOf } from './quantities.js'
import type { EventResources } from './resources.js'
import { placeOf, type Surroundings, surroundingsOf, timeOf } from './time-and-place.js'
import { isVerb, type Tree } from './tree.js'

interface Refusal {
  readonly code: string
  readonly message: string
}

const isRefusal = (value: EventMention | Refusal): value is Refusal => 'message' in value

/** The innermost claim whose content contains a range: the shortest content wins. */
export function holderOf(claims: readonly Claim[], start: number, end: number): Claim | null {
  let best: Claim | null = null
  const length = (claim: Claim) => claim.content.spans.reduce((sum, [from, to]) => sum + to - from, 0)
  for (const claim of claims)
    if (holds(claim, start, end) && (!best || length(claim) < length(best))) best = claim
  return best
}

/** Codes one sentence: matches, arguments, commitments, records. */
export class SentenceCoder {
  private readonly matcher: Matcher
  private readonly around: Surroundings
  private readonly readerOfArguments: ArgumentReader
  private readonly participants: ParticipantReader

  constructor(
    private readonly grounded: GroundedText,
    private readonly claims: readonly Claim[],
    private readonly resources: EventResources,
    private readonly tree: Tree,
    named: ReadonlyMap<number, Named>,
  ) {
    this.matcher = new Matcher(resources.lexicon, tree)
    this.around = surroundingsOf(grounded, tree)
    this.participants = new ParticipantReader(tree, named)
    const places = new Map(this.around.places.map(({ head, value }) => [head, value]))
    this.readerOfArguments = new ArgumentReader(tree, this.participants, places, resources)
  }

  code(): { records: EventMention[]; diagnostics: Diagnostic[] } {
    const matches = this.tree.tokens.flatMap((_, i) => this.matcher.at(i) ?? [])
    const results = new Map(matches.map(match => [match, this.record(match)]))
    const consumed = this.consumed(matches, results)
    const records: EventMention[] = []
    const refusals: Refusal[] = []
    for (const match of matches) {
      if (consumed.has(match.token)) continue
      const result = results.get(match)!
      if (isRefusal(result)) refusals.push(result)
      else records.push(result)
    }
    return { records, diagnostics: this.explain(records, refusals, matches.length) }
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
      if (match.inner && match.frame.compose !== 'accuse') take(match.inner)
      for (const need of match.frame.needs)
        if (!need.negative && need.words)
          for (const slot of need.slots)
            for (const head of match.slots.fill(slot))
              if (need.words.has(this.tree.lemmas[head]!)) taken.add(head)
    }
    return taken
  }

  private record(match: Match): EventMention | Refusal {
    const { tree, resources, grounded } = this
    const { article } = grounded
    const trigger = this.triggerOf(match)
    const claim = holderOf(this.claims, ...trigger.span)
    const commitment = commitmentOf(resources.lexicon, tree, match.token, claim)
    const coded = codedAs(resources, tree, match, commitment)
    if (!coded)
      return { code: 'no-code', message: `"${trigger.text}" has no event code (${match.frame.id}).` }
    const domain = isBorrowed(coded.event) ? domainOf(resources.lexicon, tree) : null
    if (domain)
      return {
        code: 'metaphor',
        message: `"${trigger.text}" stands in a sentence of ${domain.domain} ("${domain.word}").`,
      }
    const roles = this.readerOfArguments.read(match)
    const refusal = this.refuse(
      match,
      roles,
      trigger,
      resources.ontology.plover.get(coded.event)!.recipientRequired,
    )
    if (refusal) return refusal
    const plover = resources.ontology.plover.get(coded.event)!
    const quantities = quantitiesOf(tree, match.token, article.text)
    const travel = coded.mode === 'visit' || match.frame.flags.has('travel')
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
      factuality: commitment.factuality,
      holder: claim?.id ?? 'outlet',
      actors: roles.actors.filter(({ actor }) => isPolitical(actor)),
      recipients: [...roles.recipients],
      time: timeOf(resources.lexicon, tree, match.token, this.around),
      place: placeOf(resources.lexicon, tree, match.token, this.around, travel),
      ...(quantities.length > 0 ? { quantities } : {}),
      ...(claim ? { claim: claim.id } : {}),
      rule: match.frame.id,
    }
  }

  private refuse(match: Match, roles: Arguments, trigger: Quote, recipientRequired: boolean): Refusal | null {
    const said = `"${trigger.text}" (${match.frame.id})`
    if (roles.actors.length === 0) return { code: 'no-actor', message: `${said} names nobody who does it.` }
    if (!roles.actors.some(({ actor }) => isPolitical(actor)))
      return {
        code: 'no-political-actor',
        message: `${said}: ${roles.actors[0]!.actor.name} is no political actor.`,
      }
    const alone = roles.recipients.length === 0 && roles.actors.length < 2
    if (alone && (recipientRequired || match.frame.flags.has('recipient')))
      return { code: 'no-recipient', message: `${said} names nobody it is done to.` }
    return null
  }

  private triggerOf(match: Match): Quote {
    const { tree, grounded } = this
    const tokens = [match.token, ...match.parts].map(i => tree.tokens[i]!)
    const contiguous =
      Math.abs(Math.max(match.token, ...match.parts) - Math.min(match.token, ...match.parts)) < 4
    const parts = contiguous ? tokens : [tree.tokens[match.token]!]
    const span: Span = [Math.min(...parts.map(t => t.start)), Math.max(...parts.map(t => t.end))]
    return { text: grounded.article.text.slice(...span), span }
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
