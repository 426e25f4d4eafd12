import { isRunning } from '../line-shape.js'
import { bare } from '../plain-text.js'
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

const nameSuffix = /\s+[|–—›»·•-]+\s+|\s*\|\s*/g

/** Splits "Title - Section - Outlet" into the title and what follows; the title keeps at least as many characters as the rest. */
export function splitSuffix(text: string): { head: string; tail: string[] } {
  const cuts = [...text.matchAll(nameSuffix)]
  let cut = text.length
  for (const match of cuts.reverse()) {
    const at = match.index ?? 0
    const tail = text.slice(at + match[0].length, cut === text.length ? undefined : cut)
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

function titleLike(line: Line): boolean {
  const { shape, text } = line
  if (line.furniture || shape.size < 15 || shape.size > 260 || shape.words < 3) return false
  return !/[.;,]$/.test(text) || shape.size < 120
}

/** The first line that another line near the top repeats, whole or as its end or beginning: the page's title element above its heading. */
export function repeatedTitle(lines: readonly Line[], bodyStart: number): TitleLines | null {
  const top = lines.slice(0, Math.min(3, Math.max(1, bodyStart + 1)))
  for (const first of top) {
    const { head, tail } = splitSuffix(first.text)
    const key = bare(head)
    const whole = bare(first.text)
    if (key.length < 10) continue
    for (const line of lines.slice(first.index + 1, bodyStart + 1)) {
      const other = bare(line.text)
      if (other.length < 10 || (isRunning(line.shape) && other.length > key.length * 1.5)) continue
      if (other === key || other === whole)
        return named(
          lines,
          first.index === line.index ? first : line,
          tail.at(-1) ?? null,
          null,
          'line repeated by the heading',
        )
      if (whole.endsWith(other) && other.length > whole.length * 0.5 && line.shape.words >= 4)
        return named(
          lines,
          line,
          null,
          first.text.slice(0, first.text.length - line.text.length).trim() || null,
          'line repeated after its trail',
        )
      if (key.startsWith(other) && other.length > key.length * 0.6 && line.shape.words >= 4)
        return named(lines, line, tail.at(-1) ?? null, null, 'line repeated by the heading')
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
      l =>
        l.index <= line.index + 400 &&
        (bare(l.text) === key || (l.index < line.index && bare(l.text).includes(key))),
    )
    .map(l => l.index)
  const near = same.filter(index => index >= line.index && index <= line.index + 3)
  return { title: line.text, at: near.at(-1) ?? line.index, outlet, trail, repeats: new Set(same), rule }
}

/** Otherwise the last title-like line above the body, nearest first, that is no sentence; the first line of the text if it looks like a title. */
export function lineAboveBody(lines: readonly Line[], bodyStart: number): TitleLines | null {
  const first = lines[0]
  const above = lines.slice(Math.max(0, bodyStart - 12), bodyStart).filter(titleLike)
  const best = above
    .map(line => ({ line, score: scoreAsTitle(line, bodyStart) }))
    .sort((a, b) => b.score - a.score || a.line.index - b.line.index)[0]
  if (best && best.score > 0) {
    const { head, tail } = splitSuffix(best.line.text)
    return {
      ...named(lines, best.line, tail.at(-1) ?? null, null, 'title-like line above the body'),
      title: head,
    }
  }
  if (!first || !titleLike(first)) return null
  const { head, tail } = splitSuffix(first.text)
  return { ...named(lines, first, tail.at(-1) ?? null, null, 'first line'), title: head }
}

function scoreAsTitle(line: Line, bodyStart: number): number {
  const { shape, text } = line
  let score = 2 - (bodyStart - line.index) * 0.1
  if (shape.words >= 5) score += 1.5
  if (shape.words < 4) score -= 1
  if (shape.size > 160) score -= 1
  if (shape.sentence && !/[?!"”’»]$/.test(text)) score -= 1.5
  if (shape.digits > 0.25) score -= 2
  if (line.apart) score += 0.3
  if (/[,|]/.test(text) && shape.capitals > 0.9 && shape.words < 8) score -= 1
  return score
}
