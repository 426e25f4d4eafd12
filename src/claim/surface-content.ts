import type { Token } from '../model/parsed-text.js'
import { phrasesOf } from './phrases.js'
import { childrenBy, hasRelation, isPunctuation, isQuoteMark, type Tree } from './tree.js'

/** A source and what it says, read from the order of words where the tree does not show them. */
export interface Surface {
  readonly rule: string
  readonly source?: readonly number[]
  readonly content: readonly number[]
}

const finite = /^(?:VBD|VBZ|VBP|MD)$/
const longestTail = 14
const longestSource = 30
const noSource =
  /^(?:and|but|or|nor|so|yet|if|when|while|as|because|although|though|after|before|since|until|who|which|that|where|what|how|whether|in|on|at|with|by|for|from|to|of|about|during|despite)$/i

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)
const isComma = (token: Token | undefined): boolean => token?.form === ','
const hasFinite = (tokens: readonly Token[]): boolean => tokens.some(({ xpos }) => finite.test(xpos))

/** Border before a closing source: a comma, a dash or a closing quotation mark. A hyphen inside a name is none. */
function isBorder(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (isComma(token) || isQuoteMark(token)) return true
  const joins = tokens[i - 1]?.end === token.start && tokens[i + 1]?.start === token.end
  return /^(?:—|–|--|[?!])$/.test(token.form) || (token.form === '-' && !joins)
}

const reports = /^(?:add|announce|claim|confirm|cite|note|quote|report|say|state|tell|write)$/

/** Where the clause after a cue ends: before ", according to", ", in remarks ..." or another closing clause (", the agency reported"). */
function clauseAfter(tokens: readonly Token[], verb: number): readonly Token[] {
  for (let i = verb + 1; i < tokens.length - 2; i++) {
    if (!isComma(tokens[i])) continue
    if (/^(?:according|in|on|at|during)$/i.test(tokens[i + 1]!.form) || tokens[i + 1]!.xpos === 'VBG')
      return tokens.slice(verb + 1, i)
    const next = tokens.findIndex(({ xpos }, k) => k > i && finite.test(xpos))
    const source = tokens.slice(i + 1, next)
    if (
      next > i + 1 &&
      reports.test(tokens[next]!.lemma) &&
      !source.some(
        token =>
          isComma(token) || /^(?:and|but|who|which|that|when|while|as|after|before)$/i.test(token.form),
      )
    )
      return tokens.slice(verb + 1, i)
  }
  return tokens.slice(verb + 1)
}

/** First token of the source that ends right before `verb`; an apposition between commas belongs to it. -1 when there is none. */
function sourceStart(tokens: readonly Token[], last: number): number {
  const borderBefore = (at: number) => {
    let i = at
    while (i >= 0 && !isBorder(tokens, i)) i--
    return i
  }
  let border = borderBefore(isComma(tokens[last]) ? last - 1 : last)
  if (!isComma(tokens[last])) return border + 1
  // "Ann Bell, a scholar, said": walk back over what stands between commas until a name or a noun with its article begins.
  for (let steps = 0; border >= 0 && isComma(tokens[border]) && steps < 4; steps++) {
    const previous = borderBefore(border - 1)
    const start = previous + 1
    if (/^NNPS?$|^PRP$/.test(tokens[start]?.xpos ?? '')) return start
    // "the wife of one of them, Rosa Bell, said"
    if (/^(?:DT|PRP\$)$/.test(tokens[start]?.xpos ?? '') && /^NNP/.test(tokens[border + 1]?.xpos ?? ''))
      return start
    border = previous
  }
  return -1
}

const spokenNoun =
  /^(?:comments?|message|remarks?|statement|words|speech|address|letter|tweet|post|reply|answer)$/i

/** Beginning of the clause that a closing source attributes: behind a semicolon outside of quotation marks, or a colon behind "his remarks". */
function sideStart(tokens: readonly Token[], before: number): number {
  if (tokens.slice(0, before).some(isQuoteMark)) return 0
  return (
    tokens.findLastIndex(
      ({ form }, i) =>
        i < before && (form === ';' || (form === ':' && spokenNoun.test(tokens[i - 1]?.form ?? ''))),
    ) + 1
  )
}

/** "However, ...", "But ...": the writer's link to what precedes is not said by the source. */
function withoutLink(tokens: readonly Token[], content: readonly number[]): number[] {
  if (!/^(?:however|but|and|meanwhile|still|moreover|yet|instead)$/i.test(tokens[content[0] ?? 0]!.form))
    return [...content]
  return content.slice(isComma(tokens[content[1] ?? 0]) ? 2 : 1)
}

