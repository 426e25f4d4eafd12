import type { Article } from '../model/index.js'
import { hash32, shingleLength } from './shingles.js'
import { Union } from './union.js'
import { wordsOf } from './words.js'

/** How two articles' texts are tied: `smaller` is the index of the text that lies in the other one. */
export interface CopyLink {
  readonly kind: 'same text' | 'copy' | 'cut copy' | 'rewritten copy' | 'retold copy'
  readonly smaller: number
  readonly larger: number
  /** Share of the smaller text's own 5-grams (quotations left out) that stand in the larger one; of a retold copy its names and figures. */
  readonly share: number
}

/** From this share on a text is a copy; independent reports of one happening stay below 0.1 outside quotations. */
const copyShare = 0.5
/** A rewritten agency report keeps whole sentences: at least this share and this many 5-grams of the outlet's own words. */
const rewrittenShare = 0.3
const rewrittenRuns = 30
const fewestRuns = 12
const fewestWords = 8

/** Quotations: closed ones, single quotes included, and paragraphs that open with a mark and leave it open, as long quotations do. */
const quotation =
  /["“„«][^"“”„«»\n]{1,1200}["”»]|‘[^‘\n]{20,800}?’(?=[\s.,;:!?]|$)|(?<=^|\n)\s*[“"„«][^\n]*/gu

/** The text with its quotations blanked out, as long as before: offsets stay true. */
export const withoutQuotations = (text: string): string =>
  text.replace(quotation, quote => '\u0000'.repeat(quote.length))

/** 5-grams of what a text says in its own words: two reporters who quote one statement have not copied from each other. */
function ownRuns(text: string): ReadonlySet<number> {
  const runs = new Set<number>()
  for (const piece of text.replace(quotation, '\u0000').split('\u0000')) {
    const words = wordsOf(piece)
    for (let i = 0; i + shingleLength <= words.length; i++)
      runs.add(hash32(words.slice(i, i + shingleLength).join(' ')))
  }
  return runs
}

interface Text {
  readonly plain: string
  readonly words: number
  readonly runs: ReadonlySet<number>
}

function readText(text: string): Text {
  const words = wordsOf(text)
  return { plain: words.join(' '), words: words.length, runs: ownRuns(text) }
}

function link(texts: readonly Text[], a: number, b: number, shared: number): CopyLink | null {
  const [x, y] = [texts[a]!, texts[b]!]
  const [smaller, larger] = x.runs.size <= y.runs.size ? [a, b] : [b, a]
  const size = texts[smaller]!.runs.size
  const share = size ? shared / size : 0
  if (x.plain === y.plain && x.words >= fewestWords) return { kind: 'same text', smaller, larger, share: 1 }
  if (size < fewestRuns) return null
  const cut = texts[smaller]!.words < 0.7 * texts[larger]!.words
  if (share >= copyShare) return { kind: cut ? 'cut copy' : 'copy', smaller, larger, share }
  if (share >= rewrittenShare && shared >= rewrittenRuns)
    return { kind: 'rewritten copy', smaller, larger, share }
  return null
}

/** Pairs of texts with the number of 5-grams they share, through an inverted index. */
function sharedRuns(texts: readonly Text[]): Map<number, number> {
  const holders = new Map<number, number[]>()
  texts.forEach((text, i) => {
    for (const run of text.runs) {
      const list = holders.get(run)
      if (list) list.push(i)
      else holders.set(run, [i])
    }
  })
  const shared = new Map<number, number>()
  for (const list of holders.values())
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const pair = list[i]! * texts.length + list[j]!
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
  return shared
}

/** Ties of copying between the articles of a story: word 5-gram containment outside quotations (Broder 1997). */
export function copyLinks(articles: readonly Pick<Article, 'text'>[]): CopyLink[] {
  const texts = articles.map(article => readText(article.text))
  const shared = sharedRuns(texts)
  texts.forEach((a, i) => {
    for (let j = i + 1; j < texts.length; j++)
      if (a.plain === texts[j]!.plain) shared.set(i * texts.length + j, a.runs.size)
  })
  const links = [...shared].map(([pair, count]) =>
    link(texts, Math.floor(pair / texts.length), pair % texts.length, count),
  )
  return links.filter(found => found !== null).sort((p, q) => p.larger - q.larger || p.smaller - q.smaller)
}

/** Copy families as lists of indices, two or more each. */
export function copyFamilies(size: number, links: readonly CopyLink[]): number[][] {
  const union = new Union(size)
  for (const { smaller, larger } of links) union.join(smaller, larger)
  return union.sets().filter(set => set.length > 1)
}
