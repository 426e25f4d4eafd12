// usage: node train/event/train.mjs [--threshold 0.3] [--dry] [--folds]      (after npm run build)
// Trains the model by which the event stage reads event words as politics or as another domain, from written.jsonl and
// generated.jsonl, and writes models/event-readings.json and .bin. The same sentences give the same bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readingViews } from '../../dist/src/event/reading-features.js'
import { loadResources } from '../../dist/src/resources/index.js'
import { readModelFiles } from '../../dist/src/resources/language-model-files.js'
import { frameRows } from '../../dist/src/resources/lexicon.js'
import { eventWords } from './features.mjs'
import { foldedModel } from './fold.mjs'
import { fitModel, probabilities } from './logistic.mjs'
import { seededRandom, shuffled } from './random.mjs'

const { values } = parseArgs({
  options: {
    threshold: { type: 'string', default: '0.3' },
    dry: { type: 'boolean', default: false },
    folds: { type: 'boolean', default: false },
  },
})
const threshold = Number(values.threshold)
const folder = fileURLToPath(new URL('.', import.meta.url))
const models = fileURLToPath(new URL('../../models/', import.meta.url))
const rowsOf = name =>
  readFileSync(folder + name, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
export const domains = ['politics', 'sport', 'crime', 'figure', 'history', 'business', 'culture', 'private']

const all = await loadResources({ backend: 'native' })
const { vectors } = await readModelFiles()

// A random fifth of the sentences is kept from training and reported on.
const random = seededRandom(6)
// The examples of the lexicon are sentences written for the project too: events in few words, without context.
const examples = frameRows().map(({ event, row }) => ({
  text: row.example,
  triggers: [],
  event,
  domain: 'politics',
  weight: 0.9,
}))
const sentences = [
  ...rowsOf('written.jsonl').map(row => ({ ...row, weight: 1 })),
  ...rowsOf('generated.jsonl').map(row => ({ ...row, weight: 0.4 })),
  ...examples,
]
const order = shuffled(sentences, random)
const heldBack = new Set(order.slice(0, Math.round(order.length / 5)))
const samples = []
for (const row of sentences)
  for (const word of await eventWords(row, all))
    samples.push({
      ...word,
      row,
      held: heldBack.has(row),
      target: domains.indexOf(row.domain),
      weight: row.weight * (word.matched ? 1 : 0.5),
    })

const training = samples.filter(({ held }) => !held)
const space = { vectors, views: readingViews, domains }
const report = fitModel(training, space)
function shares(list, model) {
  const read = list.map(sample => probabilities(model, sample.features))
  const right = list.filter((sample, i) => read[i].indexOf(Math.max(...read[i])) === sample.target).length
  const political = list.flatMap((sample, i) => (sample.target === 0 ? [read[i][0]] : []))
  const other = list.flatMap((sample, i) => (sample.target === 0 ? [] : [read[i][0]]))
  const below = (part, limit) => part.filter(value => value < limit).length
  return [
    `${list.length} event words, domain right ${((100 * right) / list.length).toFixed(1)} %`,
    ...[0.02, 0.05, 0.1, 0.2, 0.3, 0.5].map(
      limit =>
        `  politics below ${limit}: ${below(political, limit)} of ${political.length} political, ${below(other, limit)} of ${other.length} others`,
    ),
  ].join('\n')
}
const held = samples.filter(sample => sample.held)
console.log(
  `${sentences.length} sentences, ${samples.length} event words, ${samples.filter(s => s.coded).length} coded without the check`,
)
console.log('held back:', shares(held, report))
console.log(
  'held back, written:',
  shares(
    held.filter(({ row }) => row.weight === 1),
    report,
  ),
)
console.log(
  'held back, written, coded:',
  shares(
    held.filter(({ row, coded }) => coded && row.weight === 1),
    report,
  ),
)
for (const sample of held) {
  const [political, ...others] = probabilities(report, sample.features)
  if (sample.row.weight === 1 && sample.target === 0 && political < 0.3)
    console.log(
      `lost ${political.toFixed(2)} ${domains[1 + others.indexOf(Math.max(...others))]} ${sample.coded ? 'coded' : ''}: ${sample.features.trigger} | ${sample.row.text}`,
    )
  if (sample.row.weight === 1 && sample.target !== 0 && sample.coded && political >= threshold)
    console.log(`kept ${political.toFixed(2)}: ${sample.features.trigger} | ${sample.row.text}`)
}
// Five-fold: every written sentence is read by a model that has not seen it.
if (values.folds) {
  const read = []
  for (let fold = 0; fold < 5; fold++) {
    const part = new Set(order.filter((_, i) => i % 5 === fold))
    const model = fitModel(
      samples.filter(({ row }) => !part.has(row)),
      space,
    )
    for (const sample of samples)
      if (part.has(sample.row) && sample.coded && sample.row.weight === 1)
        read.push({ sample, political: probabilities(model, sample.features)[0] })
  }
  console.log('five folds, written sentences, words coded without the check')
  for (const limit of [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5]) {
    const count = (political, below) =>
      read.filter(each => (each.sample.target === 0) === political && (!below || each.political < limit))
        .length
    console.log(
      `  below ${limit}: ${count(true, true)} of ${count(true)} political, ${count(false, true)} of ${count(false)} others`,
    )
  }
  for (const { sample, political } of read)
    if ((sample.target === 0) === political < 0.25)
      console.log(
        `  ${sample.target === 0 ? 'lost' : 'kept'} ${political.toFixed(2)}: ${sample.features.trigger} | ${sample.row.text}`,
      )
}
if (!values.dry) {
  // The shipped weights are trained on all sentences, the fifth included, after it has been reported on.
  const { json, bytes } = foldedModel(fitModel(samples, space), space, threshold)
  writeFileSync(`${models}event-readings.json`, json)
  writeFileSync(`${models}event-readings.bin`, bytes)
  console.log(`models/event-readings: ${json.length + bytes.length} bytes`)
}
