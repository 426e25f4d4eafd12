import type { EntitySpan, Token } from '../model/parsed-text.js'

/** Head and relation of a token where they differ from the parse. */
interface Attachment {
  readonly head: number
  readonly deprel: string
}

const argument = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'nmod', 'dep'])
/** Relations under which a lost relative clause is found. */
const loose = new Set(['advcl', 'ccomp', 'parataxis', 'dep', 'conj', 'acl'])
const isName = (token: Token): boolean => token.upos === 'PROPN'
const isNoun = (token: Token): boolean => token.upos === 'NOUN' || token.upos === 'PROPN'

function edges(tokens: readonly Token[]): { first: number[]; last: number[] } {
  const first = tokens.map((_, i) => i)
  const last = tokens.map((_, i) => i)
  tokens.forEach((_, i) => {
    for (
      let at = tokens[i]!.head, steps = 0;
      at >= 0 && steps < tokens.length;
      at = tokens[at]!.head, steps++
    ) {
      first[at] = Math.min(first[at]!, i)
      last[at] = Math.max(last[at]!, i)
    }
  })
  return { first, last }
}

/** "the Danish president | Anna Berg met": title and name as two subjects become one phrase. */
function splitNames(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  let reach: { first: number[]; last: number[] } | undefined
  tokens.forEach((token, name) => {
    if (
      !isName(token) ||
      !argument.has(token.deprel) ||
      tokens.some(({ head, deprel }) => head === name && deprel === 'case')
    )
      return
    reach ??= edges(tokens)
    const { first, last } = reach
    const title = tokens.findIndex(
      (other, i) =>
        i < name &&
        isNoun(other) &&
        other.head === token.head &&
        other.deprel === token.deprel &&
        last[i] === first[name]! - 1,
    )
    if (title >= 0) found.set(name, { head: title, deprel: 'appos' })
  })
  return found
}

/** Head of the noun phrase that a word before a noun belongs to. */
function phraseHead(tokens: readonly Token[], from: number): number | null {
  let at = from
  for (let steps = 0; steps < 8; steps++) {
    const { head, deprel, upos } = tokens[at]!
    const inside = ['amod', 'compound', 'nummod', 'det', 'nmod:poss', 'advmod'].includes(deprel)
    if (!inside || head <= at) return upos === 'NOUN' || upos === 'PROPN' ? at : null
    at = head
  }
  return null
}

/** "Berg | 's visit began": a possessor the parser took for a subject. */
function lostPossessors(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  tokens.forEach((mark, i) => {
    if (mark.xpos !== 'POS' || mark.head < 0 || mark.head >= i) return
    const owner = mark.head
    const owned = i + 1 < tokens.length ? phraseHead(tokens, i + 1) : null
    if (owned !== null && tokens[owner]!.deprel !== 'nmod:poss' && argument.has(tokens[owner]!.deprel))
      found.set(owner, { head: owned, deprel: 'nmod:poss' })
  })
  return found
}

/** "the visit to Oslo, which began on Monday, ...": a clause with a relative subject belongs to the noun before it. */
function lostRelatives(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  tokens.forEach((pronoun, i) => {
    if (!pronoun.deprel.startsWith('nsubj') || !/^(which|who)$/i.test(pronoun.form)) return
    const verb = pronoun.head
    if (verb < 0 || !loose.has(tokens[verb]!.deprel)) return
    let noun = i - 1
    while (noun >= 0 && tokens[noun]!.upos === 'PUNCT') noun--
    if (noun < 0) return
    for (let at = tokens[noun]!.head; at >= 0 && at < i && isNoun(tokens[at]!); at = tokens[at]!.head)
      noun = at
    if (isNoun(tokens[noun]!)) found.set(verb, { head: noun, deprel: 'acl:relcl' })
  })
  return found
}

const receiving = new Set(['meet', 'receive', 'greet', 'welcome', 'host', 'see'])

