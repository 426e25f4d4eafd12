import type { GroundedText } from '../model/grounded-text.js'
import type { Place } from '../model/place.js'
import type { Span } from '../model/span.js'
import type { Time, TimeExpression } from '../model/time.js'
import { predicatesOf } from './clause-of.js'
import type { EventLexicon } from './resources.js'
import { ancestors, markerOf, relationOf, type Tree } from './tree.js'

/** The token of a span whose head lies outside it. */
export function spanHead(tree: Tree, span: Span): number | null {
  const inside = (i: number) => tree.tokens[i]!.start < span[1] && tree.tokens[i]!.end > span[0]
  for (let i = 0; i < tree.tokens.length; i++)
    if (inside(i) && (tree.tokens[i]!.head < 0 || !inside(tree.tokens[i]!.head))) return i
  return null
}

interface Located<T> {
  readonly value: T
  readonly head: number
}

/** Times and places of one sentence with the tokens that head them. */
export interface Surroundings {
  readonly times: readonly Located<TimeExpression>[]
  readonly places: readonly Located<Place>[]
}

/** Times and places of each sentence of a text. */
export function locatedBySentence({
  parsed,
  times,
  places,
}: GroundedText): Pick<GroundedText, 'times' | 'places'>[] {
  const { sentences } = parsed
  const found = sentences.map(() => ({
    times: [] as GroundedText['times'][number][],
    places: [] as GroundedText['places'][number][],
  }))
  const sentenceOf = ([start, end]: Span) =>
    sentences.findIndex(({ span }) => span[0] <= start && end <= span[1])
  for (const time of times) found[sentenceOf(time.span)]?.times.push(time)
  for (const place of places) found[sentenceOf(place.span)]?.places.push(place)
  return found
}

/** Times and places of a sentence with the tokens that head them; others are passed over. */
export function surroundingsOf(grounded: Pick<GroundedText, 'times' | 'places'>, tree: Tree): Surroundings {
  const [from, to] = tree.sentence.span
  const within = (span: Span) => from <= span[0] && span[1] <= to
  const times: Located<TimeExpression>[] = []
  for (const value of grounded.times) {
    const head = within(value.span) && value.time ? spanHead(tree, value.span) : null
    if (head !== null) times.push({ value, head })
  }
  const places: Located<Place>[] = []
  for (const { place, span, text } of grounded.places) {
    const head = within(span) && place ? spanHead(tree, span) : null
    if (head !== null && place)
      places.push({ value: { ...place, text, span: [span[0], span[1]] as const }, head })
  }
  return { times, places }
}

/** Clause that a time phrase tells about: "on Friday" under its verb, or directly under an event noun. */
function governs(tree: Tree, predicates: readonly number[], head: number): number {
  const above = tree.tokens[head]!.head
  const direct = predicates.indexOf(above)
  if (direct >= 0) return direct
  for (const at of ancestors(tree, head)) {
    const place = predicates.indexOf(at)
    if (place >= 0) return place
    if (tree.tokens[at]!.upos === 'VERB' || ['nsubj', 'parataxis'].includes(relationOf(tree, at))) return -1
  }
  return -1
}

/** The time expression of the trigger's own clause, by tree path; null when there is none (the date of the document never fills in). */
export function timeOf(
  lexicon: EventLexicon,
  tree: Tree,
  trigger: number,
  around: Surroundings,
): Time | null {
  const predicates = predicatesOf(lexicon, tree, trigger)
  let best: { rank: number; expression: TimeExpression } | null = null
  for (const { value, head } of around.times) {
    const rank = governs(tree, predicates, head)
    if (rank >= 0 && (!best || rank < best.rank)) best = { rank, expression: value }
  }
  if (!best?.expression.time) return null
  const { time, text, span } = best.expression
  return { ...time, text: time.text ?? text, span: time.span ?? [span[0], span[1]] }
}

const locative = new Set([
  'in',
  'at',
  'near',
  'inside',
  'across',
  'throughout',
  'outside',
  'over',
  'around',
  'off',
])

/** Prepositions of what a journey or an attack reaches; '' for an object or a passive subject. */
const goals = new Set(['', 'to', 'for', 'into', 'onto', 'on', 'against'])
const reached = new Set(['obj', 'nsubj:pass', 'obl', 'iobj'])

/** Nouns that a name of a place follows with "of": "the port of Odesa" stands where Odesa stands. */
const sites = new Set(
  'port harbour harbor city town village capital island region province district area territory state county municipality suburb outskirts centre center heart north south east west coast border airport base strait gulf bay'.split(
    ' ',
  ),
)

/** The place of the trigger's clause: "in Geneva", "at the border". Where an event reaches somewhere (a journey, an attack), also what it reaches. */
export function placeOf(
  lexicon: EventLexicon,
  tree: Tree,
  trigger: number,
  around: Surroundings,
  reaches: boolean,
): Place | null {
  const predicates = predicatesOf(lexicon, tree, trigger)
  let best: { rank: number; place: Place } | null = null
  for (const { value, head } of around.places) {
    const phrase = siteOf(tree, head)
    const marker = phraseMarker(tree, phrase)
    const goal =
      goals.has(marker) && (marker === 'to' || marker === 'for' || reached.has(relationOf(tree, phrase)))
    if (!locative.has(marker) && !(reaches && goal)) continue
    const rank = governs(tree, predicates, phrase)
    if (rank >= 0 && (!best || rank < best.rank)) best = { rank, place: value }
  }
  return best?.place ?? null
}

/** The noun whose phrase tells where: the name itself, or the kind of place that the name follows with "of". */
function siteOf(tree: Tree, head: number): number {
  const above = tree.tokens[head]!.head
  return above >= 0 && markerOf(tree, head) === 'of' && sites.has(tree.lemmas[above]!) ? above : head
}

/** Preposition of the phrase a place name belongs to: "in the Cuban capital *Havana*" is "in". */
function phraseMarker(tree: Tree, head: number): string {
  let at = head
  for (let steps = 0; steps < 4; steps++) {
    const marker = markerOf(tree, at)
    if (marker !== '') return marker
    if (!['appos', 'flat', 'compound', 'nmod:desc'].includes(tree.tokens[at]!.deprel)) return ''
    at = tree.tokens[at]!.head
  }
  return ''
}
