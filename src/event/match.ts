import type { Composition, EventLexicon, Frame, Requirement } from './resources.js'
import { hasKind, SlotReader } from './slots.js'
import { childrenBy, isVerb, markerOf, particlesOf, relationOf, type Tree, withConjuncts } from './tree.js'

/** A frame found at a trigger; `inner` is the event it governs ("threaten" + sanctions), whose code it changes. */
export interface Match {
  readonly frame: Frame
  readonly token: number
  readonly cameo: string
  readonly inner: Match | null
  readonly slots: SlotReader
  /** Further tokens of the trigger: particles, fixed words. */
  readonly parts: readonly number[]
}

const openClass: Readonly<Record<string, readonly Frame['pos'][]>> = {
  VERB: ['verb'],
  AUX: ['verb'],
  NOUN: ['noun'],
  PROPN: ['noun'],
  // "*martial* law": a fixed pair may begin with an adjective.
  ADJ: ['adj', 'verb', 'noun'],
}

const depthLimit = 5

/** Finds the frames of one sentence. Results are kept per token, so every token is looked at once. */
export class Matcher {
  private readonly known = new Map<number, Match | null>()
  private readonly readers = new Map<number, SlotReader>()

  /** `lenient` drops the conditions of the frames: for a sentence that is known to report an event. */
  constructor(
    private readonly lexicon: EventLexicon,
    private readonly tree: Tree,
    private readonly lenient = false,
  ) {}

  /** The most specific frame that fits at a token, or null. */
  at(token: number, depth = 0): Match | null {
    const known = this.known.get(token)
    if (known !== undefined) return known
    this.known.set(token, null)
    const found = this.find(token, depth)
    this.known.set(token, found)
    return found
  }

  private find(token: number, depth: number): Match | null {
    const { lexicon, tree } = this
    const allowed = openClass[tree.tokens[token]!.upos]
    const frames = allowed && lexicon.frames.get(tree.lemmas[token]!)
    if (!frames || isNamePart(tree, token) || isAdjectival(tree, token)) return null
    for (const frame of frames) {
      if (!allowed.includes(frame.pos)) continue
      if (frame.pos === 'verb' && tree.tokens[token]!.upos === 'ADJ') continue
      const parts = triggerParts(tree, token, frame)
      if (!parts || (frame.pos === 'noun' && parts.length === 0 && tree.tokens[token]!.upos === 'ADJ'))
        continue
      const [anchor, others] = anchorOf(tree, token, parts, frame)
      const slots = this.reader(anchor, frame.pos !== 'noun')
      if (!this.lenient && !frame.needs.every(need => this.meets(need, slots, anchor))) continue
      // A frame that names a wording without event: nothing else may match there.
      if (frame.flags.has('no event')) return null
      const match = this.compose(frame, anchor, others, slots, depth)
      if (match) return match
    }
    return null
  }

  /** One reader per token and part of speech; it keeps what it has read. */
  private reader(token: number, verbal: boolean): SlotReader {
    const key = verbal ? token : -1 - token
    let reader = this.readers.get(key)
    if (!reader) this.readers.set(key, (reader = new SlotReader(this.lexicon, this.tree, token, verbal)))
    return reader
  }

  private meets(need: Requirement, slots: SlotReader, token: number): boolean {
    const words = this.wordsFor(need.slots, slots, token)
    const { words: wanted } = need
    const found = wanted === null ? words.length > 0 : words.some(word => wanted.has(word))
    return found !== need.negative
  }

  private wordsFor(wanted: readonly string[], slots: SlotReader, token: number): readonly string[] {
    if (wanted.includes('clause')) return clauseWords(this.tree, token)
    const [side] = wanted
    return side === 'before' || side === 'after' ? sideWords(this.tree, token, side) : slots.words(wanted)
  }

  private compose(
    frame: Frame,
    token: number,
    parts: readonly number[],
    slots: SlotReader,
    depth: number,
  ): Match | null {
    const plain: Match | null =
      frame.cameo === '' ? null : { frame, token, cameo: frame.cameo, inner: null, slots, parts }
    if (!frame.compose || depth >= depthLimit) return plain
    const inner = this.innerOf(frame.compose, token, depth)
    if (!inner) return plain
    const code = composedCode(this.lexicon, frame.compose, inner.cameo)
    if (code === null) return plain
    return { frame, token, cameo: code, inner, slots, parts }
  }