/** "met *visiting* Foreign Minister Berg": the participle describes the guest and is no predicate of its own. */
function visitingGuests(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  tokens.forEach((guest, i) => {
    const verb = tokens[guest.head]
    const participle = guest.head
    if (guest.deprel !== 'obj' || verb?.form.toLowerCase() !== 'visiting' || participle > i) return
    const above = verb.head
    if (above !== participle - 1 || !receiving.has(tokens[above]!.lemma.toLowerCase())) return
    found.set(i, { head: above, deprel: 'obj' })
    found.set(participle, { head: i, deprel: 'amod' })
    tokens.forEach((other, at) => {
      if (at > i && other.head === participle) found.set(at, { head: above, deprel: other.deprel })
    })
  })
  return found
}

const finite = new Set(['VBD', 'VBZ', 'VBP'])
const comma = (tokens: readonly Token[], i: number): boolean =>
  tokens.some(({ head, form }, at) => head === i && form === ',' && at < i)

/** "According to the ministry, Oslo and Riga, both ..., denounced": the subject taken for one more member of the list before it. */
function lostSubjects(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  tokens.forEach((verb, i) => {
    if (
      verb.upos !== 'VERB' ||
      !finite.has(verb.xpos) ||
      !['root', 'ccomp', 'parataxis'].includes(verb.deprel)
    )
      return
    if (tokens.some(({ head, deprel }) => head === i && /^(nsubj|csubj|expl|aux:pass)/.test(deprel))) return
    const first = tokens.findIndex(
      ({ deprel, head }, at) =>
        at < i &&
        deprel === 'conj' &&
        head < at &&
        isNoun(tokens[at]!) &&
        isNoun(tokens[head]!) &&
        comma(tokens, at) &&
        !hasCoordinator(tokens, at),
    )
    if (first < 0 || !introduced(tokens, first)) return
    const { head } = tokens[first]!
    found.set(first, { head: i, deprel: 'nsubj' })
    tokens.forEach((other, at) => {
      if (at > first && at < i && other.deprel === 'conj' && other.head === head)
        found.set(at, { head: first, deprel: 'conj' })
    })
  })
  return found
}

const hasCoordinator = (tokens: readonly Token[], i: number): boolean =>
  tokens.some(({ head, deprel }) => head === i && deprel === 'cc')

/** The list stands in a phrase that opens the sentence: nothing before it but its own phrase with a preposition. */
function introduced(tokens: readonly Token[], i: number): boolean {
  let at = tokens[i]!.head
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    if (tokens[at]!.deprel.startsWith('obl')) return true
    at = tokens[at]!.head
  }
  return false
}

/** "with Cuba being one of ...": the subject of a participle with "be", taken for a phrase with "with". */
function lostAbsolutes(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  tokens.forEach((token, i) => {
    if (token.deprel !== 'cop' || token.form.toLowerCase() !== 'being') return
    const subject = tokens.findIndex(
      ({ head, deprel }, at) => at < i && head === token.head && deprel === 'nmod' && isNoun(tokens[at]!),
    )
    const preposition = tokens.findIndex(({ head, deprel }) => head === subject && deprel === 'case')
    if (subject < 0 || preposition < 0 || tokens[preposition]!.form.toLowerCase() !== 'with') return
    found.set(subject, { head: token.head, deprel: 'nsubj' })
    found.set(preposition, { head: token.head, deprel: 'mark' })
  })
  return found
}

