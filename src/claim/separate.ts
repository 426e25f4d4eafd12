import type { Span } from '../model/span.js'
import type { Draft } from './draft.js'
import type { QuotationIndex } from './quotation-index.js'
import type { Tree } from './tree.js'
import { isQuoteMark } from './tree.js'

const conjunction = /^(?:and|but|while|whereas|although|though)$/i

/**
 * Where a second attribution of the same sentence begins, when it stands beside the first and not inside what that one says: a participle
 * after a comma ("..., adding that"), or a clause with its own subject after ", and". Null otherwise.
 */
function besideFrom(tree: Tree, inner: Draft): { cut: number; participle: boolean } | null {
  const { tokens } = tree
  if (inner.token < 1 || !inner.cue || inner.cue.pos !== 'verb') return null
  // The clause that closes a sentence attributes all before it: nothing in there says the closing clause.
  const end = inner.content.at(-1)?.[1]
  if (inner.rule === 'closing clause' && end !== undefined) return { cut: end, participle: false }
  const parts = (i: number) => i >= 0 && (tokens[i]!.form === ',' || isQuoteMark(tokens[i]!))
  const start = tokens.findIndex(token => token.start >= inner.cueSpan[0])
  if (tokens[inner.token]!.xpos === 'VBG' && parts(start - 1) && inner.cue.kind === 'say')
    return {
      cut: tokens[start - 1]!.form === ',' ? tokens[start - 1]!.start : tokens[start]!.start,
      participle: true,
    }
  const source = inner.source ? tokens.findIndex(token => token.start >= inner.source![0]) : -1
  if (source > 2 && source < inner.token && tokens[source - 1]!.form === ';')
    return { cut: tokens[source - 1]!.start, participle: false }
  if (source < 2 || source > inner.token || !conjunction.test(tokens[source - 1]!.form)) return null
  return parts(source - 2) ? { cut: tokens[source - 1]!.start, participle: false } : null
}

const before = (content: readonly Span[], cut: number, text: string): Span[] =>
  content
    .filter(([from]) => from < cut)
    .map(([from, to]): Span => {
      if (to <= cut) return [from, to]
      return [from, from + text.slice(from, cut).replace(/[\s,;:—–-]+$/u, '').length]
    })
    .filter(([from, to]) => to > from)

/** "told them that he would not sign, the paper reported": what the parser gave to the closing clause alone. */
function reportedBefore(text: string, outer: Draft, inner: Draft): Span[] {
  const end = inner.content.at(-1)?.[1]
  const from = outer.cueSpan[1]
  if (inner.rule !== 'closing clause' || end === undefined || end <= from) return []
  const that = /\bthat\s+/iu.exec(text.slice(from, end))
  return that ? [[from + that.index + that[0].length, end]] : []
}

/** Cuts the content of an attribution where another one of its sentence begins beside it; a participle takes the source over. */
export function separate(
  text: string,
  trees: readonly Tree[],
  drafts: readonly Draft[],
  quotations: QuotationIndex,
): Draft[] {
  const quoted = (draft: Draft) => quotations.over(draft.cueSpan).some(({ direct }) => direct)
  const result = [...drafts]
  for (const [k, inner] of drafts.entries()) {
    if (quoted(inner)) continue
    const beside = besideFrom(trees[inner.sentence]!, inner)
    if (!beside) continue
    for (let i = k - 1; i >= 0 && result[i]!.sentence === inner.sentence; i--) {
      const outer = result[i]!
      const holds = outer.content.some(
        ([from, to]) => (from < beside.cut || inner.rule === 'closing clause') && inner.cueSpan[0] < to,
      )
      if (i === k || outer.sentence !== inner.sentence || outer.cueSpan[0] >= inner.cueSpan[0] || !holds)
        continue
      const cut = before(outer.content, beside.cut, text)
      const content = cut.length > 0 ? cut : reportedBefore(text, outer, inner)
      if (content.length === 0) continue
      result[i] = { ...outer, content }
      if (beside.participle && outer.source) result[k] = { ...result[k]!, source: outer.source }
    }
  }
  return result
}
