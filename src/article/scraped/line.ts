import { gluedCaption } from '../credit-line.js'
import { withoutEntities } from '../entities.js'
import { isRunning, type LineShape, lineShape } from '../line-shape.js'
import { flat, plainSpaces } from '../plain-text.js'

/** What a line is. Everything but `body`, `heading`, `deck`, `quote` and `list` is cut, with the role (or a finer reason) as its reason. */
export type LineRole =
  | 'body'
  | 'heading'
  | 'deck'
  | 'list'
  | 'title'
  | 'byline'
  | 'date line'
  | 'caption'
  | 'credit'
  | 'cut'

/** A visible line of a scraped text on its way through the classifier. */
export interface Line {
  readonly text: string
  shape: LineShape
  readonly index: number
  /** First and last line of the scraped text that it comes from: one, unless hard-wrapped lines were joined. */
  readonly source: readonly [number, number]
  /** An empty line stands before it. */
  readonly apart: boolean
  /** Lexicon's reason to cut it, if a furniture phrase matches. */
  readonly furniture: string | null
  /** Its own wording says that it is no text of an article (credit, date, number, ...): why, or null. */
  unfit: string | null
  /** The next line was glued to it: a credit with its caption. */
  readonly glued: boolean
  /** The same short line stands three times or more in the text. */
  readonly frequent: boolean
  /** Running text stands right before and after it. */
  between: boolean
  role: LineRole | null
  reason: string
}

/** Judges a line by its wording alone. */
export interface LineJudge {
  furniture(line: string): string | null
  unfit(line: string): string | null
}

/**
 * Lines of a scraped text: spaces plain, white space runs made one, empty lines dropped, hard-wrapped paragraphs joined, captions parted from
 * the credit they were glued to, and what scrapers leave of a doctype dropped.
 */
export function splitLines(text: string, judge: LineJudge): Line[] {
  const raw = plainSpaces(withoutEntities(text))
    .replace(/^\s*<!doctype html[^>]*>/i, '')
    .split('\n')
    .map(flat)
  const lines: Line[] = []
  const counts = new Map<string, number>()
  for (const line of raw) counts.set(line, (counts.get(line) ?? 0) + 1)
  let apart = true
  for (const { text: piece, source } of unwrap(raw)) {
    if (piece === '') {
      apart = true
      continue
    }
    for (const [i, part] of parted(piece).entries()) {
      lines.push({
        text: part,
        shape: lineShape(part),
        index: lines.length,
        source,
        apart,
        furniture: part.length > 3000 ? null : judge.furniture(part),
        unfit: part.length > 3000 ? null : judge.unfit(part),
        glued: i === 0 && part.length < piece.length,
        frequent: part.length < 60 && (counts.get(part) ?? 0) >= 3,
        between: false,
        role: null,
        reason: '',
      })
      apart = false
    }
  }
  const last = lines.findLast(line => line.furniture === null)
  // The text may break off inside its last sentence, or inside the one above "read more of this story".
  for (const line of [last, ...lines.filter(l => lines[l.index + 1]?.furniture === 'truncation')])
    if (line && !line.furniture && line.shape.words >= 12 && line.shape.capitals < 0.4)
      line.shape = { ...line.shape, sentence: true }
  for (const line of lines) {
    const [previous, next] = [lines[line.index - 1], lines[line.index + 1]]
    line.between =
      previous !== undefined && next !== undefined && isRunning(previous.shape) && isRunning(next.shape)
  }
  return lines
}

/** Lines whose surroundings make them captions are marked as unfit. */
export function markCaptions(lines: readonly Line[], captions: ReadonlySet<number>): void {
  for (const line of lines) if (captions.has(line.index)) line.unfit = 'caption'
}

function parted(line: string): string[] {
  const at = gluedCaption(line)
  return at > 0 ? [line.slice(0, at).trim(), line.slice(at).trim()] : [line]
}

/** A line with the range of raw lines it was joined from. */
interface Piece {
  readonly text: string
  readonly source: readonly [number, number]
}

/** Joins hard-wrapped lines: only where nearly all lines of the text are 50 to 100 characters long and mostly stop inside sentences. */
function unwrap(lines: readonly string[]): readonly Piece[] {
  const full = lines.filter(line => line.length > 0)
  const wrapped = full.filter(line => line.length >= 45 && line.length <= 100)
  const inside = wrapped.filter(line => /[\p{Ll},;]$/u.test(line))
  const longest = full.reduce((a, line) => Math.max(a, line.length), 0)
  if (
    full.length < 6 ||
    longest > 110 ||
    wrapped.length < full.length * 0.6 ||
    inside.length < wrapped.length * 0.5
  )
    return lines.map((text, i) => ({ text, source: [i, i] }))
  const joined: Piece[] = []
  for (const [i, line] of lines.entries()) {
    const last = joined.at(-1)
    const continues =
      last !== undefined &&
      last.text !== '' &&
      line !== '' &&
      (/[\p{Ll},;-]$/u.test(last.text) || /^\p{Ll}/u.test(line))
    if (!continues) {
      joined.push({ text: line, source: [i, i] })
      continue
    }
    const hyphenated = /\p{Ll}-$/u.test(last.text) && /^\p{Ll}/u.test(line)
    const text = hyphenated ? last.text.slice(0, -1) + line : `${last.text} ${line}`
    joined[joined.length - 1] = { text, source: [last.source[0], i] }
  }
  return joined
}