const says = /^VB[DZP]$/
const adjunct = /^(?:in|on|during|after|at|via|when|while|as|before|by|last|late|earlier|yesterday|today)$/i
const occasion =
  /^(?:interview|statement|email|e-mail|letter|tweet|speech|conference|briefing|television|radio|twitter|facebook|call|report|message|phone|telephone|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|night|morning|day|evening|post|video|article|memo|note)$/i

/** End of the source after "said": before an adjunct that tells when, where or how it was said. */
function sourceEnd(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    const { form } = tokens[i]!
    const after = form === ',' ? i + 1 : i
    const next = tokens.slice(after, after + 7).map(token => token.form)
    if (
      form === ',' &&
      /^(?:adding|saying|referring|speaking|noting|citing|pointing|who|and|but)$/i.test(next[0] ?? '') &&
      !/^who$/i.test(next[0]!)
    )
      return i
    if (form === ',' && tokens[after]?.xpos === 'VBG') return i
    if (adjunct.test(next[0] ?? '') && next.slice(1).some(word => occasion.test(word))) return i
    if (/^(?:;|:|—|–|--)$/.test(form) || isQuoteMark(tokens[i]!)) return i
  }
  let end = tokens.length
  while (end > from && isPunctuation(tokens[end - 1]!)) end--
  return end
}

/** "...," said Ann Bell, who leads the party, on Monday. The source follows the verb, which follows a closing quotation mark. */
export function inversion(tree: Tree, verb: number): Surface | null {
  const { tokens } = tree
  if (!says.test(tokens[verb]!.xpos) || verb < 3 || !isQuoteMark(tokens[verb - 1]!)) return null
  const first = tokens[verb + 1]
  if (!first || !/^(?:NNPS?|DT|PRP\$|NNS?|JJ|CD)$/.test(first.xpos)) return null
  const source = range(verb + 1, sourceEnd(tokens, verb + 1))
  if (source.length === 0 || source.length > longestSource || !isWholePhrase(source.map(i => tokens[i]!)))
    return null
  // “...,” said the one; “...,” said the other: each has its own side of the semicolon.
  const side =
    tokens.findLastIndex(({ form }, i) => form === ';' && i < verb && isQuoteMark(tokens[i + 1]!)) + 1
  return {
    rule: 'inversion',
    source,
    content: withoutLink(tokens, range(side, verb)),
  }
}

/** "The warrant was signed on Monday, reports El Tiempo.": a verb of speech behind a comma, its source to the end of the sentence. */
export function closingInversion(tree: Tree, verb: number): Surface | null {
  const { tokens } = tree
  if (!/^VB[DZP]$|^NNS$/.test(tokens[verb]!.xpos) || !isComma(tokens[verb - 1]) || verb < 4) return null
  const first = tokens[verb + 1]
  if (!first || !/^(?:NNPS?|DT|PRP\$|NNS?|JJ|CD)$/.test(first.xpos)) return null
  const comma = tokens.findIndex((token, i) => i > verb + 1 && isComma(token))
  const relative =
    comma > 0 &&
    /^(?:which|whom?|whose)$/i.test(tokens[comma + (tokens[comma + 1]?.xpos === 'IN' ? 2 : 1)]?.form ?? '')
  const source = range(verb + 1, relative ? comma : sourceEnd(tokens, verb + 1))
  const end = source.at(-1)! + 1
  const tail = relative ? [] : tokens.slice(end).filter(token => !isPunctuation(token))
  if (source.length > longestSource || tail.length > 6 || tail.some(({ xpos }) => finite.test(xpos)))
    return null
  if (!isWholePhrase(source.map(i => tokens[i]!))) return null
  const content = withoutLink(tokens, range(0, verb - 1))
  // "He came, saw the minister": what precedes must be a clause with a subject of its own, and the verb must have none.
  if (
    childrenBy(tree, verb, 'nsubj').some(i => i < verb) ||
    (hasRelation(tree, verb, 'conj') && tokens[verb]!.lemma !== 'say')
  )
    return null
  return hasFinite(content.map(i => tokens[i]!)) ? { rule: 'closing inversion', source, content } : null
}

/** A noun phrase with complete relative clauses: none of them ends in the verb that would be the cue, none lacks its pronoun. */
function isWholePhrase(tokens: readonly Token[]): boolean {
  const relative = tokens.findIndex(
    ({ form, xpos }) => /^(?:who|which|that)$/i.test(form) && /^W|^IN$/.test(xpos),
  )
  return relative < 0
    ? !hasFinite(tokens)
    : hasFinite(tokens.slice(relative)) && !hasFinite(tokens.slice(0, relative))
}

