import type { Actor } from '../model/actor.js'
import type { Channel } from '../model/claim.js'
import type { Span } from '../model/span.js'
import { carriers, kindOfPhrase } from './channel-words.js'
import type { ClaimResources } from './lexicon.js'
import { type Phrase, phrasesOf } from './phrases.js'
import type { Speakers } from './speaker.js'
import { hasRelation, type Tree } from './tree.js'

type Kind = Channel['kind']

/** Words with which a text says that it keeps a name back. */
const secret =
  /\b(?:unnamed|anonymous|unidentified|anonymity|not (?:to )?be (?:named|identified|quoted)|(?:did|does|do) not (?:want|wish)|(?:nor|not) authori[sz]ed to|(?:names?|identit(?:y|ies)) (?:be )?(?:not (?:be )?(?:used|published)|withheld|kept)|without (?:being|giving) (?:named|identified|(?:his|her|their) names?)|on background|familiar with|close to|briefed on|with (?:direct )?knowledge|(?:declined|refused|asked not) to (?:be named|give (?:his|her|their) names?))\b/i
const number =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|various|multiple|[2-9]|10)$/i
const state: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY'])
/** How far behind the phrase a relative clause may keep the name back. */
const reach = 90

function byActor(actor: Actor | undefined): Kind | undefined {
  if (actor?.kind === 'person') return 'person'
  if (actor?.kind === 'country' || actor?.kind === 'government') return 'government'
  if (actor?.kind !== 'organisation') return undefined
  return actor.sectors.some(sector => state.has(sector)) ? 'ministry' : 'organisation'
}

/** A noun phrase and the appositions that follow it inside the source. */
function phrasesIn(tree: Tree, source: Span): Phrase[] {
  const { tokens } = tree
  const inside = (i: number) => tokens[i]!.start >= source[0] && tokens[i]!.end <= source[1]
  return phrasesOf(tokens).flatMap(phrase => {
    let { to } = phrase
    while (to > phrase.from && !inside(to - 1)) to--
    if (to <= phrase.from || tokens[to - 1]!.start < source[0]) return []
    // The owner of a document stands in its phrase: "the governor" of "the governor's letter".
    const owner = to < phrase.to && tokens[to]!.xpos === 'POS'
    return [owner ? { ...phrase, to, head: to - 1 } : phrase]
  })
}

const apposed = ({ tokens }: Tree, before: Phrase, phrase: Phrase): boolean =>
  tokens[before.to]?.form === ',' && phrase.from === before.to + 1

const isName = ({ tokens }: Tree, { head }: Phrase): boolean =>
  /^NNP/.test(tokens[head]!.xpos) && /^\p{Lu}|\p{Lu}{2}/u.test(tokens[head]!.form)

function entityKind({ sentence }: Tree, { from, to }: Phrase): Kind | undefined {
  const entity = sentence.entities.find(one => one.from < to && one.to > from && one.to === to)
  if (entity?.type === 'PER') return 'person'
  if (entity?.type === 'ORG') return 'organisation'
  return entity?.type === 'LOC' ? 'government' : undefined
}

/** Kind of a phrase by its words; a phrase that ends in a person's name is a person whatever stands before it. */
export function kindInTree(tree: Tree, phrase: Phrase, resources: ClaimResources): Kind | undefined {
  let kinds = inTrees.get(resources)
  if (!kinds) inTrees.set(resources, (kinds = new WeakMap()))
  let found = kinds.get(phrase)
  if (!found) kinds.set(phrase, (found = { kind: readInTree(tree, phrase, resources) }))
  return found.kind
}

const inTrees = new WeakMap<ClaimResources, WeakMap<Phrase, { kind: Kind | undefined }>>()

function readInTree(tree: Tree, phrase: Phrase, resources: ClaimResources): Kind | undefined {
  const kind = kindOfPhrase(tree.tokens, phrase, resources)
  const person = tree.sentence.entities.find(
    ({ type, from, to }) => type === 'PER' && from <= phrase.head && phrase.head < to && to <= phrase.to,
  )
  if (!person || !tree.tokens.slice(phrase.from, person.from).some(({ xpos }) => /^N/.test(xpos))) return kind
  // "the security firm Ambrey": the noun right before a name that the recogniser takes for a person's.
  const bearer = kindOfPhrase(
    tree.tokens,
    { from: phrase.from, to: person.from, head: person.from - 1 },
    resources,
  )
  return bearer && (carriers.has(bearer) || bearer === 'organisation' || bearer === 'ministry')
    ? bearer
    : 'person'
}

/** "It", "the agency": words that stand for somebody named before. */
const isGeneric = (text: string, { tokens }: Tree, { from, to }: Phrase): boolean =>
  /^(?:it|the (?:agency|channel|station|service|newspaper|paper|site|outlet|network|ministry|group|organi[sz]ation|company|body|office|department|authority|institute|court))$/i.test(
    text.slice(tokens[from]!.start, tokens[to - 1]!.end),
  )

