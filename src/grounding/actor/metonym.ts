import type { Mention } from '../../model/mention.js'
import type { Sentence, Token } from '../../model/parsed-text.js'
import { addressVerbs, motionWords, placeNouns, policyNouns, stateVerbs } from './metonym-words.js'

export interface Reading {
  /** Whether the city stands for a government; null when the sentence does not settle it. */
  readonly government: boolean | null
  readonly score: number
  readonly rule: string
}

const says = (government: boolean | null, score: number, rule: string): Reading => ({
  government,
  score,
  rule,
})
const base = (token: Token): string => token.deprel.split(':')[0]!
const lemma = (token: Token | undefined): string => token?.lemma.toLowerCase() ?? ''

function childrenOf(sentence: Sentence, head: number): number[] {
  const children: number[] = []
  for (let i = 0; i < sentence.tokens.length; i++) if (sentence.tokens[i]!.head === head) children.push(i)
  return children
}

const caseOf = (sentence: Sentence, head: number): string =>
  childrenOf(sentence, head)
    .filter(i => base(sentence.tokens[i]!) === 'case' && sentence.tokens[i]!.xpos !== 'POS')
    .map(i => sentence.tokens[i]!.form.toLowerCase())[0] ?? ''

/** The word that a phrase hangs on, and its relation there; a conjunct takes those of the first one. */
function attachment(
  sentence: Sentence,
  head: number,
): { at: number; governor: Token | undefined; relation: string } {
  let at = head
  for (let steps = 0; steps < 5 && base(sentence.tokens[at]!) === 'conj'; steps++) {
    const up = sentence.tokens[at]!.head
    if (!/PROPN|NOUN|ADJ/.test(sentence.tokens[up]?.upos ?? '')) break
    at = up
  }
  const token = sentence.tokens[at]!
  return { at, governor: sentence.tokens[token.head], relation: base(token) }
}

/** People and missions that are sent to a city and recalled from it. */
const posts = new Set([
  'ambassador',
  'envoy',
  'diplomat',
  'embassy',
  'minister',
  'delegation',
  'official',
  'mission',
  'troop',
  'consulate',
])

/** What lies between two cities. */
const ways = new Set([
  'road',
  'route',
  'flight',
  'train',
  'railway',
  'line',
  'distance',
  'way',
  'border',
  'mile',
  'km',
  'kilometre',
  'kilometer',
  'highway',
  'service',
  'halfway',
  'ferry',
  'bus',
])

const isPolicy = (token: Token | undefined): boolean =>
  policyNouns.has(lemma(token)) ||
  (token?.upos === 'VERB' &&
    /^(meet|talk|trade|negotiate|deal|cooperate|align|side|compete|work|agree|speak|consult)$/.test(
      lemma(token),
    ))

function bySubject(governor: Token | undefined, passive: boolean): Reading {
  const word = lemma(governor)
  if (passive)
    return motionWords.has(word) ||
      /^(bomb|shell|flood|hit|capture|seize|surround|besiege|locate|call|name|build|found)$/.test(word)
      ? says(false, 0.7, 'subject of a passive verb of place')
      : says(true, 0.75, 'subject of a passive verb')
  if (governor?.upos === 'VERB' && stateVerbs.has(word))
    return says(true, 0.9, 'subject of a verb of speech or policy')
  if (
    governor?.upos === 'VERB' &&
    /^(lie|sit|stand|host|burn|celebrate|boast|sleep|wake|flood|freeze|experience|sprawl|grow|stretch|fall|swelter|shiver|empty|glitter)$/.test(
      word,
    )
  )
    return says(false, 0.7, 'subject of a verb of place')
  if (governor && policyNouns.has(word)) return says(true, 0.8, 'subject of a policy noun')
  if (governor && placeNouns.has(word)) return says(false, 0.8, 'subject of a noun of place')
  if (governor?.upos === 'VERB' || governor?.upos === 'ADJ') return says(true, 0.65, 'subject')
  return says(null, 0.3, 'subject of a noun')
}

