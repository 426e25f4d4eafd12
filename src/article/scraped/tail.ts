import { isRunning } from '../line-shape.js'
import { isInlineLink, lineWeight, type Run } from './body-run.js'
import type { Line } from './line.js'

/** Kinds of furniture whose bare label ("Most read", "Comments") opens another part of the page. */
const sectionKinds = new Set([
  'related link',
  'comments',
  'newsletter',
  'share',
  'truncation',
  'legal notice',
])

/** Heading of the box that introduces the writer below a text. */
const authorBox =
  /^(?:about the (?:authors?|writers?)|über (?:den autor|die autorin|die autoren)|zur person|sobre (?:el autor|la autora|los autores)|à propos de l['’]auteure?)\s*:?$/iu

/**
 * Run without what pages append to an article: everything from a label such as "More on this topic" on, if what stands before weighs at least
 * twice as much, and closing teasers (a short line and one or two short sentences, again and again).
 */
export function withoutTail(lines: readonly Line[], run: Run): Run {
  return withLastSentences(lines, withoutTeasers(lines, { from: run.from, to: sectionEnd(lines, run) }))
}

function sectionEnd(lines: readonly Line[], run: Run): number {
  const weights = lines.slice(run.from, run.to).map(line => Math.max(0, lineWeight(line)))
  const total = weights.reduce((a, b) => a + b, 0)
  let before = 0
  for (let i = run.from; i < run.to; i++) {
    const line = lines[i]!
    if (authorBox.test(line.text) && before > total * 0.66) return i
    const label =
      line.furniture !== null &&
      sectionKinds.has(line.furniture) &&
      line.shape.size <= 45 &&
      !line.shape.sentence &&
      !isInlineLink(line)
    const strength = line.furniture === 'related link' || line.furniture === 'comments' ? 0.66 : 0.8
    // A label inside the article is followed by a link or two and then by more running text.
    if (label && before > total * strength && !resumes(lines, i + 1, run.to)) return i
    before += weights[i - run.from]!
  }
  return run.to
}

/** Two long running lines in a row within the next six lines: the article goes on. */
function resumes(lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(from + 6, to - 1); i++) {
    const [a, b] = [lines[i]!, lines[i + 1]!]
    if (
      a.furniture === null &&
      b.furniture === null &&
      isRunning(a.shape) &&
      isRunning(b.shape) &&
      a.shape.size + b.shape.size > 350
    )
      return true
  }
  return false
}

function withoutTeasers(lines: readonly Line[], run: Run): Run {
  let last = run.to - 1
  while (last > run.from && !followsRunning(lines, last, run.from)) last--
  const tail = lines.slice(last + 1, run.to)
  const running = tail.filter(line => isRunning(line.shape) && !line.furniture)
  const teasers = running.filter(
    line => line.shape.size < 330 && line.index > last + 1 && !isRunning(lines[line.index - 1]!.shape),
  )
  const labels = tail.filter(line => !isRunning(line.shape))
  const questions = labels.filter(line => /[?？:]$/.test(line.text)).length
  const teasing =
    teasers.length >= 2 &&
    teasers.length >= running.length * 0.7 &&
    labels.length >= teasers.length &&
    questions < labels.length / 2
  return teasing && last > run.from + 2 ? { from: run.from, to: last + 1 } : run
}

function followsRunning(lines: readonly Line[], at: number, from: number): boolean {
  const line = lines[at]!
  const previous = at > from ? lines[at - 1]! : null
  return (
    previous !== null &&
    isRunning(line.shape) &&
    isRunning(previous.shape) &&
    !line.furniture &&
    !previous.furniture
  )
}

/** A short closing sentence below an advertisement's label weighs too little for the run; it is the text's when it follows at once. */
function withLastSentences(lines: readonly Line[], run: Run): Run {
  let to = run.to
  for (let at = run.to; at < Math.min(run.to + 3, lines.length); at++) {
    const line = lines[at]!
    if (line.furniture === 'advertisement') continue
    const closing =
      line.shape.words >= 5 && /[\p{Ll}\d]\.["”»]?$/u.test(line.text) && !line.furniture && !line.unfit
    if (!closing || to === run.from) break
    to = at + 1
  }
  return { from: run.from, to }
}
