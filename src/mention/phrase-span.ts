import type { Range } from './draft.js'
import { calendar, type LexicalSentence, relation } from './lexical-sentence.js'

const left = new Set(['det', 'amod', 'compound', 'nummod', 'nmod', 'flat', 'advmod', 'punct', 'goeswith'])
const breaks = new Set(['acl', 'appos', 'advcl', 'conj', 'cc', 'parataxis', 'punct', 'orphan', 'dep'])

/** A complement that belongs to the phrase: a name or a role ("of the council"), not what somebody is accused of. */
const namesSomebody = (lexical: LexicalSentence, at: number): boolean =>
  lexical.tokens[at]!.upos === 'PROPN' || lexical.nameAt[at] != null || lexical.roleEnding[at] != null

function climbsTo(lexical: LexicalSentence, from: number, head: number): number | null {
  let at = from
  for (let steps = 0; steps < 12; steps++) {
    const up = lexical.tokens[at]!.head
    if (up === head) return at
    if (up < 0) return null
    at = up
  }
  return null
}

/** Referring phrase around `head`: its modifiers to the left, and an of-phrase to the right; no relative clause, no apposition. */
export function phraseAround(lexical: LexicalSentence, core: Range, head: number): Range {
  const { tokens } = lexical
  let from = core.from
  while (from > 0) {
    const child = climbsTo(lexical, from - 1, head)
    if (calendar.test(tokens[from - 1]!.form)) break
    if (child === null || child > head || !left.has(relation(tokens[child]!))) break
    from--
  }
  while (from < core.from && tokens[from]!.upos === 'PUNCT' && tokens[from]!.form !== '-') from++
  let to = core.to
  if (/^of$/i.test(tokens[to]?.form ?? '')) {
    const child = climbsTo(lexical, to, head)
    if (child !== null && relation(tokens[child]!) === 'nmod' && namesSomebody(lexical, child))
      while (to < tokens.length) {
        const up = climbsTo(lexical, to, head)
        if (up !== child && to !== child) break
        if (breaks.has(relation(tokens[to]!))) break
        to++
      }
  }
  return { from, to }
}

/** Head of a range: the first token whose own head lies outside of it. */
export function headOf(lexical: LexicalSentence, range: Range): number {
  for (let at = range.from; at < range.to; at++) {
    const up = lexical.tokens[at]!.head
    if (up < range.from || up >= range.to) return at
  }
  return range.to - 1
}
