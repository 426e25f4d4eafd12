import type { Line } from './line.js'
import type { LineLabel } from './line-label.js'

/** Reason of a cut by label, where the line's own words give no finer one. */
const reasons: Readonly<Record<LineLabel, string>> = {
  title: 'title repeated',
  deck: 'summary',
  byline: 'byline',
  date: 'date line',
  dateline: 'place line',
  body: 'outside the article',
  subhead: 'heading without text',
  caption: 'caption',
  credit: 'credit',
  link: 'related link',
  menu: 'menu',
  share: 'share',
  comment: 'comments',
  newsletter: 'newsletter',
  interface: 'interface',
  furniture: 'notice',
}

const finer: readonly (readonly [string, RegExp])[] = [
  ['advertisement', /\b(?:advertis|sponsored)|^(?:anzeige|publicidad|publicité|реклама|reklam)\b/iu],
  [
    'legal notice',
    /©|\(c\)\s|\bcopyright\b|\bISSN\b|\brights reserved\b|alle rechte|derechos|tous droits|все права|impressum|\blicen[sc]e/iu,
  ],
  [
    'tags',
    /^(?:tags?|topics?|keywords|filed under|posted in|schlagworte|themen|etiquetas|mots-clés|теги)\b|^(?:#\p{L}\S*\s*)+$/iu,
  ],
  ['contact', /[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|\+\d[\d\s()-]{6,}/u],
  ['reading time', /\b\d+\s?-?\s?(?:min|minute)/iu],
  ['consent notice', /cookies?\b/iu],
]

/** What a feature of the classifier says to a reader. */
const phrases: readonly (readonly [RegExp, (kind: string) => string])[] = [
  [/^(?:\w+ )?phrase (.+)$/, kind => `a phrase of ${kind}`],
  [/^(?:\w+ )?(?:half|has|twice|first|quarter) (\w+)/, kind => `words of ${kind}`],
  [/^cue (.+?)(?: \d.*)?$/, kind => `below a label of ${kind}`],
  [/^part tail|^tail |^run above|^running above 5|^running above 6/, () => 'behind the text'],
  [/^part top|^top |^title below/, () => 'above the title'],
  [/^part head|^head /, () => 'between title and text'],
  [/^topic 0/, () => 'shares no word with the text'],
  [/^came before|^comes again|^frequent/, () => 'stands here more than once'],
  [/^held by a longer/, () => 'words that another line holds'],
  [/^(?:bare name|byline|name and)/, () => 'a name'],
  [/^(?:bars|rows of bars)/, () => 'entries in a row'],
  [/^capitals only/, () => 'capitals only'],
  [/^(?:form|words) (?:one|few|0|1)\b/, () => 'a word or two'],
]

/** Why a line was cut: what it is, and in brackets what showed it: "related link (below a label of related; shares no word with the text)". */
export function cutReason(line: Line, label: LineLabel, traits: readonly string[]): string {
  const own = line.furniture ?? line.unfit
  const reason = finerReason(line, label, own)
  const shown = [...new Set(traits.flatMap(trait => phraseOf(trait) ?? []))]
    .filter(phrase => phrase !== `a phrase of ${reason}`)
    .slice(0, 2)
  return own === reason || shown.length === 0 ? reason : `${reason} (${shown.join('; ')})`
}

function phraseOf(trait: string): string | null {
  for (const [pattern, phrase] of phrases) {
    const found = pattern.exec(trait)
    if (found) return phrase(found[1] ?? '')
  }
  return null
}

/** The line's own wording says the same as the label, only finer: an advertisement, a legal notice. */
function finerReason(line: Line, label: LineLabel, own: string | null): string {
  if (own && labelOfReason(own) === label) return own
  if (label === 'furniture') for (const [name, pattern] of finer) if (pattern.test(line.text)) return name
  return reasons[label]
}

const byReason = new Map<string, LineLabel>([
  ['title', 'title'],
  ['outlet name', 'menu'],
  ['byline', 'byline'],
  ['date line', 'date'],
  ['time of reading or posting', 'date'],
  ['caption', 'caption'],
  ['credit', 'credit'],
  ['sign-off', 'credit'],
  ['related link', 'link'],
  ['menu', 'menu'],
  ['share', 'share'],
  ['comments', 'comment'],
  ['newsletter', 'newsletter'],
  ['interface', 'interface'],
  ['embed notice', 'interface'],
])

/** Label that a line's own wording suggests; what has no label of its own is furniture. */
export const labelOfReason = (reason: string): LineLabel => byReason.get(reason) ?? 'furniture'

/** Label of a line that was cut for a reason, with or without what showed it in brackets. */
export function labelOfCut(reason: string): LineLabel {
  const plain = reason.replace(/ \(.*$/, '')
  const found = Object.entries(reasons).find(([, known]) => known === plain)
  return (found?.[0] as LineLabel | undefined) ?? labelOfReason(plain)
}
