import { SynopticError } from '../model/diagnostic.js'

/** A verb of a block with its irregular forms; `code` is null for a verb that alone reports no event (`[---]`). */
export interface PetrarchVerb {
  readonly words: readonly string[]
  readonly forms: readonly string[]
  readonly code: string | null
}

/** An element of a pattern: words of which one must stand there, or the place of the source, the target, or both. */
export type PetrarchElement = '$' | '+' | '%' | readonly string[]

/** A pattern of a block: what stands before and after the verb, and the code it gives; null for no event. */
export interface PetrarchPattern {
  readonly before: readonly PetrarchElement[]
  readonly after: readonly PetrarchElement[]
  readonly code: string | null
  readonly line: number
}

/** Verbs that share patterns. */
export interface PetrarchBlock {
  readonly name: string
  readonly verbs: readonly PetrarchVerb[]
  readonly patterns: readonly PetrarchPattern[]
}

/** Whether a dictionary is one of verbs: it has blocks (`--- NAME [030] ---`) or patterns with the place of the verb (`- * TO + [057]`). */
export const isVerbDictionary = (text: string): boolean => /^\s*(---.*---|-\s.*\*)/m.test(text)

interface Line {
  readonly text: string
  readonly number: number
}

const fail = ({ text, number }: Line, why: string): SynopticError =>
  new SynopticError('SYN_DICTIONARY', `line ${number}: ${why}: ${text}`)

const blank = (text: string): string => text.replace(/[^\n]/g, '')

/** Lines without comments (`<!-- -->`, `#`, `;`), with their numbers. Empty ones are kept out. */
function linesOf(text: string): Line[] {
  return text
    .replace(/<!--[\s\S]*?-->/g, blank)
    .split(/\r?\n/)
    .map((line, i) => ({ text: line.replace(/[#;].*$/, '').trim(), number: i + 1 }))
    .filter(({ text: content }) => content !== '')
}

const bracketed = /\[([^\]]*)\]\s*$/

/** `030`, `---`, and `050:055`, of which the first half is the event of the source; undefined where the line has no code. */
function codeOf(line: Line): string | null | undefined {
  const found = bracketed.exec(line.text)
  if (!found) return undefined
  const code = found[1]!.trim().split(':')[0]!.trim()
  if (code === '---' || code === '') return null
  if (!/^\d{2,4}$/.test(code)) throw fail(line, `"[${found[1]}]" is no event code`)
  return code
}

const phrase = (text: string): string => text.replaceAll('_', ' ').replace(/\s+/g, ' ').trim().toLowerCase()

/** A word of a synonym set with its regular plural; a final underscore says that it has none. */
function withPlural(word: string, label: string): string[] {
  const plain = phrase(word)
  if (word.endsWith('_') || label.endsWith('_')) return [plain]
  if (plain.endsWith('y')) return [plain, `${plain.slice(0, -1)}ies`]
  return [plain, plain.endsWith('ss') ? `${plain}es` : `${plain}s`]
}

const labelOf = (text: string): string => text.replace(/_+$/, '').toUpperCase()

/** Synonym sets: `&NAME` and lines that begin with `+`. They may stand anywhere in the file. */
function synonymSets(lines: readonly Line[]): Map<string, string[]> {
  const sets = new Map<string, string[]>()
  let label: string | null = null
  for (const { text } of lines) {
    if (text.startsWith('&')) {
      label = text.split(/\s/)[0]!
      sets.set(labelOf(label), sets.get(labelOf(label)) ?? [])
    } else if (text.startsWith('+') && label)
      sets.get(labelOf(label))!.push(...withPlural(text.slice(1).trim(), label))
    else label = null
  }
  return sets
}

function element(token: string, sets: ReadonlyMap<string, string[]>, line: Line): PetrarchElement[] {
  if (token === '$' || token === '+' || token === '%') return [token]
  if (token === '^') return []
  if (!token.startsWith('&')) return [[phrase(token)]]
  const words = sets.get(labelOf(token))
  if (!words) throw fail(line, `the synonym set "${token}" is nowhere defined`)
  return [words]
}

/** `- $ * TREATY WITH + [057]`; brackets and braces of the second version only group. */
function patternOf(line: Line, sets: ReadonlyMap<string, string[]>): PetrarchPattern {
  const code = codeOf(line)
  if (code === undefined) throw fail(line, 'a pattern needs a code in brackets')
  const tokens = line.text
    .replace(bracketed, '')
    .replace(/^-/, '')
    .replace(/[(){}]/g, ' ')
    .split(/\s+/)
    .filter(token => token !== '')
  const verbs = tokens.flatMap((token, i) => (/^\*+$/.test(token) ? [i] : []))
  if (verbs.length !== 1) throw fail(line, 'a pattern needs one "*" where the verb stands')
  const read = (part: readonly string[]) => part.flatMap(token => element(token, sets, line))
  return {
    before: read(tokens.slice(0, verbs[0]!)),
    after: read(tokens.slice(verbs[0]! + 1)),
    code,
    line: line.number,
  }
}

/** `GIVE {GAVE GIVEN } [070]`; without a code of its own a verb has that of its block. */
function verbOf(line: Line, blockCode: string | null): PetrarchVerb {
  const code = codeOf(line)
  const head = line.text.replace(bracketed, '')
  const forms = /\{([^}]*)\}/.exec(head)?.[1] ?? ''
  const word = phrase(head.replace(/\{[^}]*\}/, '').replaceAll('+', ''))
  if (!/^[a-z][a-z' -]*$/.test(word)) throw fail(line, 'this is no verb')
  return {
    words: word.split(' '),
    forms: forms.split(/\s+/).map(phrase).filter(Boolean),
    code: code === undefined ? blockCode : code,
  }
}

/**
 * Reads a verb dictionary of PETRARCH (formats: Schrodt, Beieler and Idris 2014; petrarch2, docs/source/dictionaries.rst): blocks
 * `--- NAME [code] ---` of verbs with irregular forms in braces, patterns with `$` source, `+` target, `%` both, `*` the verb, `&` synonym
 * sets. Lines that begin with `~` (transformations) are left out. Throws SYN_DICTIONARY with the number of the line that cannot be read.
 */
export function parsePetrarchVerbs(text: string): PetrarchBlock[] {
  const lines = linesOf(text)
  const sets = synonymSets(lines)
  const blocks: { name: string; code: string | null; verbs: PetrarchVerb[]; patterns: PetrarchPattern[] }[] =
    []
  let inSet = false
  for (const line of lines) {
    const { text: content } = line
    const header = /^---+\s*(.*?)\s*(\[[^\]]*\])?\s*---+$/.exec(content)
    if (header) {
      const code = header[2] ? codeOf({ ...line, text: header[2] }) : null
      blocks.push({ name: header[1]!, code: code ?? null, verbs: [], patterns: [] })
      inSet = false
      continue
    }
    if (content.startsWith('~')) continue
    if (content.startsWith('&')) inSet = true
    if (content.startsWith('&') || (inSet && content.startsWith('+'))) continue
    inSet = false
    let block = blocks.at(-1)
    const pattern = content.startsWith('-')
    // Without headers a verb after patterns begins the next block.
    if (!pattern && (!block || (block.patterns.length > 0 && block.name === '')))
      blocks.push((block = { name: '', code: codeOf(line) ?? null, verbs: [], patterns: [] }))
    if (!block || (pattern && block.verbs.length === 0)) throw fail(line, 'no verb comes before this pattern')
    if (pattern) block.patterns.push(patternOf(line, sets))
    else block.verbs.push(verbOf(line, block.code))
  }
  return blocks
}