/** Verbs that bring somebody or something to a place. */
const carrying =
  /^(take|bring|drive|carry|bus|transport|ferry|transfer|haul|truck|deliver|escort|smuggle|commute)$/

function byPreposition(preposition: string, governor: Token | undefined, moved: boolean): Reading {
  const motion = motionWords.has(lemma(governor))
  const policy = isPolicy(governor)
  const name = `"${preposition}"`
  switch (preposition) {
    case 'in':
    case 'at':
    case 'near':
    case 'outside':
    case 'around':
    case 'via':
    case 'through':
    case 'into':
    case 'across':
    case 'inside':
    case 'beyond':
    case 'throughout':
    case 'round':
    case 'along':
    case 'past':
    case 'off':
    case 'above':
    case 'opposite':
    case 'beside':
      return says(false, 0.9, `place after ${name}`)
    case 'with':
      return says(true, policy ? 0.9 : 0.75, `partner after ${name}`)
    case 'against':
    case 'toward':
    case 'towards':
      return motion ? says(false, 0.75, `movement ${name}`) : says(true, 0.85, `target after ${name}`)
    case 'by':
      return says(true, 0.8, `agent after ${name}`)
    case 'between':
    case 'among':
      if (policy) return says(true, 0.9, `parties ${name}`)
      return ways.has(lemma(governor))
        ? says(false, 0.8, `ends of a way ${name}`)
        : says(true, 0.6, `parties ${name}`)
    case 'to':
    case 'from':
      if (motion || moved) return says(false, 0.9, `movement ${name}`)
      if (preposition === 'to' && carrying.test(lemma(governor))) return says(false, 0.75, `movement ${name}`)
      if (posts.has(lemma(governor))) return says(false, 0.7, `post ${name}`)
      if (policy) return says(true, 0.85, `policy noun or verb ${name}`)
      if (governor?.upos === 'VERB' && stateVerbs.has(lemma(governor)) && preposition === 'to')
        return says(true, 0.7, `verb of policy ${name}`)
      return says(null, 0.4, name)
    case 'of':
      if (placeNouns.has(lemma(governor))) return says(false, 0.9, 'noun of place "of"')
      return policy ? says(true, 0.75, 'policy noun "of"') : says(null, 0.4, name)
    case 'on':
    case 'for':
    case 'over':
    case 'about':
    case 'under':
    case 'behind':
    case 'upon':
      if (motion) return says(false, 0.8, `movement ${name}`)
      return policy || stateVerbs.has(lemma(governor))
        ? says(true, 0.8, `policy noun or verb ${name}`)
        : says(null, 0.4, name)
    case 'like':
    case 'as':
    case 'than':
      return says(true, 0.55, name)
    default:
      return says(null, 0.3, `after ${name}`)
  }
}

/** "drew condemnation from Havana": where a verb only carries a policy noun as its object, the noun counts. */
function weighty(sentence: Sentence, at: number): Token | undefined {
  const head = sentence.tokens[at]!.head
  const governor = sentence.tokens[head]
  if (governor?.upos !== 'VERB' || motionWords.has(lemma(governor))) return governor
  const object = childrenOf(sentence, head).find(i => base(sentence.tokens[i]!) === 'obj' && i < at)
  const noun = object === undefined ? undefined : sentence.tokens[object]
  return noun && (policyNouns.has(lemma(noun)) || posts.has(lemma(noun))) ? noun : governor
}

/** "The order came *from Lima*": what comes is an act of policy, not a traveller. */
function sentMessage(sentence: Sentence, at: number): boolean {
  const verb = sentence.tokens[at]!.head
  if (!/^(come|arrive|flow)$/.test(lemma(sentence.tokens[verb]))) return false
  const subject = childrenOf(sentence, verb).find(i => base(sentence.tokens[i]!) === 'nsubj')
  const noun = subject === undefined ? undefined : sentence.tokens[subject]
  return noun?.upos === 'NOUN' && policyNouns.has(lemma(noun)) && !posts.has(lemma(noun))
}

