// usage: npm run build && node train/tokenizer/train.mjs TRAIN.conllu[.gz] [THRESHOLD] [BARE_THRESHOLD]
// Writes models/tokenizer/en.json: borders of words, ends of sentences, words written as one, words that common text writes in lower case.
// Features are computed by the code that uses the model (dist/src/language), so the two cannot differ.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { canEnd, sentenceFeatures } from '../../dist/src/language/en/sentence-features.js'
import { splitFeatures } from '../../dist/src/language/en/split-features.js'
import { Nesting, writtenTokens } from '../../dist/src/language/split-sentences.js'
import { candidates, chunksOf } from '../../dist/src/language/tokenise.js'
import { readConllu } from '../../dist/src/text/conllu.js'
import { train } from './logistic.mjs'

const [path, threshold = '0', bareThreshold = '3'] = process.argv.slice(2)
if (!path) {
  console.error('usage: node train/tokenizer/train.mjs TRAIN.conllu[.gz] [THRESHOLD] [BARE_THRESHOLD]')
  process.exit(2)
}
const bytes = readFileSync(path)
const { text, blocks, sentences } = readConllu(
  (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'),
)

function goldWords() {
  const joined = new Set()
  const words = []
  for (const sentence of sentences) {
    for (const { from, to } of sentence.multiword)
      for (let i = from + 1; i < to; i++) joined.add(sentence.tokens[i].start)
    sentence.tokens.forEach((token, i) => {
      if (i > 0 && token.start === sentence.tokens[i - 1].start) return
      words.push({
        start: token.start,
        end: token.end,
        joined: joined.has(token.start),
        block: sentence.block,
        first: i === 0,
      })
    })
  }
  return words
}

const words = goldWords()
const startKind = new Map(words.map(word => [word.start, word.joined ? 2 : 1]))

/** Words written as one without an apostrophe ("cannot") that are split more often than not. */
function fusedWords() {
  const counts = new Map()
  const note = (form, offset) => {
    const entry = counts.get(form) ?? { all: 0, split: new Map() }
    entry.all++
    if (offset !== null) entry.split.set(offset, (entry.split.get(offset) ?? 0) + 1)
    counts.set(form, entry)
  }
  for (const sentence of sentences) {
    const inside = new Set()
    for (const { from, to, span } of sentence.multiword) {
      for (let i = from; i < to; i++) inside.add(i)
      const form = text.slice(...span).toLowerCase()
      if (to - from === 2 && /^[a-z]+$/.test(form)) note(form, sentence.tokens[from + 1].start - span[0])
    }
    sentence.tokens.forEach((token, i) => {
      if (!inside.has(i)) note(token.form.toLowerCase(), null)
    })
  }
  const fused = {}
  for (const form of [...counts.keys()].sort()) {
    const { all, split } = counts.get(form)
    for (const [offset, n] of split)
      if (n >= 2 && n / all > 0.5 && offset > 0 && offset < form.length) fused[form] = offset
  }
  return fused
}

function borderExamples() {
  return blocks.flatMap(block =>
    chunksOf(text, block.span).flatMap(chunk =>
      candidates(chunk).map(at => ({ features: splitFeatures(chunk, at), label: startKind.get(at) ?? 0 })),
    ),
  )
}

function commonWords() {
  const counts = new Map()
  for (const { start, end } of words) {
    const form = text.slice(start, end)
    if (/^[a-z]+$/.test(form)) counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, n]) => n >= 2)
    .map(([form]) => form)
    .sort()
}

function endExamples(common) {
  const examples = []
  let lost = 0
  blocks.forEach((_, index) => {
    const own = words.filter(word => word.block === index)
    const tokens = writtenTokens(text, own)
    const nesting = new Nesting()
    let first = 0
    for (let at = 0; at < tokens.forms.length - 1; at++) {
      nesting.add(tokens.forms[at])
      const context = { ...tokens, at, first, quote: nesting.quote, brackets: nesting.depth > 0, common }
      const ends = own[tokens.words[at + 1]].first
      if (canEnd(context)) examples.push({ features: sentenceFeatures(context), label: ends ? 1 : 0 })
      else if (ends) lost++
      if (ends) {
        first = at + 1
        nesting.clear()
      }
    }
  })
  return { examples, lost }
}

const common = commonWords()
const borders = borderExamples()
const { examples: ends, lost } = endExamples(new Set(common))
console.error(
  `${borders.length} places in words, ${ends.length} ends of tokens, ${lost} sentence ends out of reach`,
)
const model = {
  name: 'en-tokenizer',
  version: 1,
  licence: 'CC BY-SA 4.0 (trained on UD English EWT)',
  fused: fusedWords(),
  borders: train(borders, { classes: 3 }),
  ends: train(ends, { classes: 2 }),
  threshold: Number(threshold),
  bareThreshold: Number(bareThreshold),
  common,
}
writeFileSync(new URL('../../models/tokenizer/en.json', import.meta.url), `${JSON.stringify(model)}\n`)
console.error(
  `${Object.keys(model.borders.weights).length} and ${Object.keys(model.ends.weights).length} weights, ${JSON.stringify(model).length} bytes`,
)
