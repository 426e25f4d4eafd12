import type { Article } from '../../src/model/index.js'

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
