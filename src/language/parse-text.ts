import type { Article, Block } from '../model/article.js'
import type { Diagnostic, StageResult } from '../model/diagnostic.js'
import type { ParsedText, Sentence, Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { splitAdjacentPlaces } from './adjacent-places.js'
import { lemmaOf } from './en/lemma-table.js'
import { featuresOf } from './en/word-features.js'
import { entitySpans } from './entities.js'
import { limitLength, longestSentence } from './limit-length.js'
import type { LanguageResources, WordAnalysis } from './resources.js'
import { splitSentences } from './split-sentences.js'
import { tokenise, type Word } from './tokenise.js'

/** A sentence before it is analysed. */
interface RawSentence {
  readonly block: number
  readonly words: readonly Word[]
}

/** Longer words are shown to the analyser cut to this length: no tag depends on more. */
const longestForm = 100

/** The form that the analyser sees: long words cut, two single quotes as the double one they stand for. */
function shownForm(text: string, { start, end }: Word): string {
  const form = text.slice(start, Math.min(end, start + longestForm))
  return form === "''" || form === '``' ? '"' : form
}

const diagnostic = (code: string, message: string, span: Span): Diagnostic => ({
  stage: 'language',
  code,
  message,
  span,
})

const blocksOf = ({ text, blocks }: Pick<Article, 'text' | 'blocks'>): readonly Block[] =>
  blocks.length > 0 ? blocks : [{ kind: 'paragraph', span: [0, text.length] }]

/** Text that no block covers would be lost: it is named. */
function uncovered(text: string, blocks: readonly Block[]): Diagnostic[] {
  const found: Diagnostic[] = []
  let at = 0
  for (const edge of [...blocks.map(block => block.span), [text.length, text.length] as const]) {
    const gap = text.slice(at, edge[0])
    if (/\S/u.test(gap))
      found.push(diagnostic('outside-blocks', 'Text outside of all blocks is not parsed.', [at, edge[0]]))
    at = Math.max(at, edge[1])
  }
  return found
}

/** Sentences of all blocks, as lists of words. */
export function rawSentences(
  article: Pick<Article, 'text' | 'blocks'>,
  resources: Pick<LanguageResources, 'words' | 'sentences'>,
): StageResult<RawSentence[]> {
  const { text } = article
  const blocks = blocksOf(article)
  const records: RawSentence[] = []
  const diagnostics = uncovered(text, blocks)
  blocks.forEach(({ span }, block) => {
    const words = tokenise(text, span, resources.words)
    const forms = words.map(word => text.slice(word.start, word.end))
    for (const range of splitSentences(text, words, resources.sentences)) {
      const pieces = limitLength(forms, range)
      for (const [from, to] of pieces) records.push({ block, words: words.slice(from, to) })
      if (pieces.length > 1)
        diagnostics.push(
          diagnostic(
            'sentence-split',
            `A run of ${range[1] - range[0]} words without an end was cut into ${pieces.length} pieces of at most ${longestSentence} words.`,
            [words[range[0]]!.start, words[range[1] - 1]!.end],
          ),
        )
    }
  })
  return { records, diagnostics }
}

function multiwordOf(words: readonly Word[]): Sentence['multiword'] {
  const ranges: { from: number; to: number; span: Span }[] = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (words[to]?.joined) to++
    if (to - from > 1) ranges.push({ from, to, span: [words[from]!.start, words[to - 1]!.end] })
    from = to
  }
  return ranges
}

function sentenceOf(
  text: string,
  { block, words }: RawSentence,
  analysis: readonly WordAnalysis[],
  resources: LanguageResources,
): Sentence {
  const tokens: Token[] = words.map((word, i) => {
    const { upos, xpos, head, deprel } = analysis[i]!
    const form = text.slice(word.start, word.end)
    const lemma = lemmaOf(form, upos, xpos, resources.lemmas)
    const feats = featuresOf(form, i, analysis, resources.features)
    return { form, start: word.start, end: word.end, lemma, upos, xpos, feats, head, deprel }
  })
  return {
    span: [words[0]!.start, words.at(-1)!.end],
    tokens,
    entities: splitAdjacentPlaces(
      entitySpans(
        analysis.map(word => word.entity),
        tokens,
      ),
      tokens,
      resources.regions,
    ),
    multiword: multiwordOf(words),
    block,
  }
}

/**
 * Sentences, words, tags, trees and entities of an article: (1) each block is cut into words by a classifier of borders, (2) and into
 * sentences by a classifier of ends, (3) the analyser tags and parses them, (4) lemmas and features follow from form and tag.
 * Text in another language than the resources' has no sentences and one diagnostic.
 */
export async function parseText(
  article: Pick<Article, 'id' | 'text' | 'blocks' | 'language'>,
  resources: LanguageResources,
): Promise<StageResult<ParsedText>> {
  const { id, text, language } = article
  if (language !== resources.language) {
    const message = `Text in language "${language}" is not coded; coded is "${resources.language}".`
    return {
      records: { article: id, language, sentences: [] },
      diagnostics: [diagnostic('language-not-coded', message, [0, text.length])],
    }
  }
  const { records: raw, diagnostics } = rawSentences(article, resources)
  const analyses = await resources.analyser.analyse(
    raw.map(({ words }) => words.map(word => shownForm(text, word))),
  )
  const sentences = raw.map((sentence, i) => sentenceOf(text, sentence, analyses[i]!, resources))
  return { records: { article: id, language, sentences }, diagnostics }
}
