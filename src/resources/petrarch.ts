import { SynopticError } from '../model/diagnostic.js'

/** A code of an actor with the days it held, ISO; null for an open end. */
export interface DatedCode {
  readonly code: string
  readonly from: string | null
  readonly to: string | null
}

/** An entry of an actor dictionary: all spellings of one actor, the first one its name, and its codes. */
export interface PetrarchActor {
  readonly names: readonly string[]
  readonly codes: readonly DatedCode[]
}

/** An entry of an agent dictionary: words in singular and plural, and the role part of a code (`GOV` of `[~GOV]`). */
export interface PetrarchAgent {
  readonly words: readonly string[]
  readonly role: string
}

export interface PetrarchDictionary {
  readonly actors: readonly PetrarchActor[]
  readonly agents: readonly PetrarchAgent[]
}

const phrase = (text: string): string => text.trim().replace(/_+$/, '').replaceAll('_', ' ').trim()

/** YYMMDD or YYYYMMDD; two-digit years from 30 on are of the last century. */
function day(text: string): string {
  const full = text.length === 8 ? text : `${Number(text.slice(0, 2)) >= 30 ? '19' : '20'}${text}`
  return `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`
}

/** `AZEGOV`, `AZEGOV 930624-031031`, `AZEELI >031031`, `AZEGOV <930624`: what stands between brackets, several with `|`. */
function codes(text: string, line: string): DatedCode[] {
  return text.split('|').map(part => {
    const match = /^~?([A-Z!?~]*)\s*(?:([<>])?\s*(\d{6}|\d{8})(?:\s*-\s*(\d{6}|\d{8}))?)?$/.exec(part.trim())
    if (!match) throw new SynopticError('SYN_DICTIONARY', `"[${text}]" is no code with dates: ${line.trim()}`)
    const [, code = '', side, first, second] = match
    if (!first) return { code, from: null, to: null }
    if (side === '<') return { code, from: null, to: day(first) }
    if (side === '>') return { code, from: day(first), to: null }
    return { code, from: day(first), to: second ? day(second) : day(first) }
  })
}

/** Lines without comments: `#` lines, `<!-- -->` blocks, and what follows a semicolon. */
const lines = (text: string): string[] =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\r?\n/)
    .map(line => line.replace(/;.*$/, '').trimEnd())
    .filter(line => line.trim() !== '' && !line.trimStart().startsWith('#'))

const bracket = /\[([^\]]*)\]/g

function plural(word: string): string {
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`
}

/** `POLICE_OFFICER_ {POLICE_OFFICERS_} [~COP]`; without braces the plural is regular, empty braces mean that there is none. */
function agent(head: string, code: string, sets: ReadonlyMap<string, readonly string[]>): PetrarchAgent {
  const braces = /\{([^}]*)\}/.exec(head)
  const word = phrase(head.replace(/\{[^}]*\}/, ''))
  const substitution = /![A-Z]+!/i.exec(word)?.[0]
  const members = substitution ? sets.get(substitution.toUpperCase()) : undefined
  const words = members
    ? members.map(member => word.replace(substitution!, member))
    : [word, ...(braces ? [phrase(braces[1]!)] : [plural(word)])]
  return { words: words.filter(Boolean).map(one => one.toLowerCase()), role: code.replace(/^~/, '') }
}

/**
 * Reads an actor or agent dictionary in the format of TABARI and PETRARCH (Schrodt, Beieler and Idris 2014; petrarch2.readthedocs.io, "dictionaries"): phrases end
 * with an underscore, `+` adds a spelling to the phrase before, codes stand in brackets with dates YYMMDD, codes that begin with `~` are
 * those of agents, `!NAME! = A, B` names a set of words. Throws SYN_DICTIONARY with the line that cannot be read.
 */
export function parsePetrarch(text: string): PetrarchDictionary {
  const actors: { names: string[]; codes: DatedCode[] }[] = []
  const agents: PetrarchAgent[] = []
  const sets = new Map<string, string[]>()
  for (const line of lines(text)) {
    const set = /^\s*(![A-Z]+!)\s*=\s*(.+)$/i.exec(line)
    if (set) {
      sets.set(set[1]!.toUpperCase(), set[2]!.split(',').map(phrase))
      continue
    }
    const found = [...line.matchAll(bracket)].map(([, inside]) => inside!.trim())
    const head = line.replace(bracket, '').trim()
    if (found.length === 1 && found[0]!.startsWith('~')) {
      agents.push(agent(head, found[0]!, sets))
      continue
    }
    const last = actors.at(-1)
    const spelling = head.startsWith('+')
    if (head !== '' && !spelling) actors.push({ names: [phrase(head)], codes: [] })
    else if (!last)
      throw new SynopticError('SYN_DICTIONARY', `Nothing comes before this line: ${line.trim()}`)
    else if (spelling) last.names.push(phrase(head.slice(1)))
    for (const inside of found) actors.at(-1)!.codes.push(...codes(inside, line))
  }
  return { actors: actors.filter(({ codes: own }) => own.length > 0), agents }
}
