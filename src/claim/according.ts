import type { Draft } from './draft.js'
import { spanOver, spansOf } from './fragments.js'
import { phrasesOf } from './phrases.js'
import { phrase } from './subject.js'
import { hasRelation, isPunctuation, subtree, type Tree } from './tree.js'

/** Words of "according to"; the parser may take "to" for a fixed part or for a preposition of its own. */
function markerAt(tree: Tree, i: number): number[] | null {
  if (!/^according$/i.test(tree.tokens[i]!.form) || !/^to$/i.test(tree.tokens[i + 1]?.form ?? '')) return null
  return [i, i + 1]
}

/** Head of the noun phrase after "according to". */
function nounOf(tree: Tree, marker: number): number | null {
  const head = tree.tokens[marker]!.head
  if (head > marker + 1 && hasRelation(tree, marker, 'case', 'mark')) return head
  const other = tree.tokens[marker + 1]!.head
  if (other > marker + 1) return other
  return tree.children[marker]!.find(child => child > marker + 1) ?? null
}

/** A phrase that opens the sentence ends at its first comma, unless an apposition follows ("Ann Bell, a scholar, talks ..."). */
function sourceAfter(tree: Tree, marker: number, tokens: readonly number[]): readonly number[] {
  const opens = tree.tokens.slice(0, marker).every(isPunctuation)
  if (!opens) return tokens
  const comma = tokens.findIndex(i => tree.tokens[i]!.form === ',')
  if (comma < 0) return tokens
  const apposed = /^(?:a|an|the|who|which|whose|head|chief|director|chairman)$/i.test(
    tree.tokens[tokens[comma]! + 1]?.form ?? '',
  )
  return apposed ? tokens : tokens.slice(0, comma)
}

const conjunction = (tree: Tree, i: number): boolean => hasRelation(tree, i, 'cc', 'punct')

/** Tokens of the clause that the phrase stands in, the phrase itself left out. */
function clauseAround(tree: Tree, noun: number, own: ReadonlySet<number>): number[] {
  let top = tree.tokens[noun]!.head
  while (top >= 0 && own.has(top)) top = tree.tokens[top]!.head
  // A phrase at the end of the sentence that hangs on a noun still attributes the whole clause.
  while (
    top >= 0 &&
    tree.tokens[top]!.head >= 0 &&
    !hasRelation(tree, top, 'conj', 'parataxis', 'ccomp', 'advcl')
  )
    top = tree.tokens[top]!.head
  if (top < 0) return tree.tokens.map((_, i) => i).filter(i => !own.has(i))
  const tokens = subtree(tree, top, child => own.has(child)).filter(i => !own.has(i))
  while (tokens.length > 1 && conjunction(tree, tokens[0]!)) tokens.shift()
  return tokens
}

/** A phrase that opens the sentence attributes all of it. */
const after = (tree: Tree, from: number): number[] => tree.tokens.map((_, i) => i).filter(i => i >= from)

/** "According to X, citing Y, ...": words up to the comma behind are about the source. */
function evidenceAfter(tree: Tree, last: number): number[] {
  const comma = tree.tokens[last + 1]?.form === ',' ? last + 1 : last
  if (!/^(?:citing|quoting)$/i.test(tree.tokens[comma + 1]?.form ?? '')) return []
  const end = tree.tokens.findIndex(({ form }, i) => i > comma + 1 && /^[,.;]$/.test(form))
  return Array.from({ length: Math.max(0, end - comma) }, (_, k) => comma + 1 + k)
}

/** "X said that ..., according to Y.": behind a comma at the end of the sentence, with but one clause before it that joins another. */
function closes(tree: Tree, marker: number, last: number): boolean {
  const { tokens } = tree
  return (
    tokens[marker - 1]?.form === ',' &&
    (tokens.slice(last + 1).every(isPunctuation) ||
      (tokens[last + 1]?.form === ',' && /^(?:which|who|whose)$/i.test(tokens[last + 2]?.form ?? ''))) &&
    !tokens
      .slice(0, marker)
      .some(({ form, deprel }, i) => form === ';' || (deprel === 'cc' && tokens[i - 1]?.form === ',')) &&
    tokens
      .slice(0, marker)
      .some(({ lemma }) => /^(?:say|tell|quote|cite|report|write|state|claim|announce|warn)$/.test(lemma))
  )
}