/** "..., a communiqué of the general staff states.": the last word of the sentence, taken for a plural. */
export function endsInVerb({ tokens }: Tree, i: number): boolean {
  if (
    !/^(?:states|claims|reports|notes|shows|writes|reads)$/i.test(tokens[i]?.form ?? '') ||
    tokens[i]!.xpos !== 'NNS'
  )
    return false
  const after = tokens.slice(i + 1)
  const comma = tokens.findLastIndex(token => isComma(token))
  return comma > 2 && i - comma > 2 && i - comma < 16 && after.every(isPunctuation)
}

/**
 * "The talks failed, a spokesman for the ministry told reporters on Friday.": the clause that closes the sentence attributes all before it.
 * Null when the verb has a complement of its own or the words before are no clause.
 */
export function closingClause(tree: Tree, verb: number, mayAddress: boolean): Surface | null {
  const { tokens } = tree
  const perfect = tokens[verb]!.xpos === 'VBN' && /^(?:has|have|had)$/i.test(tokens[verb - 1]?.form ?? '')
  if (!/^VB[DZP]$/.test(tokens[verb]!.xpos) && !perfect && !endsInVerb(tree, verb)) return null
  let last = verb - 1
  while (
    last > 0 &&
    ((perfect && last === verb - 1) ||
      (tokens[last]!.head === verb && hasRelation(tree, last, 'aux', 'advmod')))
  )
    last--
  const tail = clauseAfter(tokens, verb)
  if (tail.filter(token => !isPunctuation(token)).length > longestTail) return null
  if (tail.some(token => finite.test(token.xpos) || isQuoteMark(token) || /^(?:that|:)$/i.test(token.form)))
    return null
  if (
    !mayAddress &&
    childrenBy(tree, verb, 'obj', 'xcomp', 'ccomp').some(i => i > verb && i <= verb + tail.length)
  )
    return null
  const start = sourceStart(tokens, last)
  if (start < 3 || last - start > longestSource || start > last) return null
  const first = tokens[start]!
  if (noSource.test(first.form) || isPunctuation(first) || !/^(?:N|PRP|DT|JJ|CD|PDT)/.test(first.xpos))
    return null
  const border = tokens[start - 1]!
  const from = sideStart(tokens, start - 1)
  const content = withoutLink(tokens, range(from, start - 1 + (isQuoteMark(border) ? 1 : 0)))
  if (!isBorder(tokens, start - 1) || !hasFinite(content.map(i => tokens[i]!))) return null
  const source = range(start, isComma(tokens[last]) ? last : last + 1)
  if (!isWholePhrase(source.map(i => tokens[i]!))) return null
  return { rule: 'closing clause', source, content }
}

/** "told Radio Four the election would go ahead": where the clause begins, behind the phrase told. */
function behindAddressee(tree: Tree, verb: number): number {
  const { tokens } = tree
  if (tokens[verb]!.lemma !== 'tell') return verb + 1
  const phrases = phrasesOf(tokens)
  const told = phrases.find(({ from }) => from === verb + 1)
  const next = told && phrases.find(({ from }) => from === told.to)
  return told && next ? told.to : verb + 1
}

const clauseEnd =
  /^(?:[,;:—–]|--?|because|when|while|where|who|which|whom|that|if|after|before|as|but|and|since|what|how|why)$/i

/** Everything after "said that", or after "said" when a clause follows, up to the end of the sentence. `clausal`: the verb
 * takes nothing but clauses. */
export function afterCue(tree: Tree, verb: number, clausal: boolean): Surface | null {
  const { tokens } = tree
  const that = tokens.findIndex(
    (token, i) =>
      i > verb && i <= verb + 14 && /^that$/i.test(token.form) && /^(?:IN|WDT|DT)$/.test(token.xpos),
  )
  const between = that < 0 ? [] : tokens.slice(verb + 1, that)
  const aside = isComma(between.at(-1)) && between.filter(isComma).length === 2
  const direct =
    that >= 0 &&
    !between.some(token => finite.test(token.xpos) || (isPunctuation(token) && !(aside && isComma(token))))
  const from = direct ? that : behindAddressee(tree, verb)
  let to = tokens.length
  while (to > from && isPunctuation(tokens[to - 1]!) && !isQuoteMark(tokens[to - 1]!)) to--
  const rest = tokens.slice(from, to)
  if (rest.length < 3 || !hasFinite(rest)) return null
  // Without "that" a clause must begin at once: its verb stands before any comma or other conjunction.
  if (!direct && !/^(?:N|PRP$|DT|JJ|CD|EX|PRP\$)/.test(rest[0]!.xpos)) return null
  const end = rest.findIndex(({ form, xpos }) => xpos !== 'HYPH' && clauseEnd.test(form))
  if (!direct && !clausal && end >= 0 && !hasFinite(rest.slice(0, end))) return null
  return { rule: 'after cue', content: range(from, to) }
}
