// usage: node train/event/generate.mjs [--rows 9]
// Writes generated.jsonl from the patterns of grammar.txt: the same patterns and seed give the same file.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seededRandom } from './random.mjs'

const folder = fileURLToPath(new URL('.', import.meta.url))
const { values } = parseArgs({ options: { rows: { type: 'string', default: '9' } } })
const random = seededRandom(20261122)
const pick = list => list[Math.floor(random() * list.length)]

const sets = new Map()
const patterns = []
for (const line of readFileSync(`${folder}grammar.txt`, 'utf8').split('\n')) {
  const set = /^@(\w+) = (.*)$/.exec(line)
  if (set) sets.set(set[1], set[2].split(' | '))
  else if (line && !line.startsWith('#')) patterns.push(/^(\w+): (.*)$/.exec(line).slice(1))
}
// A set may itself hold choices in brackets, whose bars are no borders of the set.
for (const [name, members] of sets) {
  const joined = []
  for (const member of members) {
    const open =
      joined.length > 0 &&
      (joined.at(-1).match(/\[/g)?.length ?? 0) > (joined.at(-1).match(/\]/g)?.length ?? 0)
    if (open) joined[joined.length - 1] += ` | ${member}`
    else joined.push(member)
  }
  sets.set(name, joined)
}

/** Draws from sets until none is left, then from the choices on the spot; a set gives two different words where it stands twice. */
function expand(pattern) {
  const used = new Map()
  let text = pattern
  for (let found; (found = /\{(\w+)\}/.exec(text)); ) {
    const taken = used.get(found[1]) ?? new Set()
    const free = sets.get(found[1]).filter(member => !taken.has(member))
    const member = pick(free.length > 0 ? free : sets.get(found[1]))
    used.set(found[1], taken.add(member))
    text = text.slice(0, found.index) + member.trim() + text.slice(found.index + found[0].length)
  }
  for (let found; (found = /\[([^[\]]*)\]/.exec(text)); ) {
    const choice = pick(found[1].split('|')).trim()
    text = text.slice(0, found.index) + choice + text.slice(found.index + found[0].length)
  }
  return text
    .replace(/\ba (\*?[AEIO])/g, 'an $1')
    .replace(/\bA (\*?[AEIO])/g, 'An $1')
    .replace(/ +/g, ' ')
    .replace(/^./, first => first.toUpperCase())
}

const events = new Set(
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  ),
)
const rows = new Map()
for (const [kind, pattern] of patterns)
  for (let i = 0; i < Number(values.rows); i++) {
    let text = ''
    const triggers = []
    expand(pattern)
      .split('*')
      .forEach((part, at) => {
        if (at % 2 === 1) triggers.push([text.length, text.length + part.length])
        text += part
      })
    const political = events.has(kind)
    rows.set(text, { text, triggers, event: political ? kind : null, domain: political ? 'politics' : kind })
  }
writeFileSync(
  `${folder}generated.jsonl`,
  `${[...rows.values()].map(row => JSON.stringify(row)).join('\n')}\n`,
)
console.log(`${rows.size} sentences from ${patterns.length} patterns`)
