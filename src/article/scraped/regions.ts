import type { Lexicon } from '../lexicon.js'
import { commentHead } from '../line-reason.js'
import { isRunning } from '../line-shape.js'
import { cut } from './classify-top.js'
import { headBylineNames } from './head-byline.js'
import type { Line } from './line.js'

/** Reasons that say only that a line is no text; where it stands says what it is. */
const vague = new Set([
  'menu',
  'label',
  'outside the article',
  'related link or caption',
  'number',
  'time of reading or posting',
  'heading without text',
])

const tagHead =
  /^(?:tags?|topics?|keywords|schlagworte|schlagwörter|themen|stichworte|etiquetas|temas|mots-clés|thèmes|sujets|теги|темы|ключевые слова|palavras-chave|explore more on these topics|filed under)\s*:?$|^(?:topics|tags|temas|themen|schlagworte|sujets|теги)\s(?:\p{Lu}\S*\s?)+$/iu
const tagRow =
  /^(?:#\p{L}[\p{L}\p{N}_]*\s*)+$|^(?:[\p{L}\p{N}'’ -]{2,30}\s*[·,|/]\s*){2,}[\p{L}\p{N}'’ -]{2,30}$/u
const counters =
  /^(?:\p{So}\uFE0F?\p{Sk}?\s*[\d.,]+[km]?\s*)+$|^[\d.,]+[km]?\s*(?:shares?|likes?|retweets|times shared)$/iu
const readingTime = /(?:\bmin(?:ute|uto|uten|utes|utos)?s?\b|\bмин)/iu
const contact = /[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|\+\d[\d\s()-]{6,}|\b0\d{2,4}[\s/-]\d{3}/u
const legal =
  /©|\(c\)\s|\bcopyright\b|\blicen[sc]ed under\b|\bISSN\b|\ball rights\b|alle rechte|todos los derechos|tous droits|все права|\bIBAN\b/iu
/** Offers to subscribe that no phrase of the table opens. */
const invitation =
  /\bnewsletters?\b|\binbox\b|\bno spam\b|\bposteingang\b|\bbolet[ií]n\b|\binfolettre\b|рассылк|\bsign up\b|\bsuscr[ií]b|\babonnier|\bs['’]abonner\b|\b(?:android|ios)\b.*\bapp\b|^(?:get|like this\?\s*get) (?:the|our) .{3,40}(?:briefing|brief|alerts)|\bjoin [\d.,]+ (?:readers|subscribers)/iu
const signOff =
  /^[^\p{L}]{0,3}(?:reporting|writing|written|editing|edited|additional reporting|compiled)\s(?:and \w+ )?by\s|^(?:source|quelle|fuente|источник|fonte)s?\s*[:：]|^\p{Lu}[\p{L}.]+(?:\s?\/\s?\p{Lu}[\p{Lu}\p{L}.]+){1,3}$/iu
const pictureCredit = /^(?:pool|file|courtesy|handout)\s(?:photo|picture|image)|\svia\s\p{Lu}{2,}$/iu
const ticker = /[▲▼△▽]/
const player =
  /^(?:listen|watch|play|audio|video|clip|hören|anhören|escuchar|écouter|слушать)\b.{0,12}\d:\d\d/iu
const videoTeaser = /^\d{1,2}:\d{2}\s+\S+\s+\S+/
const emptyForm = /^(?:[\p{L}-]+\s?\*?\s?:\s*){2,}$/u

type Section = 'comments' | 'related link' | 'tags' | 'legal notice' | 'newsletter' | null

/** Gives cut lines the reason that their place on the page suggests, where their own words gave none. */
export function settleRegions(lines: readonly Line[], lexicon: Lexicon): void {
  const isText = (line: Line): boolean =>
    line.role === 'body' || line.role === 'list' || line.role === 'heading' || line.role === 'deck'
  const first = lines.findIndex(isText)
  const last = lines.findLastIndex(isText)
  if (first < 0) return
  const title = lines.findIndex(line => line.role === 'title')
  const top = title >= 0 && title < first ? title : first
  for (const line of lines.slice(0, top)) settleAbove(line)
  for (const line of lines.slice(top, first)) settleHead(line)
  for (const line of lines.slice(first, last + 1)) settleInside(line)
  settleBelow(lines.slice(last + 1), lexicon)
}

const isVague = (line: Line): boolean => line.role === 'cut' && vague.has(line.reason)

function settleAbove(line: Line): void {
  if (line.role === 'cut' && line.unfit === 'date line') cut(line, 'date line')
  if (line.role === 'cut' && player.test(line.text)) cut(line, 'interface')
  if (!isVague(line)) return
  if (isRunning(line.shape) && line.shape.sentence) cut(line, 'outside the article')
  else cut(line, 'menu')
}

/** Between title and text stand counters, reading times and the captions of the picture. */
function settleHead(line: Line): void {
  if (!isVague(line)) return
  const { text } = line
  if (counters.test(text)) cut(line, 'share')
  else if (/^\([^()]{4,50}\)$/.test(text) || pictureCredit.test(text)) cut(line, 'credit')
  else if (ticker.test(text)) cut(line, 'notice')
  else if (
    line.reason === 'time of reading or posting' &&
    readingTime.test(text) &&
    !/ago\b|vor\b|hace\b/.test(text)
  )
    cut(line, 'reading time')
  else if (invitation.test(text)) cut(line, 'newsletter')
  else if (/\d:\d\d/.test(text) && text.length < 40 && line.reason === 'label') cut(line, 'interface')
  else if (line.shape.words >= 4 && line.shape.sentence) cut(line, 'caption')
  else if (line.reason === 'label') cut(line, 'notice')
}

/** What stands inside the text and is none of it is a link, unless its words say otherwise. */
function settleInside(line: Line): void {
  if (!isVague(line)) return
  if (counters.test(line.text)) cut(line, 'share')
  else if (line.reason !== 'time of reading or posting' && line.reason !== 'number') cut(line, 'related link')
}

/** Below the text a label opens a part of the page that lasts until the next one. */
function settleBelow(lines: readonly Line[], lexicon: Lexicon): void {
  let section: Section = null
  for (const [i, line] of lines.entries()) {
    if (line.reason === 'credit' && /^©[^/]*$|©\s*\d{4}/u.test(line.text)) cut(line, 'legal notice')
    if (line.reason === 'caption' && /©\s*\d{4}|\d{4}\s*©/u.test(line.text)) cut(line, 'legal notice')
    const opened = sectionOf(line)
    if (opened) {
      section = opened
      if (opened === 'tags') cut(line, 'tags')
      else if (opened === 'comments') cut(line, 'comments')
      continue
    }
    if (
      section === 'comments' &&
      (isVague(line) || line.reason === 'date line' || line.reason === 'byline')
    ) {
      cut(line, 'comments')
      continue
    }
    if (!isVague(line)) {
      if (line.reason !== 'share' && line.reason !== 'advertisement' && section !== 'comments') section = null
      continue
    }
    cut(line, reasonBelow(line, section, [lines[i - 1], lines[i + 1]], lexicon))
    if (section === 'tags') section = null
  }
}

const isHeadline = (line: Line): boolean =>
  line.furniture === null &&
  line.shape.words >= 3 &&
  !line.shape.sentence &&
  !/^[([–—*]|[)\]–—]$|:/.test(line.text) &&
  headBylineNames(line.text) === null

function sectionOf(line: Line): Section {
  const { text, reason } = line
  if (commentHead.test(text)) return 'comments'
  if (tagHead.test(text)) return 'tags'
  if (reason === 'comments') return 'comments'
  if (reason === 'related link' && line.shape.size <= 60) return 'related link'
  return null
}

function reasonBelow(
  line: Line,
  section: Section,
  neighbours: readonly (Line | undefined)[],
  lexicon: Lexicon,
): string {
  const { text, shape } = line
  if (invitation.test(text)) return 'newsletter'
  if (videoTeaser.test(text)) return 'related link'
  if (signOff.test(text) && shape.words <= 25) return 'credit'
  if (section === 'tags' || tagRow.test(text)) return isMenuRow(text, lexicon) ? 'menu' : 'tags'
  if (legal.test(text)) return 'legal notice'
  if (contact.test(text)) return 'contact'
  if (emptyForm.test(text)) return 'comments'
  if (counters.test(text)) return 'share'
  if (isMenuRow(text, lexicon)) return 'menu'
  const closing = shape.sentence && shape.words >= 8 && neighbours[1] === undefined
  if (section === 'related link' && !closing) return 'related link'
  if (line.reason === 'time of reading or posting') return line.reason
  if (shape.sentence && shape.words >= 5) return 'notice'
  // Headlines of other stories: several words, no full stop, and more of them beside.
  const beside = neighbours.some(
    other => other !== undefined && (isHeadline(other) || other.reason === 'related link'),
  )
  return isHeadline(line) && beside ? 'related link' : 'notice'
}

/** A row of site links: "Imprint Privacy Contact". */
function isMenuRow(text: string, lexicon: Lexicon): boolean {
  const entries = text.split(/\s*[|·•]\s*|\s{2,}/).filter(Boolean)
  const known = (entry: string): boolean => /^(?:menu|legal notice)$/.test(lexicon.furniture(entry) ?? '')
  if (entries.length > 1) return entries.filter(known).length >= Math.max(1, entries.length * 0.4)
  const words = text.split(/\s+/)
  return words.length <= 6 && words.filter(known).length >= Math.max(1, words.length * 0.5)
}
