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

const idiomVerb = /^(?:let|make|makes|made|making|go|goes|went|gone|put|puts|is|was|were)$/i

function idiomAt({ tokens }: Tree, i: number): number {
  if (!idiomVerb.test(tokens[i]!.form)) return -1
  // "papers made public on Friday" are no idiom.
  if (tokens[i]!.xpos === 'VBN' && !/^(?:has|have|had)$/i.test(tokens[i - 1]?.form ?? '')) return -1
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

const emerges =
  /^(?:emerge[ds]?|transpire[ds]?|known|clear|apparent|light|follows|followed|evident|learn(?:ed|t)|appear(?:s|ed)|turns|turned)$/i

/** "It emerged from documents seen by the paper that ...": what it emerged from is the source. */
function evidentials(tree: Tree): Draft[] {
  const { tokens } = tree
  return tokens.flatMap((token, i): Draft[] => {
    if (token.form !== 'from' || i < 2 || !emerges.test(tokens[i - 1]!.form)) return []
    return evidential(tree, i - 1)
  })
}

function evidential(tree: Tree, i: number): Draft[] {
  const { tokens } = tree
  const it = tokens.findLastIndex(({ form }, k) => k < i && /^it$/i.test(form))
  const that = tokens.findIndex(({ form }, k) => k > i + 2 && k < i + 24 && /^that$/i.test(form))
  if (it < 0 || i - it > 5 || that < 0) return []
  const content = tokens.map((_, k) => k).filter(k => k > that)
  while (content.length > 0 && isPunctuation(tokens[content.at(-1)!]!)) content.pop()
  if (content.length === 0) return []
  return [
    {
      rule: 'evidential',
      cue: { ...neutral, lemma: 'emerge', kind: 'show' },
      cueSpan: spanOver(tokens, [it + 1, i + 1]),
      source: [tokens[i + 2]!.start, tokens[that - 1]!.end],
      content: spansOf(tokens, content),
      sentence: tree.index,
      token: i,
    },
  ]
}

const speechNoun =
  /^(?:account|answer|argument|claim|complaint|conclusion|contention|excuse|explanation|finding|line|message|objection|position|promise|reply|response|story|version|view|warning)$/

/** "The version given by the driver is that ...", "the ministry's line was that ...": the one whose version it is. */
function predicates(tree: Tree): Draft[] {
  const { tokens } = tree
  return tokens.flatMap(({ form }, that): Draft[] => {
    const copula = that - 1
    if (form !== 'that' || !/^(?:is|was|remains|remained)$/i.test(tokens[copula]?.form ?? '')) return []
    const phrases = phrasesOf(tokens)
    const noun = phrases.find(
      ({ from, to, head }) =>
        from < copula && to <= copula && copula - from < 24 && speechNoun.test(tokens[head]!.lemma),
    )
    if (!noun) return []
    const owner = tokens.findIndex(
      ({ xpos }, i) => i >= noun.from && i < noun.head && /^(?:POS|PRP\$)$/.test(xpos),
    )
    const by = tokens.findIndex(
      (token, i) => i >= noun.to && i < copula && /^(?:by|of|from)$/i.test(token.form),
    )
    const agent = by > 0 ? phrases.find(({ from }) => from === by + 1) : undefined
    const source: readonly [number, number] | undefined =
      owner >= 0
        ? tokens[owner]!.xpos === 'POS'
          ? [tokens[noun.from]!.start, tokens[owner - 1]!.end]
          : [tokens[owner]!.start, tokens[owner]!.end]
        : agent && [tokens[agent.from]!.start, tokens[agent.to - 1]!.end]
    const content = tokens.map((_, k) => k).filter(k => k > that)
    while (content.length > 0 && isPunctuation(tokens[content.at(-1)!]!)) content.pop()
    if (!source || content.length === 0) return []
    return [
      {
        rule: 'predicate',
        cue: { ...neutral, lemma: tokens[noun.head]!.lemma, pos: 'noun' },
        cueSpan: [tokens[noun.head]!.start, tokens[noun.head]!.end],
        source,
        content: spansOf(tokens, content),
        sentence: tree.index,
        token: noun.head,
      },
    ]
  })
}

/** Speech by set phrases with a clause: "The minister let it be known through his aide that he would not come." */
export function idiomDrafts(tree: Tree, { cues }: ClaimResources): Draft[] {
  const { tokens } = tree
  if (cues.size === 0) return []
  const impersonal = [...evidentials(tree), ...predicates(tree)]
  const phrases = tokens.flatMap((_, i): Draft[] => {
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
  return [...impersonal, ...phrases]
}
