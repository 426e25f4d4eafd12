import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import type { ClaimResources, Cue } from './lexicon.js'
import { phrasesOf } from './phrases.js'
import { isPunctuation, type Tree } from './tree.js'

/** "let it be known", "made it clear", "made known", "is on record as saying": verb, what follows it up to the word that carries the speech. */
const idioms: readonly { readonly verb: RegExp; readonly rest: RegExp }[] = [
  { verb: /^let$/i, rest: /^it be (?:known|understood)\b/i },
  {
    verb: /^(?:make|makes|made|making)$/i,
    rest: /^(?:it )?(?:known|clear|plain|public)\b/i,
  },
  { verb: /^(?:go|goes|went|gone)$/i, rest: /^on (?:the )?record\b/i },
  { verb: /^(?:put|puts)$/i, rest: /^it (?:about|on (?:the )?record)\b/i },
  {
    verb: /^(?:is|was|were)$/i,
    rest: /^(?:the |among the )?first to (?:report|write|say|reveal|disclose|announce)\b/i,
  },
]
const reach = 8
const neutral: Cue = {
  lemma: 'make known',
  pos: 'verb',
  kind: 'say',
  stance: 'neutral',
  attitude: 'asserts',
  frames: new Set(['clause']),
}

function idiomAt({ tokens }: Tree, i: number): number {
  const behind = tokens
    .slice(i + 1, i + 5)
    .map(({ form }) => form)
    .join(' ')
  const hit = idioms
    .filter(({ verb }) => verb.test(tokens[i]!.form))
    .map(({ rest }) => rest.exec(behind))
    .find(one => one !== null)
  return hit ? i + hit[0].split(' ').length : -1
}

/** "Two members have stepped down, the Courier was first to report.": content before the comma. */
function closedBy(tree: Tree, i: number, last: number): Draft | undefined {
  const { tokens } = tree
  const source = phrasesOf(tokens).findLast(({ to }) => to === i)
  const comma = source ? source.from - 1 : -1
  if (!source || comma < 3 || tokens[comma]!.form !== ',' || !tokens.slice(last + 1).every(isPunctuation))
    return undefined
  return {
    rule: 'idiom',
    cue: neutral,
    cueSpan: spanOver(tokens, [i, last]),
    source: [tokens[source.from]!.start, tokens[source.to - 1]!.end],
    content: spansOf(
      tokens,
      tokens.slice(0, comma).map((_, k) => k),
    ),
    sentence: tree.index,
    token: last,
  }
}

/** Speech by set phrases with a clause: "The minister let it be known through his aide that he would not come." */
export function idiomDrafts(tree: Tree, { cues }: ClaimResources): Draft[] {
  const { tokens } = tree
  if (cues.size === 0) return []
  return tokens.flatMap((_, i): Draft[] => {
    const last = idiomAt(tree, i)
    if (last < 0) return []
    const closing = closedBy(tree, i, last)
    if (closing) return [closing]
    const that = tokens.findIndex(({ form }, k) => k > last && k <= last + reach && /^that$/i.test(form))
    const source = phrasesOf(tokens).findLast(({ to }) => to <= i)
    if (that < 0 || !source || i - source.to > 2) return []
    const content = tokens.map((__, k) => k).filter(k => k > that)
    while (content.length > 0 && isPunctuation(tokens[content.at(-1)!]!)) content.pop()
    if (content.length === 0) return []
    return [
      {
        rule: 'idiom',
        cue: neutral,
        cueSpan: spanOver(tokens, [i, last]),
        source: [tokens[source.from]!.start, tokens[source.to - 1]!.end],
        content: spansOf(tokens, content),
        sentence: tree.index,
        token: last,
      },
    ]
  })
}
