import type { Article, ParsedText, Sentence } from '../../src/model/index.js'

/** An article made of bare text, for evaluation files that hold no pages. */
export function plainArticle(id: string, text: string, more: Partial<Article> = {}): Article {
  return {
    id,
    capture: id,
    uri: id,
    outlet: {},
    title: null,
    basis: {},
    bylines: [],
    published: null,
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    removed: [],
    truncated: false,
    ...more,
  }
}

/** A publication day known from outside the text. */
export function knownDay(id: string, day: string): Article['published'] {
  return { earliest: day, latest: day, value: day, basis: 'given', evidence: [{ article: id, span: null }] }
}

/** Sentences by punctuation alone, without tokens: enough for grammars that read the text itself. */
export function roughSentences(id: string, text: string): ParsedText {
  const sentences: Sentence[] = []
  for (const match of text.matchAll(
    /\S[\s\S]*?(?:(?<!\b(?:[A-Z]|Mr|Mrs|Dr|Gen|Sen|Gov|Rep|St|Inc|Corp|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[ap]\.m))[.!?]["”’)]*(?=\s+["“]?[A-Z])|\n\s*\n|$)/g,
  )) {
    if (match[0].trim() === '') continue
    sentences.push({
      span: [match.index, match.index + match[0].length],
      tokens: [],
      entities: [],
      multiword: [],
      block: 0,
    })
  }
  return { article: id, language: 'en', sentences }
}
