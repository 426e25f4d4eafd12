import { type Article, type Capture, type StageResult, SynopticError } from '../model/index.js'
import { binaryFormat } from './bytes/binary.js'
import { decodeBytes } from './bytes/charset.js'
import { repairMojibake } from './bytes/mojibake.js'
import type { ArticleDraft } from './draft.js'
import { readPage } from './html/read-page.js'
import { withoutMarkup } from './html/strip.js'
import { TooDeepError } from './html/tree.js'
import { readItem } from './item.js'
import type { ArticleResources } from './resources.js'
import { readScrapedText } from './scraped/read-text.js'
import { toArticle } from './to-article.js'

/** Bytes beyond which a capture is refused: the longest pages of news sites are a few megabytes. */
export const defaultSizeLimit = 20 * 1024 * 1024

/** Options of the stage. */
export interface ArticleOptions {
  readonly sizeLimit?: number
}

/**
 * What a reader would call the article, out of the bytes of one capture: HTML pages, text that was already scraped, or a JSON item
 * `{id?, url?, title?, date?, text? | html?, outlet?}`. Throws `SynopticError` for captures without an article: `SYN_EMPTY`, `SYN_BINARY`,
 * `SYN_TOO_LARGE`, `SYN_BAD_ITEM`, `SYN_NO_TEXT`.
 */
export function extractArticle(
  capture: Capture,
  resources: ArticleResources,
  options: ArticleOptions = {},
): StageResult<Article> {
  const text = readText(capture, options.sizeLimit ?? defaultSizeLimit)
  const draft = readGuarded(text, capture, resources)
  const article = toArticle(capture, draft, resources)
  if (!/[\p{L}\p{N}]/u.test(article.text))
    throw new SynopticError(
      'SYN_NO_TEXT',
      `No article text was found in ${capture.uri} (${text.length} characters read). Give a page or text with at least a headline.`,
    )
  return { records: article, diagnostics: draft.diagnostics }
}

function readText(capture: Capture, limit: number): string {
  const { body, uri } = capture
  if (body.length > limit)
    throw new SynopticError(
      'SYN_TOO_LARGE',
      `${uri} has ${body.length} bytes; at most ${limit} are read as one article. Split the file into one document each.`,
    )
  if (body.length === 0) throw new SynopticError('SYN_EMPTY', `${uri} is empty.`)
  const binary = binaryFormat(body)
  if (binary)
    throw new SynopticError(
      'SYN_BINARY',
      `${uri} looks like ${binary}, not like text. Give HTML, plain text or JSON.`,
    )
  const { text } = repairMojibake(decodeBytes(body, capture.charset).text)
  if (text.trim() === '') throw new SynopticError('SYN_EMPTY', `${uri} holds nothing but white space.`)
  return text
}

/** A text of one word of megabytes exhausts the engine's pattern matcher; that is a capture that cannot be read, not a crash. */
function readGuarded(text: string, capture: Capture, resources: ArticleResources): ArticleDraft {
  try {
    return readByType(text, capture, resources)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new SynopticError(
      'SYN_TOO_LARGE',
      `${capture.uri} has lines or structures too long to be read as an article.`,
      { cause },
    )
  }
}

function readByType(text: string, capture: Capture, resources: ArticleResources): ArticleDraft {
  if (/json/.test(capture.mediaType)) return readItem(text, capture, resources, readMarkup)
  const address = /^https?:/i.test(capture.uri) ? capture.uri : null
  if (/html|xml/.test(capture.mediaType) || looksLikePage(text)) return readMarkup(text, address, resources)
  return readScrapedText(text, resources)
}

/** A file called `.txt` may hold a page: a doctype alone is no page (scrapers leave it behind), tags in number are. */
function looksLikePage(text: string): boolean {
  const head = text.slice(0, 20_000)
  const tags =
    head.match(/<\/?(?:html|head|body|div|p|a|meta|script|span|article|h1|li)\b[^<>]*>/gi)?.length ?? 0
  return /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article)/i.test(head) ? tags >= 3 : tags >= 20
}

function readMarkup(html: string, address: string | null, resources: ArticleResources): ArticleDraft {
  try {
    return readPage(html, address, resources)
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error
    const draft = readScrapedText(withoutMarkup(html), resources)
    draft.diagnostics.push({
      stage: 'article',
      code: 'page-too-deep',
      message:
        'Elements are nested deeper than 512 levels: the page was read as plain text without its structure.',
    })
    return draft
  }
}
