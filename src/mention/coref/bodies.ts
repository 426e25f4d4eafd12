import type { Links } from './links.js'
import type { Node } from './node.js'

/** Words that take up an organisation named before. */
const takesUp =
  /^(group|organi[sz]ation|movement|militia|party|company|firm|bank|agency|alliance|bloc|faction|union|institute|university|cartel|gang|front|broadcaster|newspaper|(militant|rebel|armed|islamist|terrorist|terror|insurgent|guerrilla)-group|news-agency|watchdog|charity)$/

const isOrganisation = (node: Node): boolean =>
  node.kind === 'name' && (node.name ? node.name.entries[0]!.kind === 'organisation' : node.entity === 'ORG')

/** "the agency" after "the International Atomic Energy Agency": the only organisation in the text so far whose name has the word. */
function calledSo(node: Node, nodes: readonly Node[], links: Links): Node | null {
  const word = node.lexical.tokens[node.head]!.form.toLowerCase()
  const called = nodes.filter(
    other =>
      other.order < node.order &&
      other.kind === 'name' &&
      other.entity !== 'PER' &&
      other.words.length > 1 &&
      other.words.includes(word),
  )
  return new Set(called.map(other => links.root(other.order))).size === 1 ? called.at(-1)! : null
}

/** "the group", "the company": the only organisation named in this sentence and the one before. */
export function linkBodies(nodes: readonly Node[], links: Links): void {
  for (const node of nodes) {
    if (node.kind !== 'nominal' || node.number !== 'Sing' || node.of || links.antecedents.has(node.order))
      continue
    if (
      !takesUp.test(node.roleMatch!.entries[0]!.id) ||
      !/^(the|this)$/i.test(node.lexical.tokens[node.from]!.form)
    )
      continue
    if (/^of$/i.test(node.lexical.tokens[node.roleMatch!.to]?.form ?? '')) continue
    const namesake = calledSo(node, nodes, links)
    if (namesake) {
      links.link(node.order, namesake.order, 'the last word of its name')
      continue
    }
    const near = nodes.filter(
      other => other.order < node.order && node.sentence - other.sentence <= 1 && isOrganisation(other),
    )
    const chains = new Set(near.map(other => links.root(other.order)))
    if (chains.size === 1) links.link(node.order, near.at(-1)!.order, 'the only organisation near')
  }
}