  /** The first event in the complements of a governing word, seen through words that carry none ("agreed to *begin* talks"). */
  private innerOf(kind: Composition, token: number, depth: number): Match | null {
    const heads = complements(this.tree, token, kind)
    for (const head of heads)
      for (const part of withConjuncts(this.tree, head)) {
        const found = this.eventIn(part, depth + 1)
        if (found) return found
      }
    return null
  }

  private eventIn(head: number, depth: number): Match | null {
    if (depth > depthLimit) return null
    const own = this.at(head, depth)
    if (own) return own
    const { tree, lexicon } = this
    const transparent = isVerb(tree, head)
      ? ['support', 'transparent', 'engage'].some(kind => hasKind(lexicon, tree, head, kind))
      : !isVerb(tree, head)
    if (!transparent) return null
    const below = isVerb(tree, head)
      ? childrenBy(tree, head, 'obj', 'xcomp', 'nsubj:pass', 'obl')
      : childrenBy(tree, head, 'nmod', 'acl', 'compound').filter(
          child =>
            (relationOf(tree, child) === 'compound' ||
              ['of', 'to', 'for', 'on'].includes(markerOf(tree, child))) &&
            !tree.tokens[child]!.deprel.startsWith('acl:relcl'),
        )
    for (const child of below) {
      const found = this.eventIn(child, depth + 1)
      if (found) return found
    }
    return null
  }
}

/** "noted the demand | for an apology": a phrase that the parser hung on the verb instead of its object. */
function strayPhrases(tree: Tree, noun: number): number[] {
  const { deprel, head } = tree.tokens[noun]!
  if (deprel !== 'obj') return []
  return childrenBy(tree, head, 'obl').filter(
    child => child > noun && ['for', 'of', 'to'].includes(markerOf(tree, child)),
  )
}

/** Words a governing trigger may take its event from, clauses first. */
function complements(tree: Tree, token: number, kind: Composition): number[] {
  const clauses = childrenBy(tree, token, 'xcomp', 'ccomp')
  const marked = (relations: string[], markers: readonly string[]) =>
    childrenBy(tree, token, ...relations).filter(child => markers.includes(markerOf(tree, child)))
  if (!isVerb(tree, token))
    return [
      ...clauses,
      ...childrenBy(tree, token, 'acl').filter(child => !tree.tokens[child]!.deprel.startsWith('acl:relcl')),
      ...marked(['nmod', 'obl', 'advcl'], ['of', 'to', 'for', 'on', 'against', 'into', 'from', 'in']),
      ...childrenBy(tree, token, 'compound'),
      ...strayPhrases(tree, token),
    ]
  const clausal = marked(
    ['advcl', 'obl'],
    ['of', 'for', 'from', 'against', 'with', 'into', 'to', 'about', 'over', 'on', 'in', 'as'],
  )
  const infinitives = childrenBy(tree, token, 'advcl').filter(child => markerOf(tree, child) === 'to')
  const objects = [...childrenBy(tree, token, 'obj'), ...childrenBy(tree, token, 'nsubj:pass')]
  const relative = relationOf(tree, token) === 'acl' && objects.length === 0 ? [tree.tokens[token]!.head] : []
  if (kind === 'accuse') return [...clauses, ...clausal]
  return [
    ...clauses,
    ...objects,
    ...clausal,
    ...(kind === 'ask' || kind === 'demand' ? infinitives : []),
    ...relative,
  ]
}

/** Longest code whose prefix is listed wins; "-" says that the two do not combine. */
export function composedCode(lexicon: EventLexicon, kind: Composition, code: string): string | null {
  const table = lexicon.compose.get(kind)
  for (let length = code.length; length >= 2; length--) {
    const found = table?.get(code.slice(0, length))
    if (found) return found === '-' ? null : found
  }
  return null
}

const none: readonly number[] = []

