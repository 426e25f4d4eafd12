import { type ArticleResources, extractArticle } from '../../src/article/index.js'
import { type Capture, SynopticError } from '../../src/model/index.js'
import { sha256 } from '../../src/text/hash.js'

/** A line of an article evaluation file: a page (`html`) or a page already scraped (`text`). */
export interface ArticleLine {
  readonly id: string
  readonly url?: string
  readonly html?: string
  readonly text?: string
}

/** A prediction in the scorer's form. */
export interface ArticlePrediction {
  readonly id: string
  readonly body: string
  readonly title?: string
  readonly authors?: readonly string[]
  readonly date?: string
}

/** The capture that a page or text of an evaluation file stands for. */
export function captureOf(line: ArticleLine): Capture {
  const body = new TextEncoder().encode(line.html ?? line.text ?? '')
  return {
    id: line.id,
    uri: line.url ?? line.id,
    mediaType: line.html !== undefined ? 'text/html' : 'text/plain',
    body,
    time: '1970-01-01T00:00:00Z',
    digest: sha256(body),
    origin: 'file',
  }
}

/** Predicts one line. A page without an article gives an empty body. */
export function predictArticle(line: ArticleLine, resources: ArticleResources): ArticlePrediction {
  try {
    const { records: article } = extractArticle(captureOf(line), resources)
    return {
      id: line.id,
      body: article.text,
      ...(article.title ? { title: article.title } : {}),
      ...(article.bylines.length > 0 ? { authors: article.bylines } : {}),
      ...(article.published?.value ? { date: article.published.value } : {}),
    }
  } catch (error) {
    if (error instanceof SynopticError) return { id: line.id, body: '' }
    throw error
  }
}
