import { clauseAbove, ownSubject, predicateOf, rootOf } from './clause.js'
import type { Node } from './node.js'

const speech =
  /^(say|tell|add|warn|announce|state|declare|insist|argue|claim|note|explain|write|reply|ask|report|continue|stress|conclude|answer|respond|tweet|vow|admit|acknowledge|complain|quote|remark|comment|emphasise|emphasize|reiterate|assert|point|believe|think)$/

type ByHead = (sentence: number, head: number) => Node | undefined

/** The one who speaks inside the quotation that a first-person pronoun stands in: the subject of the verb of speech around it, in the sentence or in those beside it. */
export function speakerOf(
  node: Node,
  sentences: readonly Node['lexical'][],
  quoted: readonly (readonly boolean[])[],
  byHead: ByHead,
): Node | null {
  const subjectAt = (sentence: number, predicate: number): Node | null => {
    const lexical = sentences[sentence]!
    if (!speech.test(lexical.tokens[predicate]!.lemma) || quoted[sentence]![predicate]) return null
    const head = ownSubject(lexical, predicate)
    const speaker = head === null ? undefined : byHead(sentence, head)
    return speaker && speaker.order !== node.order && !quoted[sentence]![speaker.head] ? speaker : null
  }
  let above: number | null = predicateOf(node.lexical, node.head)
  for (let steps = 0; steps < 6 && above !== null; steps++) {
    const speaker = subjectAt(node.sentence, above)
    if (speaker) return speaker
    above = clauseAbove(node.lexical, above)
  }
  if (!quoted[node.sentence]![node.head]) return null
  for (const sentence of [node.sentence - 1, node.sentence - 2, node.sentence + 1]) {
    const lexical = sentences[sentence]
    if (!lexical || lexical.sentence.block !== node.lexical.sentence.block) continue
    const root = rootOf(lexical)
    const speaker = root < 0 ? null : subjectAt(sentence, root)
    if (speaker) return speaker
  }
  return null
}
