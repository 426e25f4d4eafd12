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
  const trimmed = withoutTeasers(lines, { from: run.from, to: sectionEnd(lines, run) })
  return withNextSentences(lines, withLastSentences(lines, trimmed))
}

/** Sentences that follow at once belong to the text, however short; a box of one to four links between them and four more sentences does not end it. */
function withNextSentences(lines: readonly Line[], run: Run): Run {
  let to = run.to
  if (to === run.from) return run
  for (;;) {
    const line = lines[to]
    if (line && isSentence(line)) to++
    else if (line && line.furniture === 'related link' && resumes(lines, to + 1, to + 1)) to++
    else if (line && isListed(line, lines[to + 1])) to++
    else if (line && isSubhead(line, lines[to + 1])) to += 2
    else if (line && (/^[([]\p{Lu}[\p{Lu}\s]+[)\]]$/u.test(line.text) || resumesSoon(lines, to))) to++
    else if (line && afterPictures(lines, to) > to) to = afterPictures(lines, to)
    else if (line && farewell.test(line.text)) to = Math.min(lines.length, to + 2)
    else return { from: run.from, to }
  }
}

/** Where running text goes on behind a gallery of captions, credits and buttons; `at` if it does not. */
function afterPictures(lines: readonly Line[], at: number): number {
  let next = at
  const isPicture = (line: Line | undefined): boolean =>
    line !== undefined &&
    (line.unfit === 'caption' ||
      line.unfit === 'credit' ||
      line.furniture === 'interface' ||
      line.furniture === 'advertisement')
  while (isPicture(lines[next])) next++
  const line = lines[next]
  return line && isSentence(line) && isRunning(line.shape) ? next : at
}

/** Close of a letter; its writer's name stands on the next line. */
const farewell =
  /^(?:yours\b|(?:with )?(?:kind|best|warm) regards|sincerely|mit freundlichen|hochachtungsvoll|atentamente|un saludo|cordialement|veuillez agréer|с уважением|cordiali saluti|atenciosamente)/iu

const bullet = /^(?:[•▪◦●*·–-]\s|\d{1,2}[.)]\s)/

/** Items of a list, and the line with a colon that announces them. */
const isListed = (line: Line, next: Line | undefined): boolean =>
  line.furniture === null &&
  line.unfit === null &&
  ((bullet.test(line.text) && /[;.,:!?]$/.test(line.text)) ||
    (line.shape.open && next !== undefined && (bullet.test(next.text) || isSentence(next))))

/** A heading of few words and a full paragraph below it: headlines of teasers are longer, their summaries shorter. */
const isSubhead = (line: Line, next: Line | undefined): boolean =>
  line.furniture === null &&
  line.unfit === null &&
  (line.shape.words <= 4 || bullet.test(line.text)) &&
  next !== undefined &&
  isSentence(next) &&
  isRunning(next.shape) &&
  next.shape.size >= 110

const resumesSoon = (lines: readonly Line[], at: number): boolean =>
  [1, 2, 3, 4].some(
    skip => lines.slice(at + skip, at + skip + sentencesInRow).filter(isSentence).length === sentencesInRow,
  )

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

/** Sentences in a row that no list of teasers has. */
const sentencesInRow = 4

const isSentence = (line: Line): boolean =>
  line.shape.sentence && line.shape.words >= 3 && line.furniture === null && line.unfit === null

/** Two long running lines in a row within the next six lines, or four sentences in a row: the article goes on. */
function resumes(lines: readonly Line[], from: number, to: number): boolean {
  let row = 0
  for (const line of lines.slice(from, from + 6 + sentencesInRow)) {
    row = isSentence(line) ? row + 1 : 0
    if (row === sentencesInRow) return true
  }
  for (let i = from; i < Math.min(from + 6, to - 1); i++) {
    const [a, b] = [lines[i]!, lines[i + 1]!]
    if (
      a.furniture === null &&
      b.furniture === null &&
      isRunning(a.shape) &&
      isRunning(b.shape) &&
      a.shape.size + b.shape.size > 300
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
  const labels = tail.filter(
    line => !isRunning(line.shape) && !(line.shape.sentence && line.shape.words >= 3),
  )
  // Subheads have few words, headlines of other stories have many.
  const lengths = labels.map(line => line.shape.words).sort((a, b) => a - b)
  const short = (lengths[Math.floor(lengths.length / 2)] ?? 0) <= 4
  const questions = labels.filter(line => /[?？:]$/.test(line.text)).length
  const teasing =
    teasers.length >= 2 &&
    teasers.length >= running.length * 0.7 &&
    labels.length >= teasers.length &&
    !short &&
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
