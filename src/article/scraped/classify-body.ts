import { isBareName } from '../byline-line.js'
import { isCaption, isCredit } from '../credit-line.js'
import type { ArticleDraft } from '../draft.js'
import type { Lexicon } from '../lexicon.js'
import { isRunning } from '../line-shape.js'
import { bare } from '../plain-text.js'
import type { Run } from './body-run.js'
import { cut } from './classify-top.js'
import type { Line } from './line.js'

/** Judges the lines of the body's run one by one; lines outside the run are cut. */
export function classifyBody(lines: readonly Line[], run: Run, draft: ArticleDraft, lexicon: Lexicon): void {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(bare(line.text), (counts.get(bare(line.text)) ?? 0) + 1)
  const seen = new Set<string>()
  for (const line of lines) {
    if (line.role) continue
    noteTruncation(line, run, draft)
    if (line.index < run.from || line.index >= run.to) {
      cut(line, line.furniture ?? line.unfit ?? outsideReason(line, lexicon))
      continue
    }
    const reason = line.unfit ?? repetition(line, seen, counts)
    if (reason) cut(line, reason)
    else seen.add(bare(line.text))
  }
  const rest = lines.filter(line => !line.role)
  cutEchoes(rest)
  cutAuthorBox(rest, draft.bylines)
  shapeBody(
    rest.filter(line => !line.role),
    counts,
  )
}

/** A quotation on a line of its own whose words another line of the text holds: set apart for the eye. */
function cutEchoes(lines: readonly Line[]): void {
  const keys = lines.map(line => bare(line.text))
  for (const [i, line] of lines.entries()) {
    const key = keys[i]!
    if (!/^["“„«‘'»]/.test(line.text) || key.length < 25 || key.length > 260) continue
    if (keys.some((other, j) => j !== i && other.length > key.length && other.includes(key)))
      cut(line, 'pull quote')
  }
}

/** The last lines of a text that begin with its writer's name speak of the writer. */
function cutAuthorBox(lines: readonly Line[], bylines: readonly string[]): void {
  for (const line of lines.slice(-2))
    if (bylines.some(name => name.includes(' ') && line.text.startsWith(`${name} `)) && lines.length > 3)
      cut(line, 'author box')
}

function noteTruncation(line: Line, run: Run, draft: ArticleDraft): void {
  if (line.furniture !== 'truncation' || line.index < run.from || line.index > run.to + 3) return
  draft.truncated = true
  draft.basis['truncated'] = `line "${line.text.slice(0, 60)}"`
}

function outsideReason(line: Line, lexicon: Lexicon): string {
  if (isCredit(line.text, lexicon)) return 'credit'
  if (isCaption(line.text)) return 'caption'
  return isRunning(line.shape) ? 'outside the article' : 'menu'
}

function repetition(
  line: Line,
  seen: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): string | null {
  const key = bare(line.text)
  if (key.length > 20 && seen.has(key)) return 'repeated line'
  // A widget's label comes again and again; a sentence of the text does not.
  return (counts.get(key) ?? 0) >= 3 && !line.shape.sentence ? 'repeated line' : null
}

/** Of the lines left, short ones are headings when running text follows them; other short lines stand for links, captions and labels. */
function shapeBody(rest: readonly Line[], counts: ReadonlyMap<string, number>): void {
  for (const [i, line] of rest.entries()) {
    const next = rest[i + 1]
    const previous = rest[i - 1]
    if (/^[•▪◦●*·–-]\s/.test(line.text))
      line.role =
        next !== undefined && isRunning(next.shape) && /^[–-]/.test(line.text) && !/[.;,]$/.test(line.text)
          ? 'heading'
          : 'list'
    else if ((line.shape.sentence && !isShouted(line)) || isRunning(line.shape)) line.role = 'body'
    else settleShort(line, previous, next)
    if (line.role === 'heading' && (counts.get(bare(line.text)) ?? 0) > 2) cut(line, 'menu')
  }
}

/** "(LAUGHTER)" in a transcript. */
const stageDirection = /^[([]\p{Lu}[\p{Lu}\s'’-]+[)\]]$/u

/** A sentence by its end; a short line in capitals that ends in a question mark is a heading. */
const isShouted = (line: Line): boolean =>
  /[?!]$/.test(line.text) &&
  line.shape.words <= 6 &&
  line.text === line.text.toUpperCase() &&
  /\p{Lu}/u.test(line.text)

function settleShort(line: Line, previous: Line | undefined, next: Line | undefined): void {
  const proseBefore = previous !== undefined && (previous.role === 'body' || previous.role === 'list')
  const proseAfter =
    next !== undefined && (isRunning(next.shape) || (next.shape.sentence && next.shape.words >= 3))
  const sentenceInside = line.shape.words >= 18 && /\p{Ll}[.!?]\s\p{Lu}/u.test(line.text)
  if (sentenceInside || line.shape.open || stageDirection.test(line.text)) line.role = 'body'
  else if (isBareName(line.text) && !proseBefore) cut(line, 'byline')
  else if (proseAfter && line.shape.size <= 80 && (proseBefore || previous === undefined))
    line.role = 'heading'
  else if (proseAfter && line.shape.size <= 80 && previous?.role === 'heading') line.role = 'heading'
  else cut(line, line.shape.size > 60 ? 'related link or caption' : 'label')
}
