import type { ActorLexicon } from '../../model/actor-lexicon.js'
import { wordKey } from '../../text/phrase-trie.js'
import type { Links } from './links.js'
import type { Node } from './node.js'
import { ownerCountries } from './node.js'

const joined = (words: readonly string[]): string => words.join(' ')

/** Whether `short` is a way to write the person's name `long`. */
export function isVariant(
  short: readonly string[],
  long: readonly string[],
  familyFirst: ReadonlySet<string>,
): boolean {
  if (joined(short) === joined(long)) return true
  const eastern = familyFirst.has(long[0]!)
  if (short.length === long.length) return eastern && joined([...short].sort()) === joined([...long].sort())
  if (short.length > long.length) return false
  if (joined(long.slice(-short.length)) === joined(short)) return true
  if (short.length === 1)
    return (eastern && short[0] === long[0]) || (long.length === 3 && !eastern && short[0] === long[1])
  if (joined(long.slice(0, short.length)) === joined(short)) return true
  return short.length === 2 && short[0] === long[0] && short[1] === long.at(-1)
}

const clash = (a: Node, b: Node): boolean =>
  a.gender !== undefined && b.gender !== undefined && a.gender !== b.gender
const clashOfOwners = (a: Node, b: Node): boolean => {
  const [x, y] = [ownerCountries(a), ownerCountries(b)]
  return x.length > 0 && y.length > 0 && !x.some(code => y.includes(code))
}

/** Longer names that a short one may stand for, one node per chain, the latest before it (or the first after it when none is before). */
function longer(
  node: Node,
  persons: readonly Node[],
  links: Links,
  familyFirst: ReadonlySet<string>,
): Node[] {
  const fits = persons.filter(
    other =>
      other.order !== node.order &&
      other.words.length > node.words.length &&
      isVariant(node.words, other.words, familyFirst) &&
      !clash(node, other) &&
      !clashOfOwners(node, other),
  )
  const before = fits.filter(other => other.order < node.order).reverse()
  const pool = before.length > 0 ? before : fits
  const perChain = new Map<number, Node>()
  for (const other of pool)
    if (!perChain.has(links.root(other.order))) perChain.set(links.root(other.order), other)
  return [...perChain.values()]
}

/** Same name first, then short names to longer ones. Two people with one surname: the one named last, unless both stand in the same sentence. */
function linkPersons(persons: readonly Node[], links: Links, familyFirst: ReadonlySet<string>): void {
  persons.forEach((node, i) => {
    const tableId = node.name?.entries.find(entry => entry.kind === 'person')?.id
    const same = persons
      .slice(0, i)
      .findLast(
        other =>
          node.words.length > 1 &&
          !clash(node, other) &&
          ((node.words.length === other.words.length && isVariant(node.words, other.words, familyFirst)) ||
            (tableId !== undefined &&
              other.name?.entries.some(entry => entry.kind === 'person' && entry.id === tableId))),
      )
    if (same) links.link(node.order, same.order, 'same name')
  })
  for (const node of [...persons].sort((a, b) => b.words.length - a.words.length || a.order - b.order)) {
    if (links.antecedents.has(node.order)) continue
    const [first, second] = longer(node, persons, links, familyFirst)
    if (first && (!second || second.sentence !== first.sentence))
      links.link(node.order, first.order, node.words.length === 1 ? 'surname' : 'short name')
  }
  // Short names without a longer one anywhere: the same word is the same person.
  persons.forEach((node, i) => {
    if (node.words.length > 1 || links.antecedents.has(node.order)) return
    const same = persons
      .slice(0, i)
      .findLast(other => other.words.length === 1 && other.words[0] === node.words[0] && !clash(node, other))
    if (same) links.link(node.order, same.order, 'same surname')
  })
}

const tableKey = (node: Node): string | null => {
  const entry = node.name?.entries[0]
  return entry ? `${entry.kind} ${entry.id}` : null
}

const initials = (words: readonly string[]): string =>
  words
    .filter(word => !/^(of|for|the|and|in|on|de)$/.test(word))
    .map(word => word[0])
    .join('')

/** "World Trade Organization (WTO)", "the ANC, or African National Congress": initials in brackets after the name. */
function linkAcronyms(others: readonly Node[], nodes: readonly Node[], links: Links): void {
  for (const node of others) {
    if (node.words.length !== 1 || node.words[0]!.length < 2) continue
    const open = node.lexical.tokens[node.from - 1]?.form
    if (open !== '(' && open !== '[') continue
    const long = nodes.find(other => other.sentence === node.sentence && other.to === node.from - 1)
    if (!long || long.to - long.from < 2) continue
    const full = long.lexical.tokens
      .slice(long.from, long.to)
      .map(token => wordKey(token.form))
      .filter(word => word !== '')
    if (initials(full) === node.words[0]) links.link(node.order, long.order, 'acronym in brackets')
  }
}

/** "the AGPC" after "the Arab Gas Pipeline Company": three letters or more that only one longer name before has as initials. */
function linkBareAcronyms(others: readonly Node[], links: Links): void {
  for (const node of others) {
    const form = node.lexical.tokens[node.to - 1]!.form
    if (node.words.length !== 1 || !/^\p{Lu}{3,}$/u.test(form) || links.antecedents.has(node.order)) continue
    const long = others.filter(
      other => other.order < node.order && other.words.length >= 3 && initials(other.words) === node.words[0],
    )
    if (new Set(long.map(other => links.root(other.order))).size === 1)
      links.link(node.order, long.at(-1)!.order, 'acronym')
  }
}

function linkOthers(others: readonly Node[], nodes: readonly Node[], links: Links): void {
  linkAcronyms(others, nodes, links)
  const last = new Map<string, Node>()
  for (const node of others) {
    const keys = [tableKey(node), `words ${joined(node.words)}`].filter(key => key !== null)
    const same = keys.map(key => last.get(key)).find(other => other !== undefined)
    if (same) links.link(node.order, same.order, 'same name')
    for (const key of keys) last.set(key, node)
  }
  linkBareAcronyms(others, links)
}

/** Links names: identical ones, entries of one table row, short forms of persons, acronyms in brackets. */
export function linkNames(nodes: readonly Node[], links: Links, lexicon: ActorLexicon): void {
  const names = nodes.filter(node => node.kind === 'name' || node.kind === 'adjective')
  linkPersons(
    names.filter(node => node.entity === 'PER'),
    links,
    lexicon.familyFirst,
  )
  linkOthers(
    names.filter(node => node.entity !== 'PER' && node.kind === 'name'),
    nodes,
    links,
  )
}
