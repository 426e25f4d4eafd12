// usage: node scripts/score-samples.mjs [--quiet]   (after npm run build)
// Compares what the article stage makes of samples/ with samples/gold.json: a count per field, and every value that differs.
import { readFileSync } from 'node:fs'
import { extractArticle } from '../dist/src/article/index.js'
import { isFailure, readCaptures } from '../dist/src/capture/index.js'
import * as article from '../dist/src/resources/article.js'

const quiet = process.argv.includes('--quiet')
const resources = await Object.values(article).find(value => typeof value === 'function')()
const gold = new Map(
  JSON.parse(readFileSync('samples/gold.json', 'utf8')).pages.map(page => [`samples/${page.file}`, page]),
)
const flat = text => (text ?? '').replace(/\s+/g, ' ').trim()

/** Body without the deck, where the page has one: both readings of "body" are right. */
function bodyOf(text, deck) {
  const body = flat(text)
  return deck && body.startsWith(flat(deck)) ? body.slice(flat(deck).length).trim() : body
}

/** Field -> [right?, found]. A date line of up to 60 characters may stand before the first words. */
function compare(page, found) {
  const body = bodyOf(found.text, page.deck)
  const at = body.indexOf(page.firstWords)
  const last = page.lastWords.replace(/(\.\.\.|…)$/, '')
  const day = found.published?.earliest ?? null
  return {
    title: [found.title === page.title, found.title],
    published: [day === page.published, day],
    language: [found.language === page.language, found.language],
    truncated: [found.truncated === page.truncated, found.truncated],
    outlet: [found.outlet.name === page.outlet, found.outlet.name],
    agency: [(found.agency ?? null) === page.agency, found.agency],
    firstWords: [at >= 0 && at < 60, body.slice(0, 100)],
    lastWords: [body.replace(/(\.\.\.|…)$/, '').endsWith(last), body.slice(-100)],
  }
}

const counts = {}
for await (const capture of readCaptures([...gold.keys()])) {
  if (isFailure(capture)) throw new Error(`${capture.uri}: ${capture.message}`)
  const fields = compare(gold.get(capture.uri), extractArticle(capture, resources).records)
  for (const [field, [right, found]] of Object.entries(fields)) {
    counts[field] = (counts[field] ?? 0) + Number(right)
    if (!right && !quiet) console.log(`${capture.uri} ${field}: ${JSON.stringify(found)}`)
  }
}
for (const [field, count] of Object.entries(counts))
  console.log(`${field.padEnd(12)} ${count} of ${gold.size}`)
