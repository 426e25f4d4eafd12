import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimResources, Cue } from '../claim/index.js'
import type { Channel } from '../model/claim.js'
import { readCsv } from '../text/csv.js'
import { packageRoot } from './root.js'

const table = (name: string) => readCsv(readFileSync(join(packageRoot, 'data', 'attribution', name), 'utf8'))

/** Names of news agencies of `data/article`, in lower case; those that are words or people's names too need their own row. */
const agencies = (): [string, Channel['kind']][] =>
  readCsv(readFileSync(join(packageRoot, 'data', 'article', 'agencies.csv'), 'utf8'))
    .flatMap(row => [row['name']!, ...row['aliases']!.split('|')])
    .filter(name => name.length > 3 || name === name.toUpperCase())
    .map(name => [name.toLowerCase(), 'agency'])

const state: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY'])

/** Role words of `data/actors` as kinds of links: persons, organs of a state, other bodies. Publishers and states have tables of their own. */
function roles(channels: ReadonlyMap<string, Channel['kind']>): [string, Channel['kind']][] {
  const rows = readCsv(readFileSync(join(packageRoot, 'data', 'actors', 'roles.csv'), 'utf8'))
  return rows.flatMap(({ phrases, type, sectors }) => {
    const own = sectors!.split('|')
    const organ = own.some(sector => state.has(sector))
    const other = type === 'body' ? 'organisation' : 'person'
    const kind = type !== 'person' && organ ? 'ministry' : other
    if (own.includes('MED')) return []
    if (type === 'state') return phrases!.split('|').map(word => [word, 'government'])
    return phrases!.split('|').map((phrase): [string, Channel['kind']] => {
      const word = phrase.toLowerCase()
      // "military official": the last word tells when it has a kind.
      return [word, channels.get(word.split(' ').at(-1)!) ?? kind]
    })
  })
}

/** Cues and channel words of `data/attribution`, role words of `data/actors`. */
export function loadClaimResources(): ClaimResources {
  const cues = table('cues.csv').map(row => {
    const { lemma, pos, kind, stance, attitude, frames } = row as Record<string, string>
    const cue = {
      lemma,
      pos,
      kind,
      stance,
      attitude,
      frames: new Set(frames!.split(' ')),
    } as unknown as Cue
    return [`${lemma}/${pos}`, cue] as const
  })
  const channels = table('channels.csv').map(row => [row['word']!, row['kind'] as Channel['kind']] as const)
  const nameParts = table('name-parts.csv').map(
    row => [row['word']!, row['kind'] as Channel['kind']] as const,
  )
  const known = new Map(channels)
  return {
    cues: new Map(cues),
    channels: new Map([...roles(known), ...agencies(), ...channels]),
    nameParts: new Map(nameParts),
    speechVerbs: new Set(table('speech-verbs.csv').map(row => row['form']!)),
  }
}
