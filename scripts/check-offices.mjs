// usage: node scripts/check-offices.mjs TABLE.jsonl[.gz] [--list KIND]   (after npm run build)
// Compares data/actors/offices.jsonl with another table of office holders and reports where they disagree; nothing is written.
// Lines of the other table: {name, country, office, start, end, asOf}; days may stop at the year, `end` null: in office on the day of `asOf`.
// Kinds: agrees; inside (their term is a part of ours: they count terms); start, end (days that cannot both be right); holder (we name another
// person for that office and time); unknown (we have no row of that office at that time); skipped (offices and countries our table leaves out).
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadActors, readOffices } from '../dist/src/resources/actors.js'
import { phraseKeys } from '../dist/src/text/phrase-trie.js'

const [file, flag, wanted] = process.argv.slice(2)
if (!file) {
  console.error('usage: node scripts/check-offices.mjs TABLE.jsonl[.gz] [--list KIND]')
  process.exit(2)
}
const bytes = readFileSync(file)
const theirs = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line))
const lexicon = loadActors()
const { asOf, rows: ours } = readOffices()

/** Offices that are the head of state or government under another title. */
const titles = [
  [
    /^(acting |interim |executive |federal )?president\b(?! of the (executive yuan|council|government))/i,
    'president',
  ],
  [/^president of the (executive yuan|council of ministers|government)/i, 'prime minister'],
  [/^vice president\b/i, 'vice president'],
  [/^(acting |interim )?(prime minister|premier|minister.president)\b/i, 'prime minister'],
  [/^(federal )?chancellor\b/i, 'chancellor'],
  [/^(king|monarch|queen|emir|sultan|emperor|pope|taoiseach|secretary of state|supreme leader)\b/i, null],
]

function officeOf(text) {
  for (const [pattern, office] of titles) {
    const hit = pattern.exec(text)
    if (hit) return (office ?? hit[1].toLowerCase()).replace('taoiseach', 'prime minister')
  }
  return null
}

const countryOf = name =>
  lexicon.names.get(name).find(entry => entry.kind === 'country' && !entry.near)?.id ?? null
const particles = new Set(['al', 'el', 'bin', 'ben', 'ibn', 'de', 'of', 'the', 'jr', 'sr'])
const keysOf = name => phraseKeys(name).filter(key => key.length > 1 && !particles.has(key))

/** Edit distance of two words, as far as it matters here. */
function near(a, b) {
  const row = [...b].map((_, i) => i + 1)
  for (let i = 0; i < a.length; i++) {
    let corner = i
    let left = i + 1
    for (let j = 0; j < b.length; j++) {
      const value = Math.min(left + 1, row[j] + 1, corner + (a[i] === b[j] ? 0 : 1))
      corner = row[j]
      row[j] = left = value
    }
  }
  return row.at(-1) <= Math.floor(Math.max(a.length, b.length) / 4)
}

/** How alike two names are: words shared; half for a last word in another spelling or after another given name; 0: another person. */
function likeness(a, b) {
  const [x, y] = [keysOf(a), keysOf(b)]
  const shared = x.filter(key => y.includes(key)).length
  if (shared >= Math.min(2, x.length, y.length)) return shared
  return near(x.at(-1), y.at(-1)) ? 0.5 : 0
}
const alike = (row, name) => Math.max(...[row.name, ...(row.aliases ?? [])].map(own => likeness(own, name)))
/** Days compared as far as both are known. */
const equal = (a, b) => a.slice(0, Math.min(a.length, b.length)) === b.slice(0, Math.min(a.length, b.length))
const begins = (own, row) => Number(equal(own.from, row.start))
const before = (a, b) => !equal(a, b) && a < b

function compare(row) {
  const country = countryOf(row.country ?? '')
  const office = officeOf(row.office ?? '')
  if (!country || !office || !row.start || row.start > asOf) return { kind: 'skipped' }
  const held = ours.filter(own => own.of === country && own.office === office)
  if (held.length === 0) return { kind: 'skipped' }
  const end = row.end ?? null
  const own = held
    .filter(other => !(end && before(end, other.from)) && !(other.to && before(other.to, row.start)))
    .map(other => ({ own: other, score: alike(other, row.name) }))
    .sort((a, b) => b.score - a.score || begins(b.own, row) - begins(a.own, row))
    .find(({ score }) => score > 0)?.own
  if (!own) {
    const other = held.find(
      ({ from, to }) => before(from, end ?? row.asOf) && (to === null || before(row.start, to)),
    )
    return other ? { kind: 'holder', own: other } : { kind: 'unknown' }
  }
  const ends =
    end === null ? own.to === null || !before(own.to, row.asOf) : own.to !== null && equal(own.to, end)
  if (equal(own.from, row.start) && ends) return { kind: 'agrees', own }
  const inside =
    !before(row.start, own.from) && (end === null ? ends : own.to === null || !before(own.to, end))
  if (inside) return { kind: 'inside', own }
  return { kind: ends ? 'start' : 'end', own }
}

const counts = new Map()
for (const row of theirs) {
  const { kind, own } = compare(row)
  counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const listed = flag === '--list' ? kind === wanted : /^(start|end|holder)$/.test(kind)
  if (listed)
    console.log(
      `${kind}: ${row.name}, ${row.office} (${row.country}) ${row.start} to ${row.end ?? `- as of ${row.asOf}`}` +
        (own ? `; ours: ${own.name}, ${own.office} of ${own.of} ${own.from} to ${own.to ?? '-'}` : ''),
    )
}
console.log([...counts].map(([kind, count]) => `${kind} ${count}`).join(', '))
