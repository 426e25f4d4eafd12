import { isRunning } from '../line-shape.js'
import { bare } from '../plain-text.js'
import type { Run } from './body-run.js'
import type { Line } from './line.js'
import { formOf, type LineWords, lineTraits, stepOf, wordsOf } from './line-traits.js'
import type { TitleLines } from './title-line.js'

/** Kinds of furniture and classes of words that open a part of the page when they stand on a short line of their own. */
const openers = new Set([
  'related link',
  'related',
  'comments',
  'comment',
  'newsletter',
  'share',
  'tags',
  'legal notice',
  'legal',
  'player',
  'interface',
])

/**
 * Features of every line of a page: its own traits, those of its neighbours, and where it stands: towards title and running text, below which
 * label, in how dense a part, how many of its words the rest of the text shares, whether it comes again.
 */
export function pageTraits(
  lines: readonly Line[],
  words: LineWords,
  title: TitleLines | null,
  run: Run,
): string[][] {
  const own = lines.map(line => lineTraits(line, words))
  const places = placesOf(lines, title, run)
  const topics = topicShares(lines, title, words)
  const cues = cuesOf(lines, own)
  const copies = copiesOf(lines)
  const talk = own.filter(traits => traits.includes('speaker')).length >= Math.max(4, lines.length * 0.15)
  return lines.map((line, i) => {
    const form = formOf(line.shape)
    const place = places[i]!
    const found = [
      ...own[i]!,
      ...place.traits,
      `${place.part} ${form}`,
      ...topics[i]!.map(t => `${t} ${form}`),
      ...copies[i]!,
    ]
    if (line.furniture) found.push(`${place.part} phrase ${line.furniture}`)
    if (line.unfit) found.push(`${place.part} wording ${line.unfit}`)
    for (const trait of own[i]!)
      if (trait.startsWith('half ') || trait.startsWith('has ')) found.push(`${place.part} ${trait}`)
    for (const t of [
      'capitals only',
      'bare name',
      'byline',
      'bullet',
      'all in brackets',
      'year',
      'ends with a colon',
      'speaker',
      'quotation inside',
    ])
      if (own[i]!.includes(t)) found.push(`${place.part} ${t} ${form}`)
    found.push(...cues[i]!)
    if (isPlain(own[i]!)) found.push(`plain ${form}`, `${place.part} plain ${form}`)
    found.push(...listTraits(lines, own, i), ...(talk ? [`talk ${form}`] : []))
    found.push(...neighbours(lines, i))
    if (line.apart) found.push('apart', `apart ${form}`)
    if (lines[i + 1]?.apart) found.push(`apart below ${form}`)
    return found
  })
}

/** No word of the line is one that page furniture speaks in, and no phrase or wording speaks against it. */
const isPlain = (traits: readonly string[]): boolean =>
  !traits.some(trait => /^(?:half|twice|first|phrase|wording) /.test(trait))

/** Whether a line goes on with a list: it opens as the line above does, or stands below a colon. */
function listTraits(lines: readonly Line[], own: readonly (readonly string[])[], at: number): string[] {
  const form = formOf(lines[at]!.shape)
  const found: string[] = []
  const above = own[at - 1]
  if (!above) return found
  if (above.includes('ends with a colon')) found.push(`below a colon ${form}`)
  for (const opening of [
    'bullet',
    'numbered',
    'starts with a figure',
    'starts with a quotation',
    'speaker',
    'dash inside',
    'bars',
  ])
    if (own[at]!.includes(opening)) {
      if (above.includes(opening)) found.push(`${opening} as above ${form}`)
      if (own[at + 1]?.includes(opening)) found.push(`${opening} as below ${form}`)
    }
  const plain = [isPlain(above), isPlain(own[at + 1] ?? [])]
  found.push(`plain around ${plain.join(' ')} ${form}`)
  return found
}

/** What stands right above and below. */
function neighbours(lines: readonly Line[], at: number): string[] {
  const kind = (line: Line | undefined): string =>
    line ? (line.furniture ?? line.unfit ?? formOf(line.shape)) : 'edge'
  const own = formOf(lines[at]!.shape)
  const [above, below] = [kind(lines[at - 1]), kind(lines[at + 1])]
  return [
    `above ${above}`,
    `below ${below}`,
    `above ${above} own ${own}`,
    `below ${below} own ${own}`,
    `two above ${kind(lines[at - 2])}`,
    `two below ${kind(lines[at + 2])}`,
    `around ${above} ${below} own ${own}`,
  ]
}

interface Place {
  readonly part: string
  readonly traits: string[]
}

