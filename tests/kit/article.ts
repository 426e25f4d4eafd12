import { extractArticle } from '../../src/article/extract-article.js'
import type { ArticleResources } from '../../src/article/resources.js'
import type { Article, Capture } from '../../src/model/index.js'
import { loadArticleResources } from '../../src/resources/article.js'
import { sha256 } from '../../src/text/hash.js'

/** Resources of the shipped tables, for tests. */
export const resources: ArticleResources = loadArticleResources()

/** A capture of some text or bytes as if read from a local file. */
export function captureOf(body: string | Uint8Array, options: Partial<Capture> = {}): Capture {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return {
    id: 'c_test',
    uri: 'folder/page.txt',
    mediaType: 'text/plain',
    body: bytes,
    time: '2031-05-05T00:00:00Z',
    digest: sha256(bytes),
    origin: 'file',
    ...options,
  }
}

/** The article of some text or page. */
export const read = (body: string | Uint8Array, options: Partial<Capture> = {}): Article =>
  extractArticle(captureOf(body, options), resources).records

/** The article of a page. */
export const readHtml = (html: string, options: Partial<Capture> = {}): Article =>
  read(html, { mediaType: 'text/html', uri: 'https://news.harbour-herald.example/world/fleet', ...options })

/** Texts of an article's blocks. */
export const blockTexts = (article: Article): string[] =>
  article.blocks.map(({ span }) => article.text.slice(span[0], span[1]))