/** "one of", "a group of", "some of": words that count what follows. */
const isPartitive = ({ tokens }: Tree, { from, to, head }: Phrase, next: Phrase): boolean =>
  next.from === to + 1 &&
  tokens[to]?.form === 'of' &&
  (/^(?:CD|DT|JJ)$/.test(tokens[head]!.xpos) ||
    (/^(?:one|number|group|couple|handful|dozens?|some|several|majority|half|most|member|members|pair|series)$/i.test(
      tokens[head]!.form,
    ) &&
      head - from < 3))

/** Kind of the body that a sentence is about: its first phrase, or whose it is ("the ministry's denial"). */
function kindOfSubject(tree: Tree, resources: ClaimResources): Kind | undefined {
  const [first] = phrasesOf(tree.tokens)
  if (!first || first.from > 1) return undefined
  const possessor = tree.tokens.findIndex(({ xpos }, i) => i > first.from && i < first.head && xpos === 'POS')
  const phrase = possessor < 0 ? first : { from: first.from, to: possessor, head: possessor - 1 }
  const kind = kindInTree(tree, phrase, resources)
  return kind && (carriers.has(kind) || /^(?:ministry|government|organisation)$/.test(kind))
    ? kind
    : undefined
}

/** Kind that the other words for the same one tell. */
function aliasKind(source: Span, speakers: Speakers, resources: ClaimResources): Kind | undefined {
  for (const name of speakers.namesOf(source)) {
    const phrase = phrasesOf(name.tokens).find(({ from, to }) => from <= name.head && name.head < to)
    const kind = phrase ? kindOfPhrase(name.tokens, phrase, resources) : undefined
    if (kind) return kind
  }
  return undefined
}

/** Unnamed ones in small number: "two traders", "several officials". */
const fewUnnamed = ({ tokens }: Tree, { from, head }: Phrase): boolean =>
  number.test(tokens[from]!.form) && tokens[head]!.xpos === 'NNS'

/**
 * What a speaker is in a chain: by its own words, those of an apposition, words that keep a name back, its actor, the entity it is.
 * Nothing of these: a common noun is a person, a name an organisation.
 */
export function kindOfSpeaker(
  text: string,
  tree: Tree,
  source: Span,
  actor: Actor | undefined,
  resources: ClaimResources,
  main?: Phrase,
  speakers?: Speakers,
  previous?: Tree,
): Kind {
  if (/^(?:my|our|his|her|their)$/i.test(text.slice(...source))) return byActor(actor) ?? 'person'
  const all = phrasesIn(tree, source)
  const at = main ? all.findIndex(({ head }) => head === main.head) : 0
  const [found, ...behind] = all.slice(Math.max(0, at))
  // "one of the negotiators": what the group is.
  const partitive = found && behind[0] && isPartitive(tree, found, behind[0])
  const first = partitive ? behind[0] : found
  const rest = partitive ? behind.slice(1) : behind
  if (!first) return byActor(actor) ?? 'person'
  const { tokens } = tree
  const generic = isGeneric(text, tree, first)
  const alias = generic && speakers ? aliasKind(source, speakers, resources) : undefined
  if (alias) return alias
  if (/^it$/i.test(tokens[first.head]!.form)) {
    const before = previous ? kindOfSubject(previous, resources) : undefined
    if (before) return before
  }
  if (tokens[first.head]!.xpos === 'PRP')
    return byActor(actor) ?? (/^it$/i.test(tokens[first.head]!.form) ? 'organisation' : 'person')
  const own = kindInTree(tree, first, resources)
  const beside = rest.filter(phrase => apposed(tree, first, phrase)).slice(0, 1)
  const kinds = [own, ...beside.map(phrase => kindInTree(tree, phrase, resources))]
  const carrier = kinds.find(kind => kind && carriers.has(kind))
  if (carrier) return carrier
  const after = text.slice(source[0], Math.min(tree.sentence.span[1], source[1] + reach))
  const condition = /\bon (?:the )?condition (?:of anonymity|that)\b/iu.test(
    text.slice(...tree.sentence.span),
  )
  const keepsName =
    condition || secret.test(text.slice(...source)) || (/,\s+who\s/.test(after) && secret.test(after))
  const named = isName(tree, first) || beside.some(phrase => isName(tree, phrase))
  if (keepsName && !named) return 'anonymous'
  const apposedKind = kinds.slice(1).find(kind => kind === 'organisation' || kind === 'ministry')
  if (apposedKind) return apposedKind
  if (beside.some(phrase => entityKind(tree, phrase) === 'person')) return 'person'
  if (own === 'anonymous') return named ? 'person' : 'anonymous'
  if (own && own !== 'person') return own
  if (
    fewUnnamed(tree, first) ||
    (partitive && found && number.test(tokens[found.from]!.form) && own === 'person')
  )
    return 'anonymous'
  if (own) return own
  return (
    (actor?.kind === 'person' || isName(tree, first) ? byActor(actor) : undefined) ??
    entityKind(tree, first) ??
    byActor(actor) ??
    (isName(tree, first) && !hasRelation(tree, first.head, 'flat') ? 'organisation' : 'person')
  )
}
