// node dist/bench/own/article-lines-table.js [--second|--blind|--sealed] [--misses]: labels of scraped lines and body words, against article-lines*.jsonl.
import { extractArticle, labelLines } from '../../src/article/index.js'
import { loadArticleResources } from '../../src/resources/article.js'
import { captureOf } from '../tasks/articles.js'
import { chosenSet, readRows } from './read-rows.js'

interface GoldLine {
  readonly text: string
  readonly label: string
  readonly parts?: readonly { readonly start: number; readonly end: number; readonly label: string }[]
}

interface Page {
  readonly id: string
  readonly lines: readonly GoldLine[]
  readonly title: string
  readonly authors: readonly string[]
  readonly date: string | null
  readonly truncated: boolean
  readonly language: string
}

const { name, misses } = chosenSet('article-lines', process.argv)
const pages = readRows<Page>(`${name}.jsonl`)
const resources = loadArticleResources()

const words = (text: string): string[] =>
  text
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const isBody = (label: string): boolean => label === 'body' || label === 'subhead'
const bodyOf = (line: GoldLine): string =>
  line.parts
    ? line.parts
        .filter(part => isBody(part.label))
        .map(part => line.text.slice(part.start, part.end))
        .join(' ')
    : isBody(line.label)
      ? line.text
      : ''
const counted = (list: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
/** Words of `a` that `b` lacks, as a multiset. */
const missing = (a: readonly string[], b: readonly string[]): number => {
  const other = counted(b)
  let sum = 0
  for (const [word, count] of counted(a)) sum += Math.max(0, count - (other.get(word) ?? 0))
  return sum
}

const right = new Map<string, number>()
const told = new Map<string, number>()
const wanted = new Map<string, number>()
const add = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
const fields = { title: 0, authors: 0, date: 0, truncated: 0, language: 0 }
let [bodyWords, cut, kept, foreign, perfect] = [0, 0, 0, 0, 0]

for (const page of pages) {
  const text = page.lines.map(line => line.text).join('\n')
  const article = extractArticle(captureOf({ id: page.id, text }), resources).records
  const labels = labelLines(text, resources)
  let wrong = 0
  for (const [i, { label: gold, text: line }] of page.lines.entries()) {
    const label = labels[i]?.label ?? 'blank'
    if (gold === 'blank') continue
    add(wanted, gold)
    add(told, label)
    if (gold === label) add(right, gold)
    else {
      wrong++
      if (misses)
        console.log(`${page.id}:${i} ${gold} <- ${label} (${labels[i]?.reason}) ${line.slice(0, 120)}`)
    }
  }
  if (wrong === 0) perfect++
  const body = words(page.lines.map(bodyOf).join('\n'))
  const decks = words(
    page.lines
      .filter(line => line.label === 'deck')
      .map(line => line.text)
      .join('\n'),
  )
  const own = words(article.text)
  // A date line and a sign-off taken out of their paragraphs are stated in other fields: not lost.
  const lost = missing(body, [
    ...own,
    ...words(
      article.removed
        .filter(r => /^(?:date line|sign-off)$/.test(r.reason))
        .map(r => r.text)
        .join('\n'),
    ),
  ])
  if (misses && lost > 0) console.log(`${page.id} loses ${lost} of ${body.length} words`)
  bodyWords += body.length
  cut += lost
  kept += own.length
  foreign += missing(own, [...body, ...decks])
  const names = (list: readonly string[]): string =>
    list
      .map(name => name.toLowerCase())
      .sort()
      .join('|')
  const check = (key: keyof typeof fields, found: unknown, gold: unknown): void => {
    if (found === gold) fields[key]++
    else if (misses) console.log(`${page.id} ${key}: ${found} instead of ${gold}`)
  }
  check('title', words(article.title ?? '').join(' '), words(page.title ?? '').join(' '))
  check('authors', names(article.bylines), names(page.authors))
  check('date', article.published?.value ?? null, page.date)
  check('truncated', article.truncated, page.truncated)
  check('language', article.language, page.language)
}

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1)
const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0)
let macro = 0
for (const label of [...wanted.keys()].sort()) {
  const [r, t, w] = [right.get(label) ?? 0, told.get(label) ?? 0, wanted.get(label) ?? 0]
  const f1 = (200 * r) / Math.max(1, t + w)
  macro += f1
  console.log(
    `${label.padEnd(12)} ${String(w).padStart(4)} lines  P ${percent(r, t).padStart(5)}  R ${percent(r, w).padStart(5)}  F1 ${f1.toFixed(1)}`,
  )
}
console.log(`pages ${pages.length}, every line right on ${perfect}`)
console.log(
  `line labels: F1 micro ${percent(sum(right), sum(wanted))}, macro ${(macro / wanted.size).toFixed(1)}`,
)
console.log(
  `body words cut: ${percent(cut * 100, bodyWords * 100)} % (${cut} of ${bodyWords}); kept words that are neither body nor deck: ${percent(foreign, kept)} %`,
)
console.log(
  `right: ${Object.entries(fields)
    .map(([key, n]) => `${key} ${percent(n, pages.length)}`)
    .join(', ')}`,
)
