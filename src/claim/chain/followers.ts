import { type Phrase, phrasesOf } from '../phrases.js'
import type { Tree } from '../tree.js'

/** A phrase that follows a noun by a preposition, a participle or a relative clause: "[a letter] from X", "[a memo] leaked to X", "[a note] that X has seen". */
export interface Follower {
  readonly phrase: Phrase
  /** Preposition in lower case; empty for an object, "subject" for the subject of a relative clause. */
  readonly lead: string
  /** Form of the participle or verb between the noun and the phrase, in lower case; empty when there is none. */
  readonly verb: string
  /** Behind a comma: thrown in, not part of the name of the thing. */
  readonly aside: boolean
}

const glue =
  /^(?:,|and|also|as|then|a|an|the|copy|copies|excerpts?|extracts?|details|parts?|of|which|that|who|whom|was|were|is|are|has|have|had|been|being|first|later|earlier|recently|exclusively|it|he|she|they)$/i
const participle = /^VB[NDG]$/
const reported = /^(?:citing|quoting|saying|adding|warning|stating|telling|writing|noting)$/i
const farthest = 32

/**
 * What follows a noun phrase, read by the order of words: prepositional phrases, participles with theirs, relative clauses. The reading ends
 * at a word that `stops` (the cue, the content) and at whatever is none of these.
 */
export const followersOf = (tree: Tree, phrase: Phrase, stops: (token: number) => boolean): Follower[] =>
  read(tree, phrase, stops).followers

/** The verb of the clause whose subject a phrase is, behind all that follows the phrase; -1 when none is found. */
export function clauseVerb(tree: Tree, phrase: Phrase): number {
  const { end } = read(tree, phrase, () => false)
  const { xpos } = tree.tokens[end] ?? { xpos: '' }
  return /^VB[DZP]$/.test(xpos) ? end : -1
}

function read(
  tree: Tree,
  phrase: Phrase,
  stops: (token: number) => boolean,
): { readonly followers: Follower[]; readonly end: number } {
  const { tokens } = tree
  const phrases = phrasesOf(tokens)
  const found: Follower[] = []
  let lead = ''
  let verb = ''
  let relative = false
  let subject: Phrase | undefined
  let commas = 0
  let i = phrase.to
  while (i < Math.min(tokens.length, phrase.to + farthest)) {
    const { form, xpos } = tokens[i]!
    const leads = /^(?:IN|TO)$/.test(tokens[i + 1]?.xpos ?? '')
    if (stops(i) || (reported.test(form) && !(leads && /^writing$/i.test(form)))) break
    const word = form.toLowerCase()
    if (form === ',') {
      commas++
      // An apposition between commas is passed over, the comma behind a clause ends it.
      if (commas > 3) break
      lead = ''
      i++
      continue
    }
    if (/^(?:which|that|who|whom)$/.test(word)) {
      relative = true
      lead = ''
      i++
      continue
    }
    if (participle.test(xpos) || /^VB[ZP]$/.test(xpos)) {
      if (/^(?:be|have)$/.test(tokens[i]!.lemma) && (relative || /^VBN$/.test(xpos))) {
        i++
        continue
      }
      const past = xpos === 'VBD' && (isPassedOn(word) || /^by$/i.test(tokens[i + 1]?.form ?? ''))
      if (/^VB[ZPD]$/.test(xpos) && !relative && !past) break
      if (subject && relative)
        found.push({
          phrase: subject,
          lead: 'subject',
          verb: word,
          aside: commas > 0,
        })
      relative = false
      subject = undefined
      verb = word
      lead = ''
      i++
      continue
    }
    if (/^(?:IN|TO)$/.test(xpos) && !(word === 'as' || (word === 'of' && relative))) {
      lead = word
      i++
      continue
    }
    const next = phrases.find(({ from, to }) => from <= i && i < to)
    if (next && !glueOnly(tree, next)) {
      const rest = { ...next, from: i }
      if (lead !== '' || (verb !== '' && !relative))
        found.push({ phrase: rest, lead, verb, aside: commas > 0 })
      else if (relative) subject = rest
      else if (tokens[i - 1]!.form !== ',') break
      if (lead !== '' && relative) relative = false
      lead = ''
      i = next.to
      continue
    }
    if (glue.test(form) || /^(?:RB|RP|WRB|CC|WP|WDT|MD)/.test(xpos)) {
      i++
      continue
    }
    break
  }
  return { followers: found, end: i }
}

const passing =
  /^(?:aired|broadcast|carried|cited|circulated|described|handed|leaked|monitored|obtained|posted|published|quoted|read|released|relayed|reported|seen|sent|shared|shown|signed|translated|written)$/

const isPassedOn = (word: string): boolean => passing.test(word)

/** "a copy", "details": words that stand for the document itself. */
const glueOnly = ({ tokens }: Tree, { from, to }: Phrase): boolean =>
  tokens.slice(from, to).every(({ form }) => glue.test(form))
