import type { Actor } from '../model/actor.js'
import type { Article } from '../model/article.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { ParsedText } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { ArgumentReader, type Arguments } from './arguments.js'
import { type Coded, codedAs } from './coded.js'
import { commitmentOf } from './factuality.js'
import { type Match, Matcher } from './match.js'
import { indexNamed, type Named, ParticipantReader } from './participants.js'
import type { EventResources } from './resources.js'
import { anchorNoun } from './slots.js'
import { spanHead } from './time-and-place.js'
import { ancestors, markerOf, type Tree, treeOf } from './tree.js'

/** One reading of the sentence as an event between the two marked parties. */
export interface PairReading {
  readonly coded: Coded
  /** Label of the PLV data, which follow the first two digits of the CAMEO code. */
  readonly root: string
  readonly rule: string
  readonly trigger: Span
  readonly score: number
}

const party = (id: 'source' | 'target'): Actor => ({
  id,
  name: id,
  kind: 'group',
  sectors: ['UNK'],
  roles: [],
})

/** A grounded text in which nobody but the two marked parties is named. */
function markedText(
  text: string,
  parsed: ParsedText,
  source: readonly Span[],
  target: readonly Span[],
): GroundedText {
  const marks = [
    ...source.map(span => ({ span, actor: party('source') })),
    ...target.map(span => ({ span, actor: party('target') })),
  ]
  const mentions = marks.flatMap(({ span, actor }) =>
    parsed.sentences.flatMap((sentence, index) => {
      const head = spanHead(treeOf(sentence), span)
      if (head === null) return []
      const from = sentence.tokens.findIndex(token => token.end > span[0])
      const to = sentence.tokens.findIndex(token => token.start >= span[1])
      const range = { from, to: to < 0 ? sentence.tokens.length : to }
      return [
        {
          actor,
          mention: {
            id: `${actor.id} ${span[0]} ${index}`,
            kind: 'name' as const,
            text: text.slice(...span),
            span,
            sentence: index,
            ...range,
            head,
            chain: 0,
          },
        },
      ]
    }),
  )
  return {
    article: { id: parsed.article, text } as Article,
    parsed,
    mentions: { mentions: mentions.map(({ mention }) => mention), chains: [] },
    actors: mentions.map(({ mention, actor }) => ({
      mention: mention.id,
      actor,
      score: 1,
      rule: 'marked',
      rivals: [],
    })),
    times: [],
    places: [],
  }
}

const names = (roles: Arguments['actors'], id: string): boolean => roles.some(({ actor }) => actor.id === id)

/** How well the participants of a match fit the marked parties: in their roles, in one role only, the other way round. */
function roleScore({ actors, recipients }: Arguments): number {
  const source = names(actors, 'source')
  const target = names(recipients, 'target')
  if (source && (target || names(actors, 'target'))) return 10
  if (source) return recipients.length === 0 ? 7 : 6
  if (target) return 5
  if (names(actors, 'target') && names(recipients, 'source')) return 3
  return names(actors, 'target') ? 1 : 2
}

/** Steps from a token up to the heads of the marked parties' clauses; near the path counts more. */
function nearness(tree: Tree, token: number, heads: readonly number[]): number {
  let best = 0
  for (const head of heads) {
    const path = [head, ...ancestors(tree, head)]
    const place = path.indexOf(token)
    if (place >= 0) best += Math.max(0, 2 - 0.3 * place)
  }
  return best - 0.1 * ancestors(tree, token).length
}

const rootLabels: Readonly<Record<string, string>> = {
  '02': 'REQUEST',
  '03': 'AGREE',
  '04': 'CONSULT',
  '05': 'SUPPORT',
  '06': 'COOPERATE',
  '07': 'AID',
  '08': 'YIELD',
  '09': 'ACCUSE',
  '10': 'REQUEST',
  '11': 'ACCUSE',
  '12': 'REJECT',
  '13': 'THREATEN',
  '14': 'PROTEST',
  '15': 'MOBILIZE',
  '16': 'SANCTION',
  '17': 'COERCE',
  '18': 'ASSAULT',
  '19': 'ASSAULT',
  '20': 'ASSAULT',
}

/** Codes that the PLV data label otherwise: pardon is a concession, embargo and sanctions are coercion, cyber attacks are attacks. */
const codeLabels: Readonly<Record<string, string>> = { '056': 'YIELD', '163': 'COERCE', '176': 'ASSAULT' }

/** Label of the PLV data for a code. */
export const plvRoot = ({ cameo, event }: Coded): string =>
  codeLabels[cameo] ?? rootLabels[cameo.slice(0, 2)] ?? event

/** Prepositions under which an event word names the occasion, not the event reported. */
const occasions = new Set([
  'for',
  'after',
  'before',
  'during',
  'over',
  'following',
  'since',
  'amid',
  'despite',
  'because of',
  'from',
  'ahead of',
])

class PairReader {
  constructor(
    private readonly tree: Tree,
    private readonly named: ReadonlyMap<number, Named>,
    private readonly resources: EventResources,
  ) {}

  readings(lenient: boolean): PairReading[] {
    const { tree, resources } = this
    const matcher = new Matcher(resources.lexicon, tree, lenient)
    const matches = tree.tokens.flatMap((_, i) => matcher.at(i) ?? [])
    const inner = new Set(
      matches.flatMap(match => (match.inner && match.frame.compose !== 'accuse' ? [match.inner.token] : [])),
    )
    return matches.flatMap(match => {
      const reading = this.read(match, inner.has(match.token))
      return reading ? [reading] : []
    })
  }

  private read(match: Match, isInner: boolean): PairReading | null {
    const { tree, named, resources } = this
    const commitment = commitmentOf(resources.lexicon, tree, match.token, null)
    const coded = codedAs(resources, tree, match, commitment)
    if (!coded) return null
    const roles = new ArgumentReader(
      tree,
      new ParticipantReader(tree, named, resources.lexicon.classes),
      new Map(),
      resources,
    ).read(match)
    const { start, end } = tree.tokens[match.token]!
    const inSpan = [...named.values()].some(
      ({ mention }) => mention.span[0] <= start && end <= mention.span[1],
    )
    const occasion =
      match.frame.pos === 'noun' && occasions.has(markerOf(tree, anchorNoun(tree, match.token)))
    const score =
      roleScore(roles) +
      nearness(tree, match.token, [...named.keys()]) +
      (match.inner ? 1 : 0) -
      (isInner ? 3 : 0) -
      (inSpan ? 3 : 0) -
      (occasion ? 2 : 0) +
      (match.frame.pos === 'verb' ? 0.5 : 0)
    return { coded, root: plvRoot(coded), rule: match.frame.id, trigger: [start, end], score }
  }
}

/**
 * Which event a sentence reports between a given source and target (the task of the PLV data). Readings of all event words are
 * ranked by how well their participants fit the marked parties and by how near they stand to them in the tree; best first.
 */
export function codeMarkedPair(
  text: string,
  parsed: ParsedText,
  source: readonly Span[],
  target: readonly Span[],
  resources: EventResources,
): PairReading[] {
  const named = indexNamed(markedText(text, parsed, source, target))
  const readers = parsed.sentences.map(
    (sentence, index) =>
      new PairReader(treeOf(sentence, resources.lexicon.forms), named.get(index) ?? new Map(), resources),
  )
  const readings = (lenient: boolean) =>
    readers
      .flatMap(reader => reader.readings(lenient))
      .sort((a, b) => b.score - a.score || a.trigger[0] - b.trigger[0])
  const strict = readings(false)
  return strict.length > 0 ? strict : readings(true)
}