/** "Ri | Yong-ho's visit": a name whose words the parser hung on two heads keeps the attachment of its last word, as possessor where it is one. */
function brokenNames(tokens: readonly Token[], entities: readonly EntitySpan[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  for (const { type, from, to } of entities) {
    if (type !== 'PER' || to - from < 2) continue
    const words = tokens.slice(from, to).flatMap(({ upos }, i) => (upos === 'PUNCT' ? [] : [from + i]))
    const outward = words.filter(i => tokens[i]!.head < from || tokens[i]!.head >= to)
    const owner = outward.find(i => tokens[i]!.deprel === 'nmod:poss')
    if (outward.length < 2 || owner === undefined || words.some(i => tokens[i]!.head < 0)) continue
    const { head, deprel } = tokens[owner]!
    const first = words[0]!
    found.set(first, { head, deprel })
    for (const word of words.slice(1)) found.set(word, { head: first, deprel: 'flat' })
    tokens.forEach((token, i) => {
      if (token.head === owner && (i < from || i >= to)) found.set(i, { head: first, deprel: token.deprel })
    })
  }
  return found
}

const subjects = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj', 'csubj:pass', 'csubj:outer', 'expl'])

function childrenOf(tokens: readonly Token[]): number[][] {
  const children: number[][] = tokens.map(() => [])
  tokens.forEach(({ head }, i) => {
    if (head >= 0) children[head]!.push(i)
  })
  return children
}

/** "At the opening of the century | Chad was designated": the name before the verb, taken for a part of the phrase that opens the sentence. */
function swallowedSubjects(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  let children: number[][] | undefined
  let reach: { first: number[]; last: number[] } | undefined
  tokens.forEach((verb, i) => {
    if (verb.upos !== 'VERB' || !(finite.has(verb.xpos) || verb.xpos === 'VBN')) return
    children ??= childrenOf(tokens)
    const own = children[i]!
    if (own.some(at => subjects.has(tokens[at]!.deprel))) return
    const auxiliaries = own.filter(at => at < i && tokens[at]!.deprel.startsWith('aux'))
    if (verb.xpos === 'VBN' && auxiliaries.length === 0) return
    reach ??= edges(tokens)
    const before = Math.min(i, ...auxiliaries) - 1
    const { first, last } = reach
    const name = tokens.findIndex(
      ({ deprel, head }, at) =>
        at <= before &&
        last[at] === before &&
        deprel.startsWith('nmod') &&
        deprel !== 'nmod:poss' &&
        head < at,
    )
    if (name < 0 || !isName(tokens[name]!) || first[name]! === 0) return
    if (tokens.some(({ head, deprel }) => head === name && deprel === 'case')) return
    const passive = auxiliaries.some(at => tokens[at]!.deprel === 'aux:pass')
    found.set(name, { head: i, deprel: passive ? 'nsubj:pass' : 'nsubj' })
  })
  return found
}

/** Nouns whose own complement follows them with "to", "of" or "against". */
const takers = new Set(
  'deterrent deterrence threat risk danger fear response reaction answer prospect possibility defence defense safeguard'.split(
    ' ',
  ),
)

/** "as a deterrent | to attacks": the phrase right after such a noun is its complement, not the verb's. */
function strayComplements(tokens: readonly Token[]): Map<number, Attachment> {
  const found = new Map<number, Attachment>()
  tokens.forEach((noun, i) => {
    const marker = tokens[i + 1]
    if (noun.upos !== 'NOUN' || !takers.has(noun.lemma.toLowerCase())) return
    if (marker?.deprel !== 'case' || !/^(to|of|against)$/i.test(marker.form)) return
    const phrase = tokens[marker.head]
    if (phrase?.deprel === 'obl' && phrase.head === noun.head)
      found.set(marker.head, { head: i, deprel: 'nmod' })
  })
  return found
}

/** Corrects errors that parsers make often and that cost participants. A repair that would close a circle is left out. */
export function repaired(tokens: readonly Token[], entities: readonly EntitySpan[] = []): readonly Token[] {
  const changes = new Map([
    ...lostAbsolutes(tokens),
    ...brokenNames(tokens, entities),
    ...lostSubjects(tokens),
    ...splitNames(tokens),
    ...lostPossessors(tokens),
    ...lostRelatives(tokens),
    ...visitingGuests(tokens),
    ...swallowedSubjects(tokens),
    ...strayComplements(tokens),
  ])
  if (changes.size === 0) return tokens
  const result = tokens.map((token, i) => ({ ...token, ...changes.get(i) }))
  const circular = (start: number): boolean => {
    for (let at = result[start]!.head, steps = 0; at >= 0; at = result[at]!.head, steps++)
      if (at === start || steps > result.length) return true
    return false
  }
  return [...changes.keys()].some(circular) ? tokens : result
}
