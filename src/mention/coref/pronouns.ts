import { relation } from '../lexical-sentence.js'
import { clauseAbove, conjuncts, predicateOf, rootOf, subjectOf } from './clause.js'
import type { Links } from './links.js'
import { isCollective, isPerson, type Node } from './node.js'
import { speakerOf } from './speaker.js'

type ByHead = (sentence: number, head: number) => Node | undefined

interface Antecedents {
  readonly nodes: readonly Node[]
  readonly rule: string
}

const possessive = (node: Node): boolean =>
  /^(his|her|its|their)$/i.test(node.lexical.tokens[node.head]!.form) &&
  /^nmod:poss$|^det/.test(node.lexical.tokens[node.head]!.deprel)
const reflexive = (node: Node): boolean => /sel(f|ves)$/i.test(node.lexical.tokens[node.head]!.form)

/** Whether a token is the pronoun or the head of a phrase around it ("his minister" is not "his"). */
function governs(node: Node, head: number): boolean {
  for (let at = node.head; at >= 0; at = node.lexical.tokens[at]!.head) if (at === head) return true
  return false
}

/** The last name before a pronoun in its sentence. */
function namedBefore(node: Node, byHead: ByHead): number | null {
  for (let at = node.from - 1; at >= 0; at--)
    if (byHead(node.sentence, at)?.kind === 'name' && byHead(node.sentence, at)!.entity === 'PER') return at
  return null
}

/** Subjects that a pronoun may take up, nearest first: its own clause (possessives and reflexives only), the clauses above, the sentence before. */
function subjects(
  node: Node,
  sentences: readonly Node['lexical'][],
  byHead: ByHead,
): { readonly sentence: number; readonly head: number }[] {
  const out: { sentence: number; head: number }[] = []
  const add = (sentence: number, head: number | null): void => {
    if (head !== null && !(sentence === node.sentence && governs(node, head))) out.push({ sentence, head })
  }
  const own = predicateOf(node.lexical, node.head)
  const subject = subjectOf(node.lexical, own)
  // "During his visit, Ri met": a pronoun before its subject, in a phrase of the same clause, unless somebody was named there before it.
  if (subject !== null && subject > node.from) add(node.sentence, namedBefore(node, byHead))
  if (possessive(node) || reflexive(node)) add(node.sentence, subject)
  // "Ecuador granted him asylum, its ministry announced": a clause that is told of in the same sentence.
  for (const child of node.lexical.children[own]!)
    if (child < node.head && /^(ccomp|parataxis)$/.test(relation(node.lexical.tokens[child]!)))
      add(node.sentence, subjectOf(node.lexical, child))
  let above: number | null = own
  for (let steps = 0; steps < 5 && above !== null; steps++) {
    above = clauseAbove(node.lexical, above)
    if (above === null) break
    const head = subjectOf(node.lexical, above)
    if (head !== subject || possessive(node))
      add(
        node.sentence,
        head !== null && head < node.from
          ? head
          : head !== null && byHead(node.sentence, head)?.kind !== 'pronoun'
            ? head
            : null,
      )
  }
  const before = sentences[node.sentence - 1]
  if (before && before.sentence.block <= node.lexical.sentence.block + 1) {
    const root = rootOf(before)
    if (root >= 0) add(node.sentence - 1, subjectOf(before, root))
  }
  return out
}

const genderFits = (pronoun: Node, other: Node): boolean =>
  pronoun.gender === undefined || other.gender === undefined || pronoun.gender === other.gender

function singular(
  node: Node,
  nodes: readonly Node[],
  spots: readonly { sentence: number; head: number }[],
  byHead: ByHead,
): Antecedents | null {
  const fits = (other: Node | undefined): other is Node => {
    if (!other || other.order === node.order || other.quoted !== node.quoted) return false
    if (other.kind === 'pronoun') return other.number === 'Sing' && other.gender === node.gender
    return node.gender ? isPerson(other) && genderFits(node, other) : isCollective(other)
  }
  for (const spot of spots) {
    const other = byHead(spot.sentence, spot.head)
    if (fits(other))
      return {
        nodes: [other],
        rule: spot.sentence === node.sentence ? 'subject of the sentence' : 'subject of the sentence before',
      }
    if (!node.gender && !possessive(node)) break
  }
  if (!node.gender) return null
  // The only person near who can be meant.
  const near = nodes.filter(
    other =>
      other.order < node.order &&
      node.sentence - other.sentence <= 1 &&
      other.kind !== 'pronoun' &&
      fits(other),
  )
  const names = new Set(near.map(other => other.words.at(-1)))
  return near.length > 0 && names.size === 1 ? { nodes: [near.at(-1)!], rule: 'only person near' } : null
}

function plural(
  node: Node,
  spots: readonly { sentence: number; head: number }[],
  byHead: ByHead,
  sentences: readonly Node['lexical'][],
): Antecedents | null {
  for (const spot of spots) {
    const heads = conjuncts(sentences[spot.sentence]!, spot.head)
    const found = heads
      .map(head => byHead(spot.sentence, head))
      .filter(
        other => other !== undefined && other.order !== node.order && other.quoted === node.quoted,
      ) as Node[]
    if (heads.length > 1 && found.length === heads.length)
      return { nodes: found, rule: 'coordinated subject' }
    if (heads.length === 1 && found[0]?.number === 'Plur') return { nodes: found, rule: 'plural subject' }
  }
  return null
}

/** Resolves third-person pronouns in the easy cases; the first and second person are left to the claim that holds them. */
export function linkPronouns(
  nodes: readonly Node[],
  sentences: readonly Node['lexical'][],
  byHead: ByHead,
  links: Links,
): void {
  for (const node of nodes) {
    if (node.kind !== 'pronoun') continue
    const form = node.lexical.tokens[node.head]!.form.toLowerCase()
    if (/^(i|me|my|we|us|our|both|two)$/.test(form)) continue
    if (form === 'it' && relation(node.lexical.tokens[node.head]!) !== 'nsubj') continue
    const spots = subjects(node, sentences, byHead)
    const found =
      node.number === 'Sing' ? singular(node, nodes, spots, byHead) : plural(node, spots, byHead, sentences)
    if (!found) continue
    if (found.nodes.length === 1) {
      links.link(node.order, found.nodes[0]!.order, found.rule)
      const members = links.members.get(found.nodes[0]!.order)
      if (members) links.members.set(node.order, members)
    } else
      links.members.set(
        node.order,
        found.nodes.map(other => other.order),
      )
  }
}

/** "I" is the speaker of the quotation; "we" rests on the speaker without being the same. */
export function linkFirstPersons(
  nodes: readonly Node[],
  sentences: readonly Node['lexical'][],
  quoted: readonly (readonly boolean[])[],
  byHead: ByHead,
  links: Links,
): void {
  for (const node of nodes) {
    const form = node.kind === 'pronoun' ? node.lexical.tokens[node.head]!.form.toLowerCase() : ''
    const single = /^(i|me|my)$/.test(form)
    if (!single && !/^(we|us|our)$/.test(form)) continue
    const speaker = speakerOf(node, sentences, quoted, byHead)
    if (!speaker) continue
    if (single) links.link(node.order, speaker.order, 'speaker of the quotation')
    else links.refer(node.order, speaker.order, 'those the speaker speaks for')
  }
}
