import type { Attitude, Claim } from '../model/claim.js'
import type { Diagnostic, StageResult } from '../model/diagnostic.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Span } from '../model/span.js'
import { hashId } from '../text/hash.js'
import { type Attribution, findAttributions } from './attributions.js'
import { bareQuotes } from './bare-quotes.js'
import { provenanceOf } from './chain/index.js'
import { overlaps } from './fragments.js'
import type { ClaimResources } from './lexicon.js'
import { kindInTree } from './link-kind.js'
import { phrasesOf, spanOf } from './phrases.js'
import { Speakers } from './speaker.js'
import { uncuedSpeech } from './speech.js'
import { type Tree, treeOf } from './tree.js'

const infinitive: ReadonlySet<string> = new Set(['inf', 'objinf'])

function attitudeOf({ cue, rule, source }: Attribution): Attitude {
  if (!cue) return 'asserts'
  // "is said to have left" reports; "wants to leave", "urged them to leave", "is expected to leave" do not.
  const reports =
    source === null && !cue.frames.has('inf') && !cue.frames.has('objinf') && cue.lemma !== 'expect'
  return infinitive.has(rule) && !reports ? 'wants' : cue.attitude
}

/** Why an attribution is no claim; null when it is one. */
function notAClaim(attribution: Attribution, text: string): [code: string, message: string] | null {
  if (attribution.negated)
    return ['negated-attribution', 'The source is said not to have said or thought this.']
  if (attribution.rule === 'object' && !attribution.quoted && !attribution.cue?.frames.has('clause'))
    return ['attitude', 'The source judges something; nothing is said to have happened.']
  if (
    attribution.rule === 'prep' &&
    !attribution.quoted &&
    // "speaks of a leak", "hints at a quarrel" tell something; "spoke about the treaty" does not.
    /\b(?:about|on|over|to|with|for|against)$/iu.test(text.slice(...attribution.cueSpan)) &&
    attribution.cue?.attitude !== 'wants' &&
    !attribution.cue?.frames.has('about')
  )
    return ['topic', 'The source speaks about something; what it says is not told.']
  return null
}

/** Endings of those who find things out: "investigators", "scientists". */
const occupation = /.{3}(?:ators|chers|ists|ians|ditors|yers|erts)$/u

/** "The visit shows that ...": an event or a thing shows, it does not speak; studies, figures and other documents do. */
function notASpeaker(
  { source, cue }: Attribution,
  text: string,
  speakers: Speakers,
  { channels }: ClaimResources,
): [code: string, message: string] | null {
  if (!source || cue?.kind !== 'show' || speakers.isSomebody(source)) return null
  const words = text
    .slice(...source)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  if (words.some(word => channels.has(word) || channels.has(word.replace(/s$/, '')) || occupation.test(word)))
    return null
  return ['evidence', 'Something that happened or is shows this; nobody says it.']
}

const quote = (text: string, span: Span) => ({
  text: text.slice(...span),
  span,
})

/**
 * Claims of an article: (1) attributions by cue and quotation (`findAttributions`), (2) the person or body behind a document that is the
 * source ("a statement from the ministry"), (3) its actor by the mentions inside the source's words, (4) the chain it came through,
 * (5) quotations that nobody is named for. `story` is null and `mentions` empty: later stages know them.
 */
