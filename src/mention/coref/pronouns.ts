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

/** Whether a mention, and all that is linked to it by now, may be he, she or it. */
function genderFits(pronoun: Node, other: Node, nodes: readonly Node[], links: Links): boolean {
  if (pronoun.gender === undefined) return true
  return !nodes.some(
    one => one.gender !== undefined && one.gender !== pronoun.gender && links.same(one.order, other.order),
  )
}

/** "She called him": the object is never who the subject of its clause is. */
function isOwnSubject(node: Node, other: Node, byHead: ByHead, links: Links): boolean {
  if (possessive(node) || reflexive(node)) return false
  const head = subjectOf(node.lexical, predicateOf(node.lexical, node.head))
  const subject = head === null || head === node.head ? undefined : byHead(node.sentence, head)
  return subject !== undefined && subject.order !== node.order && links.same(subject.order, other.order)
}

/** Verbs whose subject and object do the same. */
const mutual = /^(meet|phone|telephone|call|write|marry|embrace|resemble|debate|replace|succeed)$/

/**
 * Whether another person stands beside the subject with an equal right to the pronoun: "A and B spoke. He ...", "A met B. He ...".
 * `fits` says whether the mention at a head may be meant.
 */
function hasEqual(subject: number, lexical: Node['lexical'], fits: (head: number) => boolean): boolean {
  const [, ...others] = conjuncts(lexical, subject)
  if (others.some(fits)) return true
  const verb = lexical.tokens[subject]!.head
  if (verb < 0 || !mutual.test(lexical.tokens[verb]!.lemma)) return false
  return lexical.children[verb]!.some(
    child => child > verb && /^(obj|iobj|obl)$/.test(relation(lexical.tokens[child]!)) && fits(child),
  )
}

/** "Soini met his counterpart": inside of its own clause, the subject comes first. */
const inItsClause = (node: Node, spot: { readonly sentence: number; readonly head: number }): boolean =>
  spot.sentence === node.sentence &&
  predicateOf(node.lexical, node.head) === node.lexical.tokens[spot.head]!.head

/** "thanked her for her work": the owner is the one the same clause has as its object, in the same form. */
function objectOfClause(node: Node, nodes: readonly Node[]): Node | null {
  if (!possessive(node) || !node.gender) return null
  const own = predicateOf(node.lexical, node.head)
  const isObject = (other: Node): boolean =>
    other.sentence === node.sentence &&
    other.order < node.order &&
    other.kind === 'pronoun' &&
    other.gender === node.gender &&
    /^i?obj$/.test(relation(other.lexical.tokens[other.head]!)) &&
    other.lexical.tokens[other.head]!.head === own
  return nodes.find(isObject) ?? null
}

function singular(
  node: Node,
  nodes: readonly Node[],
  spots: readonly { sentence: number; head: number }[],
  byHead: ByHead,
  links: Links,
): Antecedents | null {
  const fits = (other: Node | undefined): other is Node => {
    if (!other || other.order === node.order || other.quoted !== node.quoted) return false
    if (other.kind === 'pronoun') return other.number === 'Sing' && other.gender === node.gender
    if (isOwnSubject(node, other, byHead, links)) return false
    return node.gender ? isPerson(other) && genderFits(node, other, nodes, links) : isCollective(other)
  }
  const object = objectOfClause(node, nodes)
  if (object) return { nodes: [object], rule: 'object of the clause' }
  for (const spot of spots) {
    const other = byHead(spot.sentence, spot.head)
    if (
      fits(other) &&
      node.gender &&
      !inItsClause(node, spot) &&
      hasEqual(spot.head, other.lexical, head => fits(byHead(spot.sentence, head)))
    )
      return null
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

/** The only ones near that are several: "expelled two reporters. They were put on a flight." */
function onlyPlural(node: Node, nodes: readonly Node[]): Antecedents | null {
  const near = nodes.filter(
    other =>
      other.order < node.order &&
      node.sentence - other.sentence <= 1 &&
      other.kind === 'nominal' &&
      other.number === 'Plur' &&
      other.quoted === node.quoted &&
      !governs(node, other.head),
  )
  const pairs = nodes.some(
    other =>
      other.order < node.order &&
      node.sentence - other.sentence <= 1 &&
      other.kind !== 'nominal' &&
      (other.number === 'Plur'
        ? other.kind === 'name'
        : relation(other.lexical.tokens[other.head]!) === 'conj'),
  )
  const own = predicateOf(node.lexical, node.head)
  const beside = near.some(
    other => other.sentence === node.sentence && predicateOf(other.lexical, other.head) === own,
  )
  return near.length === 1 && !pairs && !(beside && !possessive(node))
    ? { nodes: near, rule: 'only ones near' }
    : null
}

function plural(
  node: Node,
  nodes: readonly Node[],
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
  return onlyPlural(node, nodes)
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
      node.number === 'Sing'
        ? singular(node, nodes, spots, byHead, links)
        : plural(node, nodes, spots, byHead, sentences)
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
