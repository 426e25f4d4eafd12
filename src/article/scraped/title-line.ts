import { isRunning } from '../line-shape.js'
import { bare } from '../plain-text.js'
import type { Run } from './body-run.js'
import { headBylineNames } from './head-byline.js'
import type { Line } from './line.js'

/** The title, the outlet's name and section shown around it, and the lines that repeat it. */
export interface TitleLines {
  readonly title: string
  /** Index of the line that stands right before the article; lines up to it are no body. */
  readonly at: number
  readonly outlet: string | null
  readonly trail: string | null
  readonly repeats: ReadonlySet<number>
  readonly rule: string
}

const nameSuffix = /\s+[|–—›»·•-]+\s+|\s*[|ㅣ｜]\s*/g

/** Splits "Title - Section - Outlet" into the title and what follows; the title keeps the larger part. */
export function splitSuffix(text: string): { head: string; tail: string[] } {
  const cuts = [...text.matchAll(nameSuffix)].reverse()
  let cut = text.length
  for (const match of cuts) {
    const at = match.index ?? 0
    const tail = text.slice(at + match[0].length, cut)
    if (at < text.length * 0.45 || tail.length > 45 || at < 12) break
    cut = at
  }
  const tail = text
    .slice(cut)
    .split(nameSuffix)
    .map(part => part.trim())
    .filter(Boolean)
  return { head: text.slice(0, cut).trim(), tail }
}

/** Words of four letters and more, for CJK pairs of characters: what two wordings of one matter share. */
function contentWords(whole: string): Set<string> {
  const text = whole.slice(0, 40_000)
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  const pairs = text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2,}/gu) ?? []
  const found = new Set(words.filter(word => !/[\p{Script=Han}\p{Script=Hangul}]/u.test(word)))
  for (const run of pairs) for (let i = 0; i + 2 <= run.length; i++) found.add(run.slice(i, i + 2))
  return found
}

/** What a byline or day right below speaks for a line being the title. */
const anchorWeight = 1.5

/** Lines below a title that name its writer or its day stand at most so far from it: a deck may come between. */
const anchorReach = 4

/** The line is followed by a byline or a day of publication, before any running text of two lines. */
function isAnchored(line: Line, lines: readonly Line[]): boolean {
  for (const next of lines.slice(line.index + 1, line.index + 1 + anchorReach)) {
    if (next.unfit === 'date line' || next.unfit === 'byline') return true
    if (headBylineNames(next.text)) return true
    if (isRunning(next.shape) && next.shape.size > 250) return false
  }
  return false
}

/** What a title-like line or running text right above speaks against a line being the title: it is a deck or a sentence of the text. */
const belowWeight = 1.2