/** Where the lines stand: towards the densest run of sentences, the title, both ends of the page; share of the running text above them. */
function placesOf(lines: readonly Line[], title: TitleLines | null, run: Run): Place[] {
  const weight = lines.map(line =>
    isRunning(line.shape) && !line.furniture ? Math.min(400, line.shape.size) : 0,
  )
  const total = weight.reduce((a, b) => a + b, 0) || 1
  const first = title && title.at < run.to ? title.at : -1
  let before = 0
  return lines.map((line, i) => {
    const share = before / total
    before += weight[i]!
    const near = (from: number, to: number): number =>
      lines.slice(Math.max(0, from), Math.max(0, to)).filter(other => isRunning(other.shape)).length
    const head = first >= 0 ? first : run.from
    const part =
      i < Math.min(head, run.from)
        ? 'top'
        : i < run.from || share === 0
          ? 'head'
          : i < run.to
            ? 'text'
            : share >= 0.999
              ? 'tail'
              : 'late'
    const traits = [
      `part ${part}`,
      `running above ${stepOf(share, [0, 0.1, 0.3, 0.7, 0.9, 0.999])}`,
      `from the top ${stepOf(i, [0, 1, 2, 4, 8, 16, 40])}`,
      `from the end ${stepOf(lines.length - 1 - i, [0, 1, 2, 4, 8, 16, 40])}`,
      `running near ${near(i - 3, i)} ${Math.min(3, near(i + 1, i + 4))}`,
      `dense ${stepOf(near(i - 8, i + 9), [0, 1, 2, 4, 7, 11])}`,
      `running ahead ${stepOf(near(i + 1, i + 13), [0, 1, 3, 6])} behind ${stepOf(near(i - 12, i), [0, 1, 3, 6])}`,
    ]
    if (i >= run.from && i < run.to)
      traits.push('run', i === run.from ? 'run first' : i === run.to - 1 ? 'run last' : 'run inside')
    else
      traits.push(
        i < run.from
          ? `run below ${stepOf(run.from - i, [1, 2, 4, 8, 16])}`
          : `run above ${stepOf(i - run.to, [0, 1, 3, 7, 15])}`,
      )
    if (first >= 0)
      traits.push(
        i < first
          ? `title below ${stepOf(first - i, [1, 2, 4, 8])}`
          : `title above ${stepOf(i - first, [0, 1, 2, 3, 5, 8])}`,
      )
    if (title?.repeats.has(line.index))
      traits.push('title by rule', title.at === i ? 'title line' : 'title again', `title ${title.rule}`)
    return { part, traits }
  })
}

/** Share of a line's longer words that other running lines hold, and that the title holds. */
function topicShares(lines: readonly Line[], title: TitleLines | null, words: LineWords): string[][] {
  const content = lines.map(
    line => new Set(wordsOf(line.text).filter(w => w.length >= 4 && !words.small.has(w))),
  )
  const counts = new Map<string, number>()
  for (const [i, line] of lines.entries())
    if (isRunning(line.shape) && !line.furniture)
      for (const word of content[i]!) counts.set(word, (counts.get(word) ?? 0) + 1)
  const titled = new Set(title ? wordsOf(title.title).filter(w => w.length >= 4) : [])
  return lines.map((line, i) => {
    const all = [...content[i]!]
    if (all.length === 0) return ['topic none']
    const least = isRunning(line.shape) && !line.furniture ? 2 : 1
    const shared = all.filter(word => (counts.get(word) ?? 0) >= least).length / all.length
    const inTitle = all.filter(word => titled.has(word)).length
    return [`topic ${stepOf(shared, [0, 0.2, 0.4, 0.6, 0.8])}`, `in title ${stepOf(inTitle, [0, 1, 2, 4])}`]
  })
}

/** The nearest label above that opens a part of the page ("Related stories", "Comments"), how far it is and whether running text lies between. */
function cuesOf(lines: readonly Line[], own: readonly (readonly string[])[]): string[][] {
  let cue: { kind: string; at: number } | null = null
  let running = 0
  return lines.map((line, i) => {
    const found = cue
      ? [
          `cue ${cue.kind} ${stepOf(i - cue.at, [1, 2, 4, 8, 16])}`,
          `cue ${cue.kind} ${Math.min(2, running)} ${formOf(line.shape)}`,
          `cue ${cue.kind}`,
        ]
      : ['no cue']
    if (isRunning(line.shape)) running++
    const kind = line.shape.words <= 8 && !line.shape.sentence ? opener(line, own[i]!) : null
    if (kind) {
      cue = { kind, at: i }
      running = 0
    }
    if (running >= 4) cue = null
    return found
  })
}

function opener(line: Line, traits: readonly string[]): string | null {
  if (line.furniture && openers.has(line.furniture)) return line.furniture
  const half = traits.find(trait => trait.startsWith('half ') && openers.has(trait.slice(5)))
  return half ? half.slice(5) : null
}

/** Whether a line comes again above or below, alone or inside another. */
function copiesOf(lines: readonly Line[]): string[][] {
  const keys = lines.map(line => bare(line.text.slice(0, 300)))
  const first = new Map<string, number>()
  for (const [i, key] of keys.entries()) if (!first.has(key)) first.set(key, i)
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const running = keys.filter((_, i) => isRunning(lines[i]!.shape))
  return keys.map((key, i) => {
    const found: string[] = []
    if (key.length < 2) return found
    const again = (counts.get(key) ?? 0) > 1
    if (again)
      found.push(first.get(key) === i ? 'comes again' : `came before ${key.length > 20 ? 'long' : 'short'}`)
    if (
      key.length >= 25 &&
      key.length < 260 &&
      running.some(other => other.length > key.length && other.includes(key))
    )
      found.push('held by a longer line')
    if (i > 0 && key.length >= 15 && keys[0]!.length > key.length && keys[0]!.includes(key))
      found.push('held by the first line')
    return found
  })
}
