import type { Actor } from '../model/actor.js'
import type { Channel } from '../model/claim.js'
import type { Span } from '../model/span.js'
import { carriers, kindOfPhrase } from './channel-words.js'
import type { ClaimResources } from './lexicon.js'
import { type Phrase, phrasesOf } from './phrases.js'
import { hasRelation, type Tree } from './tree.js'

type Kind = Channel['kind']

/** Words with which a text says that it keeps a name back. */
const secret =
  /\b(?:unnamed|anonymous|unidentified|anonymity|not (?:to )?be (?:named|identified|quoted)|familiar with|close to|briefed on|with (?:direct )?knowledge|(?:declined|refused|asked not) to (?:be named|give (?:his|her|their) names?))\b/i
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
): Kind {
  if (/^(?:my|our|his|her|their)$/i.test(text.slice(...source))) return byActor(actor) ?? 'person'
  const [first, ...rest] = phrasesIn(tree, source)
  if (!first) return byActor(actor) ?? 'person'
  const { tokens } = tree
  if (tokens[first.head]!.xpos === 'PRP') return byActor(actor) ?? 'person'
  const own = kindOfPhrase(tokens, first, resources)
  const beside = rest.filter(phrase => apposed(tree, first, phrase)).slice(0, 1)
  const kinds = [own, ...beside.map(phrase => kindOfPhrase(tokens, phrase, resources))]
  const carrier = kinds.find(kind => kind && carriers.has(kind))
  if (carrier) return carrier
  const after = text.slice(source[0], Math.min(tree.sentence.span[1], source[1] + reach))
  const keepsName = secret.test(text.slice(...source)) || (/,\s+who\s/.test(after) && secret.test(after))
  const named = isName(tree, first) || beside.some(phrase => isName(tree, phrase))
  if (keepsName && !named) return 'anonymous'
  const apposedKind = kinds.slice(1).find(kind => kind === 'organisation' || kind === 'ministry')
  if (apposedKind) return apposedKind
  if (beside.some(phrase => entityKind(tree, phrase) === 'person')) return 'person'
  if (own === 'anonymous') return named ? 'person' : 'anonymous'
  if (own && own !== 'person') return own
  if (fewUnnamed(tree, first)) return 'anonymous'
  if (own) return own
  return (
    (actor?.kind === 'person' || isName(tree, first) ? byActor(actor) : undefined) ??
    entityKind(tree, first) ??
    byActor(actor) ??
    (isName(tree, first) && !hasRelation(tree, first.head, 'flat') ? 'organisation' : 'person')
  )
}
