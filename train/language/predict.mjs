// Runs the shipped model on the words of a CoNLL-U file, or on the tokens of an entity file, for the scorers.
//
//   node train/language/predict.mjs conllu GOLD.conllu[.gz] > PRED.conllu
//   node train/language/predict.mjs entities GOLD.jsonl[.gz] > PRED.jsonl
//
// BACKEND=wasm takes the WebAssembly backend. Needs a build (npm run build); MODEL_ROOT runs another package folder's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

const root = process.env.MODEL_ROOT ?? fileURLToPath(new URL('../..', import.meta.url))
const { loadLanguageModel } = await import(
  pathToFileURL(join(root, 'dist/src/resources/language-model.js')).href
)
const [task, path] = process.argv.slice(2)
const model = await loadLanguageModel({ backend: process.env.BACKEND ?? 'auto', folder: process.env.MODELS })
const bytes = readFileSync(path)
const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
const articleSize = 30

/** Analyses sentences in groups of about an article's size. */
async function analyseAll(sentences) {
  const result = []
  for (let i = 0; i < sentences.length; i += articleSize)
    result.push(...(await model.analyse(sentences.slice(i, i + articleSize))))
  return result
}

async function conllu() {
  const blocks = text.split('\n\n').filter(block => /\S/.test(block))
  const rows = blocks.map(block => block.split('\n').map(line => line.split('\t')))
  const isWord = row => /^\d+$/.test(row[0])
  const analysed = await analyseAll(rows.map(block => block.filter(isWord).map(row => row[1])))
  for (const [i, block] of rows.entries()) {
    let word = 0
    for (const row of block) {
      if (!isWord(row)) {
        if (!/^\d+\.\d+$/.test(row[0])) console.log(row.join('\t'))
        continue
      }
      const token = analysed[i][word++]
      console.log(
        [row[0], row[1], '_', token.upos, token.xpos, '_', token.head + 1, token.deprel, '_', row[9]].join(
          '\t',
        ),
      )
    }
    console.log('')
  }
}

async function entities() {
  const lines = text.split('\n').filter(line => line)
  const gold = lines.map(line => JSON.parse(line))
  const analysed = await analyseAll(
    gold.map(row => row.tokens.map(([start, end]) => row.text.slice(start, end))),
  )
  for (const [i, row] of gold.entries()) {
    const found = []
    for (const [word, token] of analysed[i].entries()) {
      const [start, end] = row.tokens[word]
      if (token.entity[0] === 'B') found.push({ start, end, type: token.entity.slice(2) })
      else if (token.entity[0] === 'I') found.at(-1).end = end
    }
    console.log(JSON.stringify({ id: row.id, dataset: row.dataset, entities: found }))
  }
}

await (task === 'conllu' ? conllu() : entities())
