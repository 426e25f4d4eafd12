import type { Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'

/** A base noun phrase: tokens `[from, to)` without what follows as apposition, clause or prepositional phrase. */
export interface Phrase {
  readonly from: number
  readonly to: number
  /** Its last noun. */
  readonly head: number
}

const inside = /^(?:DT|PDT|PRP\$|JJ[RS]?|CD|NNS?|NNPS?|POS|HYPH|FW|ADD)$/
const opens = /^(?:DT|PRP\$|PDT)$/
const noun = /^(?:NN|FW|ADD)/

/** "..., quoting sources": the participle leads to the phrase. */
const participle = /^(?:citing|quoting|saying|adding|referencing)$/i

const belongs = ({ form, xpos, deprel }: Token): boolean =>
  !participle.test(form) &&
  (inside.test(xpos) || (/^VB[GN]$/.test(xpos) && /^(?:amod|compound)/.test(deprel)))

function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (noun.test(tokens[i]!.xpos)) return i
  return to - 1
}

const isNamePart = (token: Token | undefined): boolean =>
  token !== undefined && /^NNPS?$/.test(token.xpos) && /^\p{Lu}/u.test(token.form)

/** End of a name with "of" inside: "Voice of America's Burmese service", "the Ministry of Health". */
function nameEnd(tokens: readonly Token[], from: number, to: number): number {
  const at = /^the$/i.test(tokens[to + 1]?.form ?? '') ? to + 2 : to + 1
  if (
    to <= from ||
    !isNamePart(tokens[to - 1]) ||
    !/^of$/i.test(tokens[to]?.form ?? '') ||
    !isNamePart(tokens[at])
  )
    return to
  let end = at
  while (end < tokens.length && belongs(tokens[end]!) && !opens.test(tokens[end]!.xpos)) end++
  return nameEnd(tokens, at, end)
}

/** Head of a name with "of" inside: its first part ("the Ministry"), or the noun behind it ("Bank of Ghana officials"). */
function headOfName(tokens: readonly Token[], from: number, own: number, to: number): number {
  const last = headOf(tokens, from, to)
  return to === own || !isNamePart(tokens[last]) ? last : headOf(tokens, from, own)
}

const known = new WeakMap<readonly Token[], readonly Phrase[]>()

/** Base noun phrases of a sentence by parts of speech alone (Abney 1991), so that they stand where the tree is wrong. A pronoun is one too. */
export function phrasesOf(tokens: readonly Token[]): readonly Phrase[] {
  const found = known.get(tokens) ?? readPhrases(tokens)
  known.set(tokens, found)
  return found
}

function readPhrases(tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = []
  for (let i = 0; i < tokens.length; ) {
    if (/^(?:PRP|EX)$/.test(tokens[i]!.xpos)) {
      phrases.push({ from: i, to: i + 1, head: i })
      i++
      continue
    }
    const from = i
    while (i < tokens.length && belongs(tokens[i]!)) {
      const begins = opens.test(tokens[i]!.xpos) && i > from && !opens.test(tokens[i - 1]!.xpos)
      if (begins) break
      i++
      // "a hastily called conference"
      if (
        /^RB/.test(tokens[i]?.xpos ?? '') &&
        /^(?:JJ|VB[NG])/.test(tokens[i + 1]?.xpos ?? '') &&
        opens.test(tokens[i - 1]!.xpos) &&
        belongs(tokens[i + 1]!)
      )
        i++
    }
    const own = i
    i = nameEnd(tokens, from, i)
    if (i > from) phrases.push({ from, to: i, head: headOfName(tokens, from, own, i) })
    else i++
  }
  return phrases
}

export const spanOf = (tokens: readonly Token[], { from, to }: Phrase): Span => [
  tokens[from]!.start,
  tokens[to - 1]!.end,
]

/** The phrase that a token stands in. */
export const phraseAt = (phrases: readonly Phrase[], token: number): Phrase | undefined =>
  phrases.find(({ from, to }) => from <= token && token < to)

/** A document or reply without its owner: "letter" of "the governor's letter". */
export function withoutOwner(tokens: readonly Token[], phrase: Phrase): Phrase {
  for (let i = phrase.head - 1; i >= phrase.from; i--)
    if (tokens[i]!.xpos === 'POS') return { ...phrase, from: i + 1 }
  return phrase
}
