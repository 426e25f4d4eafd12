// Trains the classifier of scraped lines on the pages of bench/own (never on the blind or the sealed parts) and writes data/article/line-model.json:
// npm run build && node train/article-lines/train.mjs [--folds 5]: with folds, it only reports what it gets right on pages it has not seen.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keptLines } from '../../dist/src/article/scraped/label-lines.js'
import { featuresOf, pageLines } from '../../dist/src/article/scraped/page-lines.js'
import { loadArticleResources } from '../../dist/src/resources/article.js'
import { marginals } from '../../dist/src/text/linear-chain.js'
import { materialOf, readBlocks, variant } from './augment.mjs'
import { seeded, shuffled, train } from './crf.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const config = JSON.parse(readFileSync(new URL('config.json', import.meta.url), 'utf8'))
const option = name => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : process.argv[at + 1]
}
const folds = Number(option('folds') ?? 0)
const labels = [
  'body',
  'subhead',
  'deck',
  'title',
  'byline',
  'date',
  'dateline',
  'caption',
  'credit',
  'link',
  'menu',
  'share',
  'comment',
  'newsletter',
  'interface',
  'furniture',
]

const read = name =>
  readFileSync(`${root}/bench/own/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
const pages = config.sets.flatMap(read)
const blocks = readBlocks(readFileSync(new URL('blocks.txt', import.meta.url), 'utf8'))
const all = loadArticleResources()

/** The tables with a random part of their phrases left out: on real pages many phrases are in no table. */
function forgetful(seed, share) {
  const random = seeded(seed)
  return { ...all, furniture: all.furniture.filter(() => random() > share) }
}
const tables = config.forgotten.map((share, i) => forgetful(config.seed + i, share))

/** Label of a line of the classifier: that of the scraped line it comes from, or of the part of it that it is. */
function labelOf(line, page) {
  const gold = page.lines[line.source[0]]
  const part = gold.parts?.find(p => gold.text.slice(p.start, p.end).includes(line.text.slice(0, 12)))
  return (part ?? gold).label
}

function example(page, resources) {
  const text = page.lines.map(line => line.text).join('\n')
  const found = pageLines(text, resources)
  const rows = featuresOf(found, resources)
  const golds = found.lines.map(line => labels.indexOf(labelOf(line, page)))
  // A line of no letter may be blank in the gold: it counts as furniture.
  return {
    origin: page.id,
    rows,
    labels: golds.map(k => (k < 0 ? labels.length - 1 : k)),
    lines: found.lines,
    page: found,
  }
}

function learn(training) {
  const random = seeded(config.seed)
  const material = materialOf(training)
  const examples = training.flatMap(page => {
    const own = [example(page, tables[0])]
    for (let i = 0; i < config.variants; i++)
      own.push(example(variant(page, material, blocks, random), tables[(i + 1) % tables.length]))
    return own
  })
  const model = train(examples, { ...config.training, count: labels.length, seed: config.seed })
  return { labels, ...model }
}

if (folds > 0) {
  const order = shuffled(pages, seeded(11))
  const sets = new Map()
  const confusion = new Map()
  for (let fold = 0; fold < folds; fold++) {
    const held = order.filter((_, i) => i % folds === fold)
    const model = learn(order.filter((_, i) => i % folds !== fold))
    for (const page of held) {
      const { rows, labels: golds, lines: own, page: found } = example(page, all)
      const set = page.id.slice(0, 5)
      if (!sets.has(set)) sets.set(set, { right: 0, lines: 0, cut: 0, body: 0, foreign: 0 })
      const sum = sets.get(set)
      const chances = marginals(model, rows)
      const kept = keptLines(
        found,
        chances.map(row => row[0] + row[1] + row[2]),
      )
      for (const [i, row] of chances.entries()) {
        const best = row.indexOf(Math.max(...row))
        sum.lines++
        if (best === golds[i]) sum.right++
        else {
          const key = `${labels[golds[i]]} <- ${labels[best]}`
          confusion.set(key, (confusion.get(key) ?? 0) + 1)
          if (option('misses')?.split(',').includes(labels[golds[i]]))
            console.log(`${page.id} ${key} ${row[golds[i]].toFixed(2)} ${own[i].text.slice(0, 110)}`)
        }
        const words = own[i].shape.words
        const keep = kept[i]
        if (golds[i] < 2) {
          sum.body += words
          if (!keep) sum.cut += words
        } else if (golds[i] > 2 && keep) sum.foreign += words
      }
    }
  }
  const percent = (a, b) => ((100 * a) / b).toFixed(1)
  for (const [set, { right, lines, cut, body, foreign }] of sets)
    console.log(
      `${set} ${folds} folds: labels right ${percent(right, lines)} %, body words cut ${percent(cut, body)} %, foreign words ${percent(foreign, body)} % of the body's`,
    )
  console.log(
    [...confusion]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 24)
      .map(([k, n]) => `${k} ${n}`)
      .join(' | '),
  )
} else {
  const { features, transitions } = learn(pages)
  const scale = 100
  const whole = row => Array.from(row, x => Math.round(x * scale))
  const rows = [...features]
    .map(([name, row]) => [name, whole(row)])
    .filter(([, row]) => row.some(x => x !== 0))
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const lines = rows.map(([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`).join(',\n')
  writeFileSync(
    `${root}/data/article/line-model.json`,
    `{"labels":${JSON.stringify(labels)},\n"scale":${scale},\n"transitions":${JSON.stringify(transitions.map(whole))},\n"features":{\n${lines}\n}}\n`,
  )
  console.log(`${rows.length} features written`)
}
