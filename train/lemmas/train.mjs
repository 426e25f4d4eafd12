// usage: npm run build && node train/lemmas/train.mjs TRAIN.conllu[.gz]
// Writes models/lemmas/en.json: for every tag the edits of word endings and whole words, from the treebank and irregular.csv,
// and the UD features of tags and of words that differ from their tag.
// An ending is kept only when its edit differs from that of the next shorter one.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { editCode, editOf } from '../../dist/src/language/en/lemma-edit.js'
import { lemmaOf, lemmaTable } from '../../dist/src/language/en/lemma-table.js'
import { readConllu } from '../../dist/src/text/conllu.js'

const [path] = process.argv.slice(2)
if (!path) {
  console.error('usage: node train/lemmas/train.mjs TRAIN.conllu[.gz]')
  process.exit(2)
}
const bytes = readFileSync(path)
const { sentences } = readConllu((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
const irregular = readFileSync(new URL('./irregular.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#') && !line.startsWith('form,'))
  .map(line => line.split(','))

const longest = 6
const tally = new Map()
const note = (tag, key, code, n) => {
  const endings = tally.get(tag) ?? tally.set(tag, new Map()).get(tag)
  const codes = endings.get(key) ?? endings.set(key, new Map()).get(key)
  codes.set(code, (codes.get(code) ?? 0) + n)
}
const lemmas = { VERB: new Map(), NOUN: new Map(), ADJ: new Map() }
const base = (kind, lemma) => lemmas[kind].set(lemma, (lemmas[kind].get(lemma) ?? 0) + 1)
const words = new Map()
const featureCounts = new Map()
const countFeatures = (key, feats) => {
  const counts = featureCounts.get(key) ?? featureCounts.set(key, new Map()).get(key)
  counts.set(feats, (counts.get(feats) ?? 0) + 1)
}
for (const { tokens } of sentences)
  for (const { form, lemma, upos, xpos, feats } of tokens) {
    if (xpos === 'GW' || /Typo=Yes/.test(feats) || /\s/.test(form)) continue
    const tag = `${upos}/${xpos}`
    const lasting = feats
      .split('|')
      .filter(f => f && !/^(?:ExtPos|Abbr|Style|CorrectForm)=/.test(f))
      .join('|')
    countFeatures(tag, lasting)
    countFeatures(`${tag} ${form.toLowerCase()}`, lasting)
    // Addresses, numbers and codes are their own lemmas; whole ones in the table would only repeat the treebank.
    if (xpos === 'ADD' || /[\d/@_]/.test(form)) continue
    const entry = [tag, form, lemma].join('\t')
    words.set(entry, (words.get(entry) ?? 0) + 1)
    if (/^VB/.test(xpos) && upos === 'VERB') base('VERB', lemma)
    if (/^NNS?$/.test(xpos) && upos === 'NOUN') base('NOUN', lemma)
    if (/^JJ/.test(xpos) && upos === 'ADJ') base('ADJ', lemma)
  }
for (const [entry, n] of words) {
  const [tag, form, lemma] = entry.split('\t')
  const lower = form.toLowerCase().replace(/[\u2019\u02BC]/g, "'")
  const code = editCode(editOf(form, lemma))
  note(tag, `^${lower}`, code, n)
  for (let k = 0; k <= Math.min(longest, lower.length); k++) note(tag, lower.slice(lower.length - k), code, 1)
}
for (const [form, tag, lemma] of irregular) {
  note(tag, `^${form}`, editCode(editOf(form, lemma)), 0.5)
  if (tag.startsWith('VERB')) base('VERB', lemma)
}

const topOf = codes => [...codes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
const tags = {}
for (const tag of [...tally.keys()].sort()) {
  const endings = tally.get(tag)
  const kept = {}
  const inherited = key => {
    for (let k = 1; k <= key.length; k++) if (kept[key.slice(k)] !== undefined) return kept[key.slice(k)]
    return undefined
  }
  const keys = [...endings.keys()]
    .filter(key => !key.startsWith('^'))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  for (const key of keys) {
    const [code, n] = topOf(endings.get(key))
    const all = [...endings.get(key).values()].reduce((a, b) => a + b, 0)
    if (key.length > 0 && (n < 2 || n / all < 0.6)) continue
    if (inherited(key) !== code) kept[key] = code
  }
  tags[tag] = kept
}
const features = {}
for (const key of [...featureCounts.keys()].sort()) {
  const [feats, n] = topOf(featureCounts.get(key))
  const tag = key.split(' ')[0]
  if (key === tag || (n >= 2 && feats !== topOf(featureCounts.get(tag))[0])) features[key] = feats
}
const file = {
  name: 'en-lemmas',
  version: 1,
  licence: 'CC BY-SA 4.0 (UD English EWT) and rows written for the project',
  tags,
  features,
  lemmas: Object.fromEntries(
    Object.entries(lemmas).map(([kind, counts]) => [
      kind,
      [...counts]
        .filter(([w]) => /^[a-z-]+$/.test(w))
        .map(([w]) => w)
        .sort(),
    ]),
  ),
}
// Whole words are kept only where endings and base forms do not lead to the lemma.
const table = lemmaTable(file)
for (const [tag, endings] of tally)
  for (const [key, codes] of [...endings].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (key.startsWith('^')) {
      const [upos, xpos] = tag.split('/')
      const [code] = topOf(codes)
      const form = key.slice(1)
      const keep = code.startsWith('=')
      const guess = lemmaOf(form, upos, xpos, table)
      const [cut, add] = code.replace('=', '').split('|')
      const ending = Array.from({ length: longest + 1 }, (_, k) => longest - k).find(
        k => k <= form.length && tags[tag][form.slice(form.length - k)],
      )
      const given = ending === undefined ? undefined : tags[tag][form.slice(form.length - ending)]
      if (keep ? given !== code : guess !== form.slice(0, form.length - Number(cut)) + add)
        tags[tag][key] = code
    }
writeFileSync(new URL('../../models/lemmas/en.json', import.meta.url), `${JSON.stringify(file)}\n`)
console.error(
  `${Object.keys(tags).length} tags, ${Object.values(tags).reduce((n, t) => n + Object.keys(t).length, 0)} edits, ${JSON.stringify(file).length} bytes`,
)