/** Tokens of a trigger of several words: a particle of the verb, or fixed words that follow. */
function triggerParts(tree: Tree, token: number, frame: Frame): readonly number[] | null {
  const { rest } = frame
  if (rest.length === 0)
    return frame.pos === 'verb' && frame.flags.has('no particle') && particlesOf(tree, token).length > 0
      ? null
      : none
  const following = rest.map((_, i) => token + 1 + i)
  if (
    following.every(
      (at, i) => tree.lemmas[at] === rest[i] || tree.tokens[at]?.form.toLowerCase() === rest[i],
    ) &&
    // "missiles *struck* the port" is no "missile strike".
    (frame.pos !== 'noun' || !isVerb(tree, following.at(-1)!))
  )
    return following
  if (frame.pos !== 'verb' || rest.length > 1) return null
  const particle = tree.children[token]!.find(
    child =>
      tree.tokens[child]!.form.toLowerCase() === rest[0] &&
      ['compound', 'advmod'].includes(relationOf(tree, child)),
  )
  return particle === undefined ? null : [particle]
}

/** The syntactic head of a trigger: "strike" of "hunger strike", "state" of "state of emergency", the verb of "pull out". */
function anchorOf(
  tree: Tree,
  token: number,
  parts: readonly number[],
  frame: Frame,
): [number, readonly number[]] {
  if (frame.pos !== 'noun' || parts.length === 0) return [token, parts]
  const all = [token, ...parts]
  const head = all.find(part => !all.includes(tree.tokens[part]!.head)) ?? token
  return [head, all.filter(part => part !== head)]
}

/** First halves that leave a verb what it is: "re-*imposed*". */
const prefixes = new Set(['test', 're', 'co', 'pre', 'counter'])

/** A word inside a name ("the Strike Group", "Defense Department") triggers nothing. */
function isNamePart(tree: Tree, token: number): boolean {
  const { upos, form } = tree.tokens[token]!
  // "choke-*slammed*": the second half of a compound is another word; "test-*fired*" is none.
  if (upos === 'VERB' && tree.tokens[token - 1]?.form === '-')
    return !prefixes.has(tree.tokens[token - 2]?.form.toLowerCase() ?? '')
  if (upos !== 'PROPN') return false
  return form === 'March' || tree.sentence.entities.some(({ from, to }) => from <= token && token < to)
}

/** "a *visiting* professor", "an expert and *visiting* fellow": a present participle before a noun reports nothing. */
function isAdjectival(tree: Tree, token: number): boolean {
  const { xpos, deprel, head } = tree.tokens[token]!
  if (xpos !== 'VBG') return false
  if (token > 0 && /^(a|an|the|his|her|their|its)$/i.test(tree.tokens[token - 1]!.form)) return true
  return deprel === 'amod' || (deprel === 'conj' && tree.tokens[head]!.upos === 'NOUN')
}

function clauseWords(tree: Tree, token: number): string[] {
  const words: string[] = []
  const visit = (at: number, depth: number) => {
    words.push(tree.lemmas[at]!)
    if (depth > 4) return
    for (const child of tree.children[at]!)
      if (!['parataxis', 'ccomp'].includes(relationOf(tree, child))) visit(child, depth + 1)
  }
  visit(token, 0)
  return words
}

/**
 * Words of a verb's clause on one side of it: forms, lemmas, and pairs and triples of neighbouring forms. The subject of a passive is what the
 * active has after the verb.
 */
function sideWords(tree: Tree, token: number, side: 'before' | 'after'): string[] {
  const own: number[] = []
  const visit = (at: number, before: boolean | null, depth: number) => {
    if (at !== token && (before ?? at < token) === (side === 'before')) own.push(at)
    if (depth > 6) return
    for (const child of tree.children[at]!)
      visit(child, tree.tokens[child]!.deprel === 'nsubj:pass' ? false : before, depth + 1)
  }
  visit(token, null, 0)
  const form = (at: number) => tree.tokens[at]?.form.toLowerCase() ?? ''
  return own.flatMap(at => {
    const pair = `${form(at)} ${form(at + 1)}`
    return [form(at), tree.lemmas[at]!, pair, `${pair} ${form(at + 2)}`]
  })
}
