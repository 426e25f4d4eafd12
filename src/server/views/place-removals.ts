import { Parser } from 'htmlparser2'
import type { Article, Capture } from '../../model/index.js'

/** White space made even and odd spaces plain, so that the page's text and the article's can be compared. */
const even = (text: string) => text.replace(/[\s\u00a0\u2000-\u200b\u202f]+/g, ' ').trim()

/** All text of a page in the order it stands, markup taken away. */
function pageText(capture: Capture): string {
  let text: string
  try {
    text = new TextDecoder(capture.charset ?? 'utf-8').decode(capture.body)
  } catch {
    text = new TextDecoder().decode(capture.body)
  }
  if (capture.mediaType !== 'text/html') return even(text)
  const parts: string[] = []
  let hidden = 0
  const parser = new Parser({
    onopentag: name => void (/^(script|style|template)$/.test(name) && hidden++),
    onclosetag: name => void (/^(script|style|template)$/.test(name) && hidden--),
    ontext: piece => void (hidden === 0 && parts.push(piece, ' ')),
  })
  parser.end(text)
  return even(parts.join(''))
}

/** Where a piece of text stands at or after `from`, by its beginning; -1 when it is not found. */
const find = (page: string, piece: string, from: number) => page.indexOf(even(piece).slice(0, 48), from)

/**
 * Finds for every removed piece the block it stood before, by looking both up in the page. `before` is the number of blocks for pieces after
 * the text, null for pieces that are not found (metadata, reworked markup).
 */
export function placeRemovals(
  article: Article,
  capture: Capture,
): { text: string; reason: string; before: number | null }[] {
  const page = pageText(capture)
  let at = 0
  const starts = article.blocks.map(block => {
    const found = find(page, article.text.slice(...block.span), at)
    if (found >= 0) at = found
    return found
  })
  const known = starts.filter(start => start >= 0)
  let from = 0
  return article.removed.map(({ text, reason }) => {
    const found = Math.max(find(page, text, from), -1)
    const place = found >= 0 ? found : find(page, text, 0)
    if (found >= 0) from = found
    if (place < 0 || known.length === 0) return { text, reason, before: null }
    const next = starts.findIndex(start => start >= 0 && start > place)
    return { text, reason, before: next < 0 ? article.blocks.length : next }
  })
}
