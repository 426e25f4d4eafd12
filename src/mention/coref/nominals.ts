import { relation } from '../lexical-sentence.js'
import { clauseAbove, predicateOf, subjectOf } from './clause.js'
import type { Links } from './links.js'
import { isCapitalName, isCountryName, isPerson, type Node, ownerCountries } from './node.js'

const ownerKeys = (node: Node): string[] => {
  const countries = ownerCountries(node)
  return countries.length > 0 ? countries : (node.ofMatch?.entries.map(entry => entry.id) ?? [])
}

const sameOwner = (a: Node, b: Node): boolean => ownerKeys(a).some(key => ownerKeys(b).includes(key))

/** An owner that is no country: "the chief of the Chilean army", "the Obama administration". */
function otherOwner(node: Node, nodes: readonly Node[]): boolean {
  if (node.of) return false
  if (/^of$/i.test(node.lexical.tokens[node.roleMatch!.to]?.form ?? '')) return true
  return nodes.some(
    other =>
      other.sentence === node.sentence &&
      other.kind === 'name' &&
      other.from >= node.from &&
      other.to <= node.head,
  )
}

/** Apposition and "X is the Y": a name and the role nominal beside it are one. */
export function linkAppositions(
  nodes: readonly Node[],
  byHead: (sentence: number, head: number) => Node | undefined,
  links: Links,
): void {
  for (const node of nodes) {
    const token = node.lexical.tokens[node.head]!
    const other = relation(token) === 'appos' ? byHead(node.sentence, token.head) : undefined
    if (other && compatible(node, other)) {
      const [late, early] = node.order > other.order ? [node, other] : [other, node]
      links.link(late.order, early.order, 'apposition')
    }
    const beside = besideName(node, byHead)
    if (beside && !links.antecedents.has(node.order)) {
      const [late, early] = node.order > beside.order ? [node, beside] : [beside, node]
      links.link(late.order, early.order, 'apposition between commas')
    }
    const named = appointed(node, byHead)
    if (named && !links.antecedents.has(node.order)) links.link(node.order, named.order, 'named to the role')
    const subject = node.lexical.children[node.head]!.find(child =>
      /^nsubj(:|$)/.test(node.lexical.tokens[child]!.deprel),
    )
    const copula = node.lexical.children[node.head]!.some(
      child =>
        relation(node.lexical.tokens[child]!) === 'cop' &&
        /^(is|was|'s|are|were)$/i.test(node.lexical.tokens[child]!.form),
    )
    const negated = node.lexical.children[node.head]!.some(child =>
      /^(not|n't|never)$/i.test(node.lexical.tokens[child]!.form),
    )
    const about = subject !== undefined && copula && !negated ? byHead(node.sentence, subject) : undefined
    if (about && node.kind === 'nominal' && about.kind === 'name' && about.entity === 'PER' && isPerson(node))
      links.link(node.order, about.order, 'copula')
  }
}

/**
 * "Ana Petrova, an analyst at the institute, ..." and "the minister, Ana Petrova, ...": a person's name and a singular role with
 * a comma between, whatever the tree made of it.
 */
function besideName(node: Node, byHead: (sentence: number, head: number) => Node | undefined): Node | null {
  const type = node.roleMatch?.entries[0]?.type
  const state = type === 'state' && node.number === 'Sing'
  if (node.kind !== 'nominal' || !(isPerson(node) || state)) return null
  const { tokens } = node.lexical
  const form = (at: number): string => tokens[at]?.form ?? '.'
  const name = (at: number): Node | null => {
    const other = byHead(node.sentence, at)
    if (other?.kind !== 'name') return null
    return (state ? isCountryName(other) : other.entity === 'PER') ? other : null
  }
  if (tokens[node.to]?.xpos === 'POS' || tokens[node.head]!.deprel === 'nmod:poss') return null
  const determined = /^(an?|the)$/i.test(form(node.from)) || node.of !== undefined
  if (!determined) return null
  if (/^(,|—|–|--)$/.test(form(node.from - 1))) {
    const aged = /^\d+$/.test(form(node.from - 2)) && form(node.from - 3) === ','
    const before = name(node.from - (aged ? 4 : 2))
    if (before && !before.roleMatch) return before
  }
  const after = /^[,:]$/.test(form(node.to)) ? name(node.to + 1) : null
  return after && /^[,.;]$/.test(form(after.to)) && !after.roleMatch ? after : null
}

/** "X was named leader of the party", "X became president": the role of the subject. */
function appointed(node: Node, byHead: (sentence: number, head: number) => Node | undefined): Node | null {
  const { tokens, children } = node.lexical
  const token = tokens[node.head]!
  if (
    node.kind !== 'nominal' ||
    !isPerson(node) ||
    token.head < 0 ||
    !/^(xcomp|obj|obl)$/.test(relation(token))
  )
    return null
  const verb = tokens[token.head]!
  const passive = /^(name|appoint|elect|choose|make|declare|confirm|crown|swear)$/.test(verb.lemma)
  if (!passive && verb.lemma !== 'become') return null
  if (relation(token) === 'obl' && tokens[node.from - 1]?.form.toLowerCase() !== 'as') return null
  const wanted = passive ? 'nsubj:pass' : 'nsubj'
  const head = children[token.head]!.find(child => tokens[child]!.deprel === wanted)
  const other = head === undefined ? undefined : byHead(node.sentence, head)
  return other?.kind === 'name' && other.entity === 'PER' && other.order < node.order ? other : null
}

function compatible(a: Node, b: Node): boolean {
  const [name, nominal] = a.kind === 'name' ? [a, b] : [b, a]
  if (name.kind !== 'name' || nominal.kind !== 'nominal') return false
  const type = nominal.roleMatch?.entries[0]?.type
  if (nominal.number === 'Plur') return false
  return name.entity === 'PER' ? type === 'person' || type === 'group' : type !== 'person'
}

const definite = (node: Node): boolean =>
  (node.of !== undefined && !/^an?$/i.test(node.lexical.tokens[node.from]!.form)) ||
  /^(the|this|that)$/i.test(node.lexical.tokens[node.from]!.form)

/** Offices that are never called by their last word: "the minister" is no prime minister. */
const ownWord = /^(prime-minister|vice-president|deputy-.*)$/

/** "minister" for a "foreign minister": the same role, or its last word. */
const sameRole = (a: Node, b: Node): boolean => {
  const [x, y] = [a.roleMatch?.entries[0]?.id, b.roleMatch?.entries[0]?.id]
  return x !== undefined && y !== undefined && (x === y || (y.endsWith(`-${x}`) && !ownWord.test(y)))
}

/** Two of them in one sentence, and nothing says which is meant: "Admiral A and Admiral B command boats. The admiral ..." */
function rivals(node: Node, found: Node, fits: readonly Node[], links: Links): boolean {
  if (node.of) return false
  return fits.some(
    other =>
      other.sentence === found.sentence &&
      other.roleMatch?.entries[0]?.id === found.roleMatch?.entries[0]?.id &&
      other.kind === found.kind &&
      !links.same(other.order, found.order),
  )
}

/** "the foreign minister", "the North Korean foreign minister" -> the last person with that role (and country). */
export function linkRoles(nodes: readonly Node[], links: Links): void {
  for (const node of nodes) {
    if (
      node.kind !== 'nominal' ||
      node.number !== 'Sing' ||
      !definite(node) ||
      links.antecedents.has(node.order)
    )
      continue
    const type = node.roleMatch?.entries[0]?.type
    if (type !== 'person' && type !== 'body') continue
    if (otherOwner(node, nodes)) continue
    const former = /former|late|ex/i.test(node.lexical.tokens[node.role?.from ?? node.from]!.form)
    const antecedent = former ? null : roleAntecedent(node, nodes, links)
    if (antecedent) links.link(node.order, antecedent.order, node.of ? 'same role and country' : 'same role')
  }
}

/**
 * The last one with the same role: a name before a nominal; near by, or anywhere when it is the only name with that role.
 * A nominal that was introduced as unknown ("a president") is taken up only by the sentence that follows.
 */
function roleAntecedent(node: Node, nodes: readonly Node[], links: Links): Node | null {
  const person = node.roleMatch!.entries[0]!.type === 'person'
  const fits = nodes
    .slice(0, node.order)
    .filter(
      other =>
        sameRole(node, other) &&
        (!node.of || sameOwner(node, other)) &&
        (person ? isPerson(other) : other.kind === 'nominal' && other.number === 'Sing'),
    )
  const near = (other: Node): boolean => node.of !== undefined || node.sentence - other.sentence <= 3
  const names = fits.filter(other => other.kind === 'name')
  const named =
    names.findLast(near) ??
    (new Set(names.map(other => links.root(other.order))).size === 1 ? names.at(-1) : undefined)
  const known = fits.findLast(
    other => near(other) && (definite(other) || node.sentence - other.sentence <= 1),
  )
  const found = named ?? known ?? null
  return found && !rivals(node, found, fits, links) ? found : null
}

/** Words that take up a state named before; "ally" and "neighbour" say what it is to another. */
const stateItself = new Set([
  'country',
  'nation',
  'state',
  'kingdom',
  'republic',
  'island-nation',
  'regime',
  'leadership',
  'government',
  'administration',
  'communist-state',
  'socialist-country',
  'superpower',
])

/** "the South American country": the word before says that no country is meant. */
const isRegional = (node: Node): boolean =>
  /^(south|central|latin|north)$/i.test(node.lexical.tokens[node.of!.from - 1]?.form ?? '')

/** "the country", "the regime": the only country it can mean in this sentence and the one before. Never the subject of its own clause. */
export function linkStates(nodes: readonly Node[], links: Links): void {
  for (const node of nodes) {
    if (node.kind !== 'nominal' || node.number !== 'Sing' || links.antecedents.has(node.order)) continue
    if (node.of && !isRegional(node)) continue
    const role = node.roleMatch?.entries[0]
    if (!role || !stateItself.has(role.id)) continue
    if (!/^(the|this|that)$/i.test(node.lexical.tokens[node.from]!.form)) continue
    const antecedent = stateFor(node, nodes)
    if (antecedent) links.link(node.order, antecedent.order, 'the only country near')
  }
}

/** Countries that cannot be meant: the subject of the same clause, and for a relative clause that of the clause around it. */
function excludedCountries(node: Node, nodes: readonly Node[]): Set<string> {
  const { lexical } = node
  const own = predicateOf(lexical, node.head)
  const subjects = [subjectOf(lexical, own)]
  const above = lexical.tokens[own]!.deprel === 'acl:relcl' ? clauseAbove(lexical, own) : null
  if (above !== null) subjects.push(subjectOf(lexical, above))
  const excluded = nodes.filter(
    other => other.sentence === node.sentence && other.order !== node.order && subjects.includes(other.head),
  )
  return new Set(excluded.flatMap(other => other.countries))
}

const namesState = (node: Node): boolean =>
  isCountryName(node) || isCapitalName(node) || (node.kind === 'adjective' && node.countries.length > 0)

function stateFor(node: Node, nodes: readonly Node[]): Node | null {
  const excluded = excludedCountries(node, nodes)
  for (const back of [0, 1, 2]) {
    const near = nodes.filter(
      other =>
        other.order < node.order &&
        node.sentence - other.sentence === back &&
        namesState(other) &&
        !other.countries.some(code => excluded.has(code)),
    )
    const codes = new Set(near.map(other => other.countries[0]))
    if (codes.size === 1) return byItsName(near.at(-1)!, nodes)
    if (codes.size > 1) {
      const subjects = near.filter(other => relation(other.lexical.tokens[other.head]!) === 'nsubj')
      return new Set(subjects.map(other => other.countries[0])).size === 1
        ? byItsName(subjects.at(-1)!, nodes)
        : null
    }
  }
  return null
}

/** The country's own name before its capital or a nationality, where the text has said it so far. */
const byItsName = (found: Node, nodes: readonly Node[]): Node =>
  isCountryName(found)
    ? found
    : (nodes.findLast(
        other =>
          other.order < found.order && isCountryName(other) && other.countries[0] === found.countries[0],
      ) ?? found)

/** "his country" is the one that a role of the person belongs to: "Ana Ferreira, Peru's envoy, said her country ...". */
export function linkOwnStates(nodes: readonly Node[], links: Links): void {
  for (const node of nodes) {
    if (node.kind !== 'nominal' || node.number !== 'Sing' || node.possessor === undefined) continue
    if (node.of || links.antecedents.has(node.order)) continue
    if (!/^(country|home country|homeland|nation)$/.test(roleWords(node))) continue
    const owner = nodes.find(
      other => other.kind === 'pronoun' && other.sentence === node.sentence && other.head === node.possessor,
    )
    if (!owner || !links.antecedents.has(owner.order)) continue
    const person = nodes.filter(other => links.same(other.order, owner.order))
    const codes = new Set(person.flatMap(ownerCountries))
    if (codes.size !== 1) continue
    const state = nodes.findLast(
      other => other.order < node.order && namesState(other) && codes.has(other.countries[0]!),
    )
    if (state) links.link(node.order, byItsName(state, nodes).order, 'country of the person')
  }
}

const roleWords = (node: Node): string =>
  node.lexical.tokens
    .slice(node.possessor! + 1, node.head + 1)
    .map(token => token.form.toLowerCase())
    .join(' ')