/** "The visit of the minister to Havana": a noun of movement further up the same noun phrase. */
function underMotion(sentence: Sentence, at: number): boolean {
  let node = sentence.tokens[at]!.head
  for (let steps = 0; steps < 3 && node >= 0; steps++) {
    const token = sentence.tokens[node]!
    if (motionWords.has(lemma(token)) && token.upos === 'NOUN') return true
    if (!/^(nmod|compound|conj|flat)/.test(token.deprel)) return false
    node = token.head
  }
  return false
}

/** "HAVANA (Agency) —", "Lima, 9 May —". */
function isDateline(tokens: readonly Token[], { from, to }: Mention, name: readonly Token[]): boolean {
  if (from !== 0) return false
  const [next, second] = [tokens[to]?.form ?? '', tokens[to + 1]?.form ?? '']
  if (name.every(({ form }) => form === form.toUpperCase()) && /^(\(|--?|—|–|―|,)$/.test(next)) return true
  if (/^(--|—|―)$/.test(next)) return true
  return (
    next === ',' &&
    (/^\d{1,2}$/.test(second) || /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(second))
  )
}

const done =
  /^(backed|led|allied|brokered|sponsored|funded|mediated|imposed|controlled|aligned|installed|appointed|drafted|friendly|supported|trained|armed|run|approved|organi[sz]ed|financed|sanctioned|ordered|linked|leaning|loyal|proposed|engineered|instigated)$/

/** "*Lima*-backed fighters", "the *Lima-Quito* pact", "the *Lima-Quito* train". */
function byHyphen(tokens: readonly Token[], { from, to }: Mention): Reading | null {
  const hyphen = (token: Token | undefined) => /^[-‐‑–]$/.test(token?.form ?? '')
  const after = hyphen(tokens[to]) ? tokens[to + 1] : undefined
  if (after && done.test(after.form.toLowerCase())) return says(true, 0.9, `"-${after.form}"`)
  if (after && /^(based|born|bound|area|bred|raised)$/i.test(after.form))
    return says(false, 0.9, `"-${after.form}"`)
  const pair = after?.upos === 'PROPN' || (hyphen(tokens[from - 1]) && tokens[from - 2]?.upos === 'PROPN')
  if (!pair) return null
  const noun = tokens.slice(to, to + 5).find(({ upos }) => upos === 'NOUN')
  if (ways.has(lemma(noun)) || placeNouns.has(lemma(noun))) return says(false, 0.85, 'ends of a way')
  return says(true, 0.8, 'pair of capitals')
}

/** "the capital Havana", "Havana, Cuba", "Havana airport", "the Havana government". */
function byNeighbours(
  sentence: Sentence,
  mention: Mention,
  governor: Token | undefined,
  relation: string,
): Reading | null {
  const { tokens } = sentence
  const name = tokens.slice(mention.from, mention.to)
  if (isDateline(tokens, mention, name)) return says(false, 0.95, 'dateline')
  const joined = byHyphen(tokens, mention)
  if (joined) return joined
  const before = tokens[mention.from - 1]
  if (/^(capital|city|town|port)$/.test(lemma(before))) return says(false, 0.95, 'named as a city')
  const apposed = childrenOf(sentence, mention.head).some(
    i => base(tokens[i]!) === 'appos' && /^(capital|city|town)$/.test(lemma(tokens[i]!)),
  )
  if (apposed) return says(false, 0.95, 'named as a city')
  if (
    /^(compound|nmod|amod|flat|appos)$/.test(relation) &&
    /^(capital|city)$/.test(lemma(governor)) &&
    relation !== 'nmod'
  )
    return says(false, 0.95, 'named as a city')
  if (relation === 'compound' || relation === 'amod') {
    if (placeNouns.has(lemma(governor))) return says(false, 0.9, 'before a noun of place')
    if (policyNouns.has(lemma(governor))) return says(true, 0.8, 'before a policy noun')
    return says(null, 0.4, 'before a noun')
  }
  return null
}

/**
 * Whether the name of a capital stands for the government in this sentence: by what it is subject, owner, object or party of.
 * Places after prepositions of place and movement stay places; what is not settled stays open.
 */
export function readCapital(sentence: Sentence, mention: Mention): Reading {
  const { at, governor, relation } = attachment(sentence, mention.head)
  const beside = byNeighbours(sentence, mention, governor, relation)
  if (beside) return beside
  const preposition = caseOf(sentence, mention.head) || caseOf(sentence, at)
  const deprel = sentence.tokens[at]!.deprel
  if (relation === 'nsubj') return bySubject(governor, deprel.includes('pass'))
  if (deprel === 'nmod:poss') {
    if (placeNouns.has(lemma(governor))) return says(false, 0.85, 'owner of a place')
    return policyNouns.has(lemma(governor))
      ? says(true, 0.9, 'owner of a policy noun')
      : says(true, 0.6, 'owner')
  }
  if (relation === 'obj' || relation === 'iobj') {
    if (motionWords.has(lemma(governor))) return says(false, 0.9, 'object of a verb of movement')
    if (addressVerbs.has(lemma(governor))) return says(true, 0.85, 'addressed by a verb')
    const asked =
      governor?.upos === 'VERB' &&
      childrenOf(sentence, sentence.tokens[at]!.head).some(
        i => base(sentence.tokens[i]!) === 'xcomp' && i > at,
      )
    return asked ? says(true, 0.75, 'object that is to act') : says(null, 0.4, 'object')
  }
  if (
    /^(as|than)$/.test(preposition) &&
    sentence.tokens.slice(Math.max(0, at - 5), at).some(token => /^(far|near|close)$/.test(lemma(token)))
  )
    return says(false, 0.8, `distance "${preposition}"`)
  if (preposition === 'from' && sentMessage(sentence, at)) return says(true, 0.75, 'origin of a message')
  if (preposition) return byPreposition(preposition, weighty(sentence, at), underMotion(sentence, at))
  return says(null, 0.3, 'not settled by the sentence')
}

/** What people do to a building: its object is the house, not who governs in it. */
const siteVerbs =
  /^(block|climb|photograph|visit|tour|storm|evacuate|paint|renovate|restore|illuminate|light|surround|enter|leave|see|pass|show|build|rebuild|guard|open|close)$/
const siteNouns =
  /^(wall|fence|lawn|garden|gate|railing|ground|roof|guard|tour|visitor|tower|facade|façade|balcony|dome|ballroom|kitchen|chef|press-corps|correspondent|bell|clock|entrance|driveway|portico)$/

/**
 * Whether the name of a seat of government means the house: after prepositions of place, as owner or modifier of a part of a building, as
 * object of what is done to buildings. Everywhere else a seat is its government.
 */
export function readSeat(sentence: Sentence, mention: Mention): Reading {
  const { at, governor, relation } = attachment(sentence, mention.head)
  const preposition = caseOf(sentence, mention.head) || caseOf(sentence, at)
  const word = lemma(governor)
  const house = (rule: string) => says(false, 0.8, rule)
  if (siteNouns.test(word) && /^(compound|amod|nmod)$/.test(relation)) return house('part of a building')
  if ((relation === 'obj' || sentence.tokens[at]!.deprel === 'nsubj:pass') && siteVerbs.test(word))
    return house('object of a verb of place')
  if (
    /^(at|outside|near|around|inside|round|along|past|above|opposite|off|into|through|across)$/.test(
      preposition,
    )
  )
    return house(`place after "${preposition}"`)
  if (
    preposition === 'of' &&
    /^(front|wall|gate|fence|lawn|step|roof|entrance|garden|tour|wing|photo|picture)$/.test(word)
  )
    return house('noun of place "of"')
  return says(true, 0.9, 'seat of government')
}