/** "according to X": X is the source, the clause around the phrase the content. */
export function accordingDrafts(tree: Tree): Draft[] {
  const drafts: Draft[] = []
  tree.tokens.forEach((_, i) => {
    const words = markerAt(tree, i)
    const noun = words ? nounOf(tree, i) : null
    if (!words || noun === null) return
    const source = sourceAfter(
      tree,
      i,
      phrase(tree, noun, -1).filter(token => token > i + 1),
    )
    if (source.length === 0) return
    const own = new Set([...words, ...source])
    for (const token of evidenceAfter(tree, Math.max(...own))) own.add(token)
    const last = Math.max(...own)
    // Commas around the phrase belong to it.
    for (const edge of [i - 1, last + 1]) if (tree.tokens[edge]?.form === ',') own.add(edge)
    const opening = tree.tokens.slice(0, i).every(isPunctuation)
    const around = opening ? after(tree, last + 1) : clauseAround(tree, noun, own)
    const closing =
      !opening && closes(tree, i, last) ? tree.tokens.map((__, k) => k).filter(k => k < i) : around
    const content = closing.filter(token => !own.has(token))
    if (content.every(token => isPunctuation(tree.tokens[token]!))) return
    drafts.push({
      rule: 'according to',
      cue: null,
      cueSpan: spanOver(tree.tokens, words),
      source: spanOver(tree.tokens, source),
      content: spansOf(tree.tokens, content),
      sentence: tree.index,
      token: i,
    })
  })
  return drafts
}

const retells = /^(?:reported|revealed|disclosed|quoted|cited|announced|told|published|noted|described)$/i

const tells =
  /^(?:announce[ds]|claim(?:ed|s)|disclose[ds]|explain(?:ed|s)|note[ds]|put|puts|report(?:ed|s)|reveal(?:ed|s)|said|says|state[ds]|wrote|writes)$/i

/** Where the thrown-in clause ends: the next comma or the end of the sentence, when no other clause begins before; -1 otherwise. */
function asideEnd(tokens: Tree['tokens'], from: number): number {
  const end = tokens.findIndex(({ form }, i) => i >= from && /^[,.]$/.test(form))
  const between = tokens.slice(from, end)
  const other = between.some(
    ({ form, xpos }) => /^(?:VBD|VBZ|VBP|MD)$/.test(xpos) || /^(?:that|:|["“”])$/i.test(form),
  )
  return end < 0 || between.length > 12 || other ? -1 : end
}

/** "As X first reported, ...": X is the source, the rest of the sentence the content. */
export function asToldDrafts(tree: Tree): Draft[] {
  const { tokens } = tree
  return tokens.flatMap((token, i): Draft[] => {
    if (!/^(?:as|so)$/i.test(token.form) || (i > 0 && tokens[i - 1]!.form !== ',')) return []
    if (i === 0 && /^so$/i.test(token.form)) return []
    const phrase = phrasesOf(tokens).find(({ from }) => from === i + 1)
    if (!phrase) return []
    // "As the Pravda reports ...": the verb taken for a plural.
    const plural = phrase.to - phrase.from > 1 && tells.test(tokens[phrase.to - 1]!.form)
    const source = plural ? { ...phrase, to: phrase.to - 1 } : phrase
    let verb = source.to
    // "As the paper reported [last week], ..."
    while (/^(?:RB|VBZ|VBP|VBD)$/.test(tokens[verb]?.xpos ?? '') && !retells.test(tokens[verb]!.form)) verb++
    if (!tells.test(tokens[verb]?.form ?? '')) return []
    const end = asideEnd(tokens, verb + 1)
    if (end < 0) return []
    const content = tokens.map((_, k) => k).filter(k => k > end || k < i - 1)
    if (content.filter(k => !isPunctuation(tokens[k]!)).length < 3) return []
    return [
      {
        rule: 'as told',
        cue: null,
        cueSpan: [tokens[verb]!.start, tokens[verb]!.end],
        source: [tokens[source.from]!.start, tokens[source.to - 1]!.end],
        content: spansOf(tokens, content),
        sentence: tree.index,
        token: verb,
      },
    ]
  })
}

/** "..., as first reported by X": X is the source, what stands before the phrase the content. */
export function asReportedDrafts(tree: Tree): Draft[] {
  const { tokens } = tree
  return tokens.flatMap((token, i): Draft[] => {
    if (!/^as$/i.test(token.form) || i < 3) return []
    const verb = /^(?:RB|JJ)/.test(tokens[i + 1]?.xpos ?? '') ? i + 2 : i + 1
    if (!retells.test(tokens[verb]?.form ?? '') || !/^by$/i.test(tokens[verb + 1]?.form ?? '')) return []
    const source = phrasesOf(tokens).find(({ from }) => from === verb + 2)
    if (!source) return []
    return [
      {
        rule: 'as reported by',
        cue: null,
        cueSpan: [tokens[verb]!.start, tokens[verb + 1]!.end],
        source: [tokens[source.from]!.start, tokens[source.to - 1]!.end],
        content: spansOf(
          tokens,
          tokens.slice(0, i).map((_, k) => k),
        ),
        sentence: tree.index,
        token: verb,
      },
    ]
  })
}