function isBelowTitle(line: Line, lines: readonly Line[]): boolean {
  const above = lines[line.index - 1]
  if (!above || line.index < 1) return false
  if (
    lines
      .slice(Math.max(0, line.index - 6), line.index)
      .some(l => isRunning(l.shape) && l.shape.sentence && !l.furniture)
  )
    return true
  return (
    titleLike(above, true) &&
    (!above.shape.sentence || /["”»]$/.test(above.text)) &&
    above.shape.words >= 4 &&
    above.text !== above.text.toUpperCase() &&
    above.shape.capitals < 0.95 &&
    !/[|›>»•]/.test(above.text)
  )
}

/** A row of menu entries or a trail: three or more entries of one or two words each, or four and more of any. */
function isTrail(text: string): boolean {
  // A space before the comma: links that the scraper joined ("Africa , Foreign Relations").
  const joined = text.split(/\s+,\s*/)
  if (joined.length >= 2 && joined.every(entry => entry.split(' ').length <= 4)) return true
  const entries = text.split(/\s*[|•→›»>]\s*|\s[–—-]\s/).filter(Boolean)
  return entries.length >= 4 || (entries.length === 3 && entries.every(entry => entry.split(' ').length <= 2))
}

function titleLike(line: Line, anchored: boolean): boolean {
  const { shape, text } = line
  // A title may begin with the words of a button ("Subscribe to the theory of ..."); what stands below it tells.
  const furnished =
    line.furniture !== null && !(anchored && shape.words >= 4 && line.furniture !== 'related link')
  if (furnished || line.unfit || shape.size < 12 || shape.size > 260 || shape.words < 2) return false
  if (/[;,:]$/.test(text) || (text.endsWith('.') && shape.size > 130)) return false
  // Rows of menu entries and lines that name a writer are none.
  if (
    /\p{So}/u.test(text) ||
    /^(?:TRENDING|MOST READ|POPULAR|TOP STORIES|LATEST NEWS|EDITOR'S PICKS)\s/.test(text)
  )
    return false
  return !isTrail(text) && headBylineNames(text) === null
}

/** The title by its repetition: the page's title element stands at the top and its heading repeats it further down to `last`. */
export function repeatedTitle(lines: readonly Line[], last: number): TitleLines | null {
  for (const first of lines.slice(0, 3)) {
    const { head, tail } = splitSuffix(first.text)
    const key = bare(head)
    const whole = bare(first.text)
    if (key.length < 10 || first.furniture) continue
    for (const line of lines.slice(first.index + 1, last + 1)) {
      const other = bare(line.text)
      if (other.length < 10 || (isRunning(line.shape) && other.length > key.length * 1.5)) continue
      const outlet = tail.at(-1) ?? null
      if (other === key || other === whole)
        return named(lines, line, outlet, null, 'line repeated by the heading')
      if (whole.endsWith(other) && other.length > whole.length * 0.5 && line.shape.words >= 4)
        return named(
          lines,
          line,
          null,
          first.text.slice(0, first.text.length - line.text.length).trim() || null,
          'line repeated after its trail',
        )
      if (
        line.shape.words >= 4 &&
        other.length > key.length * 0.6 &&
        (key.startsWith(other) || whole.startsWith(other))
      )
        return named(lines, line, outlet, null, 'line repeated by the heading')
    }
  }
  return null
}

function named(
  lines: readonly Line[],
  line: Line,
  outlet: string | null,
  trail: string | null,
  rule: string,
): TitleLines {
  const key = bare(line.text)
  const same = lines
    .filter(
      l => bare(l.text) === key || (l.index < line.index && l.shape.size < 260 && bare(l.text).includes(key)),
    )
    .map(l => l.index)
  const near = same.filter(index => index >= line.index && index <= line.index + 3)
  return {
    title: splitSuffixOf(line.text, outlet),
    at: near.at(-1) ?? line.index,
    outlet,
    trail,
    repeats: new Set(same),
    rule,
  }
}

const splitSuffixOf = (text: string, outlet: string | null): string =>
  outlet && text.endsWith(outlet) ? splitSuffix(text).head : text

/** The title that a line shows which something else than the rules here took for one. */
export function titleAt(lines: readonly Line[], line: Line): TitleLines {
  const { head, tail } = splitSuffix(line.text)
  return { ...named(lines, line, tail.at(-1) ?? null, null, 'words and place of the line'), title: head }
}

/** The line down to the body's first ones that shares most words with the body and the page's first line and looks most like a title. */
export function bestTitle(lines: readonly Line[], run: Run): TitleLines | null {
  const running = lines.slice(run.from, run.to).filter(line => isRunning(line.shape))
  const wordsWithout = (own: Line | null): Set<string> =>
    contentWords(
      running
        .filter(line => line !== own)
        .map(line => line.text)
        .join(' '),
    )
  const body = wordsWithout(null)
  const first = lines[0]
  const firstWords = contentWords(first ? splitSuffix(first.text).head : '')
  const bodyStart = run.to > run.from ? run.from : lines.length
  let best: { line: Line; score: number } | null = null
  for (const line of lines.slice(0, Math.min(lines.length, bodyStart + 6))) {
    const anchored = isAnchored(line, lines)
    if (!titleLike(line, anchored)) continue
    // A sentence of the body shares all its words with the body that it stands in.
    const others = running.includes(line) ? wordsWithout(line) : body
    const score =
      scoreAsTitle(line, bodyStart, others, firstWords) +
      (anchored ? anchorWeight : 0) -
      (isBelowTitle(line, lines) ? belowWeight : 0)
    if (!best || score > best.score) best = { line, score }
  }
  if (!best) return null
  const { head, tail } = splitSuffix(best.line.text)
  const rule = best.line.index === 0 ? 'first line' : 'title-like line above the body'
  return { ...named(lines, best.line, tail.at(-1) ?? null, null, rule), title: head }
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter(word => b.has(word)).length

function scoreAsTitle(
  line: Line,
  bodyStart: number,
  body: ReadonlySet<string>,
  firstWords: ReadonlySet<string>,
): number {
  const { shape, text } = line
  const words = contentWords(splitSuffix(text).head)
  const inBody = shared(words, body)
  const inFirst = line.index === 0 ? 0 : shared(words, firstWords)
  let score = (1.5 * inBody) / Math.max(2, words.size) + Math.min(6, inBody) * 0.25
  // Two wordings of one title: the page's title element and its heading.
  if (inFirst >= 2 && inFirst >= Math.min(words.size, firstWords.size) * 0.4) score += 1.5 + inFirst * 0.1
  if (line.index === 0) score += 0.6
  score -= Math.min(1, Math.max(0, bodyStart - line.index) * 0.04)
  if (shape.words < 4) score -= 0.8
  if (shape.size > 160) score -= 1
  if (shape.sentence && !/[?!"”’»“]$/.test(text)) score -= shape.size > 90 ? 2 : 1
  if (shape.digits > 0.25) score -= 2
  return score
}
