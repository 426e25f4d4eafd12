// Parts of speech and speed beside other JavaScript libraries, on the same raw text in one run.
//
//   npm run -s build && cd bench/rivals && npm ci --ignore-scripts && node compare.mjs RAW.txt[.gz] GOLD.conllu[.gz]
//
// A word counts where the gold has a word of its own there (no part of "don't") that is no punctuation mark or symbol. A library that has
// no word with the same borders is wrong about it; a full stop at the end of an abbreviation is overlooked, for compromise leaves it out.
// `upos` are the 17 classes of Universal Dependencies; `coarse` joins the classes that compromise does not tell apart: nouns and names;
// verbs and auxiliaries; prepositions, conjunctions and particles. Words a second: gold words by processor time, on the second reading.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import compromise from 'compromise'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

const built = name => import(fileURLToPath(new URL(`../../dist/src/${name}.js`, import.meta.url)))
const { parse } = await built('resources/parse')
const { readConllu } = await built('text/conllu')

const read = path => {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
const [rawPath, goldPath] = process.argv.slice(2)
const text = read(rawPath)

const joined = { PROPN: 'NOUN', AUX: 'VERB', SCONJ: 'ADP', CCONJ: 'ADP', PART: 'ADP' }
const coarse = upos => joined[upos] ?? upos
const left = new Set(['PUNCT', 'SYM', 'X'])

/** Gold words by their place in the raw text, which has other white space than the text that the treebank spells out. */
function goldWords() {
  let at = 0
  const words = []
  let count = 0
  for (const { tokens, multiword } of readConllu(read(goldPath)).sentences)
    for (let i = 0; i < tokens.length; ) {
      const range = multiword.find(entry => entry.from === i)
      const next = range ? range.to : i + 1
      const length = (range ? range.span[1] : tokens[i].end) - tokens[i].start
      while (/\s/u.test(text[at])) at++
      // White space inside of a word ("1 000") may be another one in the raw text, never more.
      if (!range && !left.has(tokens[i].upos))
        words.push({ start: at, end: at + length, upos: tokens[i].upos })
      at += length
      count += next - i
      i = next
    }
  return { words, count }
}

const ours = backend => async () =>
  (await parse(text, { backend })).sentences.flatMap(({ tokens }) =>
    tokens.map(({ start, end, upos }) => ({ start, end, upos })),
  )

const wink = winkNLP(model, ['sbd', 'pos'])
function winkWords() {
  const { its } = wink
  const tokens = wink.readDoc(text).tokens()
  const [values, tags, spaces] = [its.value, its.pos, its.precedingSpaces].map(what => tokens.out(what))
  let at = 0
  return values.map((value, i) => {
    // It gives some kinds of white space back as others: the value is looked for.
    at = Math.max(at, text.indexOf(value, at + Math.max(0, spaces[i].length - 2)))
    const word = { start: at, end: at + value.length, upos: tags[i] }
    at = word.end
    return word
  })
}

/** compromise's tags in the order in which they decide. */
const classes = [
  ['Pronoun', 'PRON'],
  ['QuestionWord', 'PRON'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'ADP'],
  ['Negative', 'ADP'],
  ['Expression', 'INTJ'],
  ['Ordinal', 'ADJ'],
  ['Value', 'NUM'],
  ['Adverb', 'ADV'],
  ['Adjective', 'ADJ'],
  ['Verb', 'VERB'],
  ['Noun', 'NOUN'],
]
function compromiseWords() {
  const sentences = compromise(text).json({ offset: true, terms: { offset: true, tags: true } })
  return sentences.flatMap(({ terms }) =>
    terms.map(({ tags, offset }) => ({
      start: offset.start,
      end: offset.start + offset.length,
      upos: classes.find(([tag]) => tags.includes(tag))?.[1] ?? 'X',
    })),
  )
}

/** A word's borders, without the full stop of an abbreviation. */
const key = ({ start, end }) => `${start}-${end > start + 1 && text[end - 1] === '.' ? end - 1 : end}`

const gold = goldWords()
const rows = []
for (const [name, run, fine] of [
  ['synoptic, native (tags, trees, lemmas, names)', ours('native'), true],
  ['synoptic, WebAssembly (the same)', ours('wasm'), true],
  ['wink-nlp 2.4.0, eng-lite-web-model 1.8.1 (tags)', winkWords, true],
  ['compromise 14.17.0 (tags)', compromiseWords, false],
]) {
  await run()
  const before = process.cpuUsage()
  const found = new Map((await run()).map(word => [key(word), word.upos]))
  const { user, system } = process.cpuUsage(before)
  const percent = right => ((100 * gold.words.filter(right).length) / gold.words.length).toFixed(1)
  rows.push({
    library: name,
    borders: percent(word => found.has(key(word))),
    upos: fine ? percent(word => found.get(key(word)) === word.upos) : '-',
    coarse: percent(word => coarse(found.get(key(word))) === coarse(word.upos)),
    'words/s': Math.round(gold.count / ((user + system) / 1e6)),
  })
}
console.log(`${gold.words.length} words scored of ${gold.count}`)
console.table(rows)
