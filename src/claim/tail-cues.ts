import type { Block } from '../model/article.js'
import type { Channel } from '../model/claim.js'
import type { Sentence } from '../model/parsed-text.js'
import type { Draft } from './draft.js'
import type { ClaimResources } from './lexicon.js'

/** A line that closes with who says it: "Junta frees opposition leader: state TV", "Peru declares emergency – ministry". */
const tail = /^([^\n]*?\S)\s*(:|\s[–—-]{1,2})\s+([^:–—\n“”"]{2,45})$/u
const longestLine = 180
const fewestWords = 3
const speaks: ReadonlySet<Channel['kind']> = new Set([
  'agency',
  'broadcaster',
  'newspaper',
  'ministry',
  'government',
  'organisation',
  'anonymous',
  'document',
  'person',
])

/** Kind of the closing words as the table lists them, or their last word. */
function kindOfTail(words: string, { channels }: ClaimResources): Channel['kind'] | undefined {
  const own = words.toLowerCase().replace(/^(?:the|a|an)\s+/u, '')
  const last = own.split(/\s+/u).at(-1)!
  return (
    channels.get(own) ??
    channels.get(last) ??
    channels.get(last.replace(/s$/u, '')) ??
    channels.get(own.replace(/s$/u, ''))
  )
}

/** Headlines that name their source at the end: content before the mark, source behind it. Sentences with an end mark are none. */
export function tailDrafts(
  text: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  resources: ClaimResources,
): Draft[] {
  return blocks.flatMap((block, index): Draft[] => {
    const line = text.slice(...block.span).trimEnd()
    if (line.length > longestLine || /[.!?…]$/u.test(line)) return []
    const hit = tail.exec(line)
    if (!hit || hit[1]!.split(/\s+/u).length < fewestWords || hit[3]!.split(/\s+/u).length > 5) return []
    const kind = kindOfTail(hit[3]!, resources)
    const sentence = sentences.findLastIndex(one => one.block === index)
    if (!kind || !speaks.has(kind) || sentence < 0) return []
    const start = block.span[0]
    const source = start + line.length - hit[3]!.length
    const mark = start + hit[1]!.length + hit[2]!.length
    return [
      {
        rule: 'closing label',
        cue: null,
        cueSpan: [start + hit[1]!.length + hit[2]!.search(/\S/u), mark],
        source: [source, start + line.length],
        content: [[start, start + hit[1]!.length]],
        sentence,
        token: -1,
      },
    ]
  })
}