export function findClaims(grounded: GroundedText, resources: ClaimResources): StageResult<Claim[]> {
  const { article, parsed } = grounded
  const { text } = article
  const diagnostics: Diagnostic[] = []
  const speakers = new Speakers(grounded)
  const trees = parsed.sentences.map(treeOf)
  const attributions = findAttributions(text, article.blocks, parsed, resources)
  const context = {
    text,
    trees,
    attributions,
    speakers,
    outlet: article.outlet.name,
    agency: article.agency,
    resources,
  }
  const id = (spans: readonly Span[]) => hashId('cl', article.id, spans[0]![0], spans.at(-1)![1])
  const contentOf = (spans: readonly Span[]) => ({
    text: spans.map(span => text.slice(...span)).join(' ... '),
    spans: [...spans],
  })
  const claims = new Map<string, Claim>()
  for (const attribution of attributions) {
    const reason = notAClaim(attribution, text) ?? notASpeaker(attribution, text, speakers, resources)
    const { cueSpan, content } = attribution
    if (reason) {
      const [code, message] = reason
      diagnostics.push({
        stage: 'claim',
        code,
        message,
        span: cueSpan,
        text: text.slice(...cueSpan),
      })
      continue
    }
    const { speaker: source, chain } = provenanceOf(context, attribution)
    const claim: Claim = {
      id: id(content),
      article: article.id,
      story: null,
      speaker: source ? { ...quote(text, source), ...actor(speakers, source) } : null,
      cue: quote(text, cueSpan),
      content: contentOf(content),
      quoted: attribution.quoted,
      stance: attribution.cue?.stance ?? 'neutral',
      attitude: attitudeOf(attribution),
      chain: [...chain],
      mentions: [],
      rule: attribution.rule,
    }
    if (!claims.has(claim.id)) claims.set(claim.id, claim)
  }
  const isPerson = (span: Span) => speakers.isPerson(span) || hasRole(trees, span, resources)
  for (const { quotation, speaker, cue, rule } of uncuedSpeech(
    text,
    article.blocks,
    parsed.sentences,
    attributions,
    resources,
    isPerson,
  )) {
    if (!speaker) continue
    const sentence = parsed.sentences.findLastIndex(({ span }) => span[0] <= speaker[0])
    const cueSpan = cue ?? speaker
    const draft: Attribution = {
      rule,
      cue: null,
      cueSpan,
      source: speaker,
      content: [quotation.span],
      sentence: Math.max(0, sentence),
      token: trees[sentence]?.tokens.findIndex(({ start }) => start === cueSpan[0]) ?? -1,
      quoted: true,
      nested: rule.endsWith('nested'),
    }
    const { speaker: origin, chain } = provenanceOf(
      { ...context, attributions: [...attributions, draft] },
      draft,
    )
    const source = origin ?? speaker
    const claim: Claim = {
      id: id([quotation.span]),
      article: article.id,
      story: null,
      speaker: { ...quote(text, source), ...actor(speakers, source) },
      cue: cue ? quote(text, cue) : null,
      content: contentOf([quotation.span]),
      quoted: true,
      stance: 'neutral',
      attitude: 'asserts',
      chain: [...chain],
      mentions: [],
      rule,
    }
    if (!claims.get(claim.id)?.speaker) claims.set(claim.id, claim)
  }
  const covered = [...claims.values()].flatMap(({ content }) => content.spans)
  for (const { span, direct } of bareQuotes(text, article.blocks, covered)) {
    const claim: Claim = {
      id: id([span]),
      article: article.id,
      story: null,
      speaker: null,
      cue: null,
      content: contentOf([span]),
      quoted: true,
      stance: direct ? 'neutral' : 'distancing',
      attitude: 'asserts',
      chain: article.agency ? [{ name: article.agency, kind: 'agency' }] : [],
      mentions: [],
      rule: direct ? 'unattributed quotation' : 'words in quotation marks',
    }
    if (!claims.has(claim.id)) claims.set(claim.id, claim)
  }
  const start = (claim: Claim) => claim.content.spans[0]![0]
  return {
    records: [...claims.values()].sort((a, b) => start(a) - start(b)),
    diagnostics,
  }
}

/** Words of a phrase name a person by what he is: "the foreman", "her cousin". */
function hasRole(trees: readonly Tree[], span: Span, resources: ClaimResources): boolean {
  const tree = trees.find(({ sentence }) => sentence.span[0] <= span[0] && span[1] <= sentence.span[1])
  const phrase = tree && phrasesOf(tree.tokens).find(one => overlaps(spanOf(tree.tokens, one), span))
  return phrase !== undefined && kindInTree(tree!, phrase, resources) === 'person'
}

const actor = (speakers: Speakers, source: Span) => {
  const found = speakers.actorOf(source)
  if (found) return { actor: found }
  const members = speakers.membersOf(source)
  return members.length > 0 ? { members: [...members] } : {}
}
