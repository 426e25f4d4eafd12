import { relation } from '../lexical-sentence.js'
import type { Links } from './links.js'
import { isCapitalName, isCountryName, isPerson, type Node } from './node.js'

/** Whether a plural mention names its number: "both sides", "the two nations", "both". */
function wants(node: Node): number | null {
  const from = Math.max(0, node.from - 1)
  const words = node.lexical.tokens.slice(from, node.to).map(token => token.form.toLowerCase())
  if (words.includes('both') || words.includes('two')) return 2
  if (words.includes('three')) return 3
  // A dispute has two sides unless more are counted.
  return words.length > 1 && words.at(-1) === 'sides' && words.at(-2) === 'the' ? 2 : null
}

const stateWords = new Set([
  'country',
  'nation',
  'state',
  'side',
  'government',
  'neighbour',
  'neighbor',
  'ally',
  'capital',
  'power',
  'rival',
  'enemy',
  'foe',
  'parties',
  'partner',
  'kingdom',
  'island-nation',
  'superpower',
  'military',
  'army',
  'leadership',
  'regime',
  'ruling-party',
  'people',
  'trading-partner',
])

/** One node per country of those named, the last one. */
const distinct = (nodes: readonly Node[]): Node[] => {
  const byKey = new Map<string, Node>()
  for (const node of nodes) byKey.set(node.countries.join(' ') || node.words.join(' '), node)
  return [...byKey.values()]
}

/** Coordinations of countries, latest first: "Havana and Pyongyang". */
function pairs(candidates: readonly Node[]): Node[][] {
  const out: Node[][] = []
  for (const node of candidates) {
    const conj = candidates.filter(
      other =>
        other.sentence === node.sentence &&
        other.lexical.tokens[other.head]!.head === node.head &&
        relation(other.lexical.tokens[other.head]!) === 'conj',
    )
    if (conj.length > 0) out.push([node, ...conj])
  }
  return out.reverse()
}

const owner = (node: Node): boolean =>
  isCountryName(node) || isCapitalName(node) || (node.kind === 'adjective' && node.countries.length > 0)

/** The countries a plural state word takes together: a coordination near, else all those of this sentence and the one before when their number is right. */
function statesFor(node: Node, nodes: readonly Node[], number: number): Node[] | null {
  const states = nodes.filter(owner)
  const earlier = states.filter(other => other.order < node.order)
  const later = states.filter(other => other.order > node.order && !isCoArgument(node, other))
  return (
    named(
      earlier.filter(other => other.sentence === node.sentence),
      number,
    ) ??
    named(
      earlier.filter(other => node.sentence - other.sentence <= 1),
      number,
    ) ??
    commonPair(earlier, number) ??
    leading(states, number) ??
    named(
      later.filter(other => other.sentence - node.sentence <= 1),
      number,
    )
  )
}

/** The coordination of so many countries in a stretch of text, else all its countries when they are so many. */
function named(window: readonly Node[], number: number): Node[] | null {
  const coordinated = pairs(window)
    .map(distinct)
    .find(pair => pair.length === number)
  if (coordinated) return coordinated
  const all = distinct(window)
  return all.length === number ? all : null
}

/** "The two governments thanked *Iraq and Oman*": what stands in the same clause beside a subject is somebody else. */
function isCoArgument(node: Node, other: Node): boolean {
  if (other.sentence !== node.sentence) return false
  const { tokens } = node.lexical
  const verb = tokens[node.head]!.head
  for (let at = other.head, steps = 0; at >= 0 && steps < 6; at = tokens[at]!.head, steps++)
    if (tokens[at]!.head === verb && tokens[at]!.deprel !== 'appos') return true
  return false
}

/** The countries that the text so far named together most often ("Riyadh and Tehran"); null when two coordinations are as frequent. */
function commonPair(earlier: readonly Node[], number: number): Node[] | null {
  const counts = new Map<string, Node[][]>()
  for (const pair of pairs(earlier).map(distinct)) {
    if (pair.length !== number) continue
    const key = pair
      .map(({ countries }) => countries.join(' '))
      .sort()
      .join(',')
    counts.set(key, [...(counts.get(key) ?? []), pair])
  }
  const [best, next] = [...counts.values()].sort((a, b) => b.length - a.length)
  return best && best.length > (next?.length ?? 0) ? best[0]! : null
}

/** The countries that the whole text is about: named clearly more often than the next one. */
function leading(states: readonly Node[], number: number): Node[] | null {
  const counts = new Map<string, Node[]>()
  for (const node of states) {
    const key = node.countries.join(' ')
    counts.set(key, [...(counts.get(key) ?? []), node])
  }
  const ranked = [...counts.values()].sort((a, b) => b.length - a.length)
  if (ranked.length < number) return null
  const next = ranked[number]?.length ?? 0
  return ranked[number - 1]!.length >= Math.max(2, next * 1.5)
    ? ranked.slice(0, number).map(group => group[0]!)
    : null
}

function personsFor(node: Node, nodes: readonly Node[], number: number): Node[] | null {
  const persons = nodes.filter(
    other =>
      isPerson(other) &&
      other.kind === 'name' &&
      other.order < node.order &&
      node.sentence - other.sentence <= 1,
  )
  const all = [...new Map(persons.map(other => [other.words.at(-1), other])).values()]
  return all.length === number ? all : null
}

/** A plural mention of as many in this sentence or the one before: the same ones are meant. */
function sameMembers(node: Node, nodes: readonly Node[], links: Links, number: number): Node | null {
  const isState = (other: Node): boolean => {
    const role = other.roleMatch?.entries[0]
    return (
      other.kind === 'pronoun' || role?.type === 'state' || (role !== undefined && stateWords.has(role.id))
    )
  }
  if (!isState(node)) return null
  return (
    nodes
      .slice(0, node.order)
      .findLast(
        other =>
          node.sentence - other.sentence <= 1 &&
          isState(other) &&
          links.members.get(other.order)?.length === number,
      ) ?? null
  )
}

/** "Two people were hurt": a number of persons, no two peoples. */
const isHeadcount = (node: Node): boolean => node.lexical.tokens[node.head]!.form.toLowerCase() === 'people'

/** "both countries", "the two states", "both sides", "the two leaders": the mentions they take together. */
export function findMembers(nodes: readonly Node[], links: Links): void {
  for (const node of nodes) {
    if (links.members.has(node.order) || node.number !== 'Plur') continue
    const number = wants(node)
    if (number === null || node.of) continue
    const earlier = sameMembers(node, nodes, links, number)
    if (earlier) {
      links.link(node.order, earlier.order, 'plural mention of as many')
      links.members.set(node.order, links.members.get(earlier.order)!)
      continue
    }
    const role = node.roleMatch?.entries[0]
    const bare = node.kind === 'pronoun'
    const members =
      bare || (role && !isHeadcount(node) && (role.type === 'state' || stateWords.has(role.id)))
        ? statesFor(node, nodes, number)
        : role?.type === 'person'
          ? personsFor(node, nodes, number)
          : null
    if (members)
      links.members.set(
        node.order,
        members.map(other => other.order),
      )
  }
}
