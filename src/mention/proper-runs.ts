import type { Range } from './draft.js'
import { type LexicalSentence, relation } from './lexical-sentence.js'

/** Maximal runs of proper nouns that hang together in the tree. */
export function properRuns(lexical: LexicalSentence, taken: readonly boolean[]): Range[] {
  const { tokens } = lexical
  const runs: Range[] = []
  for (let from = 0; from < tokens.length; from++) {
    if (
      tokens[from]!.upos !== 'PROPN' ||
      taken[from] ||
      !/^(\p{Lu}|(al|el|as|ad|an|ash|bin|ibn)-\p{Lu})/u.test(tokens[from]!.form)
    )
      continue
    let to = from + 1
    while (
      to < tokens.length &&
      !taken[to] &&
      (tokens[to]!.upos === 'PROPN' ||
        (tokens[to]!.form === '-' && tokens[to + 1]?.upos === 'PROPN' && !taken[to + 1])) &&
      tied(lexical, from, to)
    )
      to++
    runs.push({ from, to })
    from = to - 1
  }
  return runs
}

/** Whether token `at` hangs on the run `[from, at)` or the run on it, as parts of one name do. */
function tied(lexical: LexicalSentence, from: number, at: number): boolean {
  const { tokens } = lexical
  const head = tokens[at]!.head
  if (head >= from && head < at) return true
  for (let i = from; i < at; i++) if (tokens[i]!.head === at && relation(tokens[i]!) !== 'appos') return true
  return (
    head >= 0 &&
    tokens[at - 1]!.head === head &&
    /^(flat|compound|punct)$/.test(relation(tokens[at]!)) &&
    /^(flat|compound|punct)$/.test(relation(tokens[at - 1]!))
  )
}
