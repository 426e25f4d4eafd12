import type { Article, Lineage, Span } from '../model/index.js'
import { withoutQuotations } from './copies.js'
import { creditIn } from './retold.js'
import { hash32, shingleLength } from './shingles.js'
import { wordsOf } from './words.js'

/** Share of a sentence's own 5-grams that the earlier sentence must hold. */
const closeShare = 0.5
/** Sentences with fewer 5-grams outside of quotations say too little to come from anywhere. */
const fewestRuns = 4
/** A quotation of fewer words may be made twice. */
const fewestQuoted = 7
/** Earlier sentences remembered for one 5-gram: a phrase that stands everywhere is nobody's. */
const mostHolders = 6

const sentenceEnd = /[.!?…]["”’»)]*(?=\s+["“‘«(]?[\p{Lu}\p{N}])/gu
const quoted = /["“„«]([^"“”„«»\n]{20,1200})["”»]/gu

interface Place {
  readonly article: number
  readonly span: Span
  /** Running number of the sentence in its article; -1 for a quotation. */
  readonly at: number
}

interface Tie {
  readonly from: Place
  readonly to: Place
  readonly share: number
}

/** Sentences of an article as spans: blocks cut at end marks. */
function sentencesOf({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Span[] {
  return blocks.flatMap(({ span: [from, to] }) => {
    const piece = text.slice(from, to)
    const ends = [...piece.matchAll(sentenceEnd)].map(hit => from + hit.index + hit[0].length)
    return [...ends, to]
      .map((end, i): Span => [i === 0 ? from : ends[i - 1]!, end])
      .map(([start, end]): Span => [end - text.slice(start, end).trimStart().length, end])
      .filter(([start, end]) => end > start)
  })
}

const runsOf = (text: string): number[] => {
  const words = wordsOf(text)
  const runs = new Set<number>()
  for (let i = 0; i + shingleLength <= words.length; i++)
    runs.add(hash32(words.slice(i, i + shingleLength).join(' ')))
  return [...runs]
}

/** 5-grams of each sentence in the writer's own words: what stands in quotation marks is left out. */
function ownRuns(article: Article, spans: readonly Span[]): number[][] {
  const plain = withoutQuotations(article.text)
  return spans.map(span =>
    plain
      .slice(...span)
      .split('\u0000')
      .flatMap(runsOf),
  )
}

/** The earlier place that holds most of the runs, the first of two with as many. */
function closest(
  runs: readonly number[],
  holders: ReadonlyMap<number, readonly Place[]>,
  allowed: (article: number) => boolean,
): { place: Place; share: number } | null {
  const shared = new Map<Place, number>()
  for (const run of runs)
    for (const place of holders.get(run) ?? [])
      if (allowed(place.article)) shared.set(place, (shared.get(place) ?? 0) + 1)
  let best: { place: Place; share: number } | null = null
  for (const [place, count] of shared)
    if (count / runs.length > (best?.share ?? 0)) best = { place, share: count / runs.length }
  return best && best.share >= closeShare ? best : null
}

/** Ties of neighbouring sentences to neighbouring sentences of one source are one tie. */
function merged(ties: readonly Tie[]): Tie[] {
  const out: Tie[] = []
  for (const tie of ties) {
    const last = out.at(-1)
    const next =
      last !== undefined &&
      tie.from.at > 0 &&
      last.to.article === tie.to.article &&
      tie.from.at === last.from.at + 1 &&
      tie.to.at === last.to.at + 1
    if (!next) {
      out.push(tie)
      continue
    }
    const before = last.from.span[1] - last.from.span[0]
    const own = tie.from.span[1] - tie.from.span[0]
    out[out.length - 1] = {
      from: { ...tie.from, span: [last.from.span[0], tie.from.span[1]] },
      to: { ...tie.to, span: [last.to.span[0], tie.to.span[1]] },
      share: (last.share * before + tie.share * own) / (before + own),
    }
  }
  return out
}

const house = ({ outlet, id }: Article): string => (outlet.name ?? outlet.domain ?? id).toLowerCase()

/** Order in which articles can have read each other: by day of publication where both have one, else as they came in. */
function inOrder(articles: readonly Article[]): number[] {
  const day = (i: number): string | undefined => articles[i]!.published?.earliest ?? undefined
  const dated = articles.map((_, i) => i).filter(i => day(i) !== undefined)
  const sorted = [...dated].sort((a, b) => (day(a)! < day(b)! ? -1 : day(a)! > day(b)! ? 1 : a - b))
  const order = articles.map((_, i) => i)
  for (const [k, slot] of dated.entries()) order[slot] = sorted[k]!
  return order
}

/** Whether an article says that it has something from another: its agency, or the other's name in its text. */
function credits(article: Article, source: Article): boolean {
  const names = [source.outlet.name, source.agency].filter(name => name !== undefined)
  return names.some(name => name === article.agency || creditIn(article.text, name) !== null)
}

/**
 * Sentences of a story's articles that stand close to an earlier sentence of another house, with the matching spans: at least half of the
 * word 5-grams in the writer's own words (containment, Broder 1997), or the same longer quotation. Articles in archive order. One inverted
 * index of 5-grams with few holders each keeps it linear in the length of the texts.
 */
export function lineageOf(articles: readonly Article[]): Lineage[] {
  const holders = new Map<number, Place[]>()
  const quotations = new Map<string, Place>()
  const lineage: Lineage[] = []
  for (const index of inOrder(articles)) {
    const article = articles[index]!
    const other = (i: number) => house(articles[i]!) !== house(article)
    const spans = sentencesOf(article)
    const runs = ownRuns(article, spans)
    const ties = spans.flatMap((span, at): Tie[] => {
      const best = runs[at]!.length < fewestRuns ? null : closest(runs[at]!, holders, other)
      return best ? [{ from: { article: index, span, at }, to: best.place, share: best.share }] : []
    })
    const said = quotesOf(article).map(({ key, span }) => ({ key, place: { article: index, span, at: -1 } }))
    const same = said.flatMap(({ key, place }): Tie[] => {
      const to = quotations.get(key)
      return to && other(to.article) ? [{ from: place, to, share: 1 }] : []
    })
    for (const [ties_, of] of [
      [merged(ties), 'words'],
      [same, 'quotation'],
    ] as const)
      for (const { from, to, share } of ties_)
        lineage.push({
          article: article.id,
          span: from.span,
          source: { article: articles[to.article]!.id, span: to.span },
          share: Math.round(share * 1000) / 1000,
          of,
          credited: credits(article, articles[to.article]!),
        })
    for (const { key, place } of said) if (!quotations.has(key)) quotations.set(key, place)
    remember(holders, index, spans, runs)
  }
  return lineage
}

function remember(
  holders: Map<number, Place[]>,
  article: number,
  spans: readonly Span[],
  runs: readonly (readonly number[])[],
): void {
  spans.forEach((span, at) => {
    const place: Place = { article, span, at }
    for (const run of runs[at]!) {
      const known = holders.get(run)
      if (!known) holders.set(run, [place])
      else if (known.length < mostHolders) known.push(place)
    }
  })
}

/** Quotations long enough to be known again, by their words. */
function quotesOf({ text }: Article): { key: string; span: Span }[] {
  return [...text.matchAll(quoted)].flatMap(hit => {
    const words = wordsOf(hit[1]!)
    const span: Span = [hit.index, hit.index + hit[0].length]
    return words.length >= fewestQuoted ? [{ key: words.join(' '), span }] : []
  })
}
