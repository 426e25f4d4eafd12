import type { Article } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { bare } from './plain-text.js'

/** Address without the mark of a page ("?page=2", "/2", "-seite-2") and without fragment. */
const stemOf = (address: string): string =>
  address
    .replace(/#.*$/, '')
    .replace(
      /(?:[?&](?:page|p|seite|pagina|página|pg)=\d{1,2}|[/,_-](?:page|seite|pagina|p)[-_/]?\d{1,2}|\/\d{1,2})(?=\/?(?:\.\w+)?(?:[?&]|$))/i,
      '',
    )
    .replace(/[?&]$/, '')
    .replace(/\/$/, '')

/**
 * Groups the articles of a run that are pages of one article, each group in the order of its pages: a page names the next one (`nextPage`), which is
 * in the run and lies under the same address but for its number. Articles of one page stand alone.
 */
export function pagesOfOne(articles: readonly Article[]): Article[][] {
  const byAddress = new Map(articles.map(article => [article.uri, article]))
  const followers = new Set<string>()
  const next = (article: Article): Article | undefined => {
    const found = article.nextPage ? byAddress.get(article.nextPage) : undefined
    return found && found !== article && stemOf(found.uri) === stemOf(article.uri) ? found : undefined
  }
  for (const article of articles) {
    const found = next(article)
    if (found) followers.add(found.id)
  }
  const groups: Article[][] = []
  for (const article of articles) {
    if (followers.has(article.id)) continue
    const group = [article]
    for (let at = next(article); at && !group.includes(at); at = next(at)) group.push(at)
    groups.push(group)
  }
  const grouped = new Set(groups.flat())
  // Pages that name each other in a ring have no first one: each is left as it is.
  return [...groups, ...articles.filter(article => !grouped.has(article)).map(article => [article])]
}

/**
 * One article out of its pages in order: the first page's fields, all text with the spans of blocks and entries moved to their places, what every
 * page lost. A paragraph that a later page repeats from an earlier one (title, deck) is removed there. `pages` says which part came from which capture.
 * The record keeps the first page's identity; it goes on elsewhere only if its last page does.
 */
export function joinPages(pages: readonly Article[]): Article {
  const [first, ...others] = pages
  if (!first || others.length === 0) return first!
  const last = pages.at(-1)!
  const { nextPage: _, entries: __, truncated: ___, ...fields } = first
  const basis: Record<string, string> = { ...first.basis, pages: `${pages.length} pages in a row` }
  if (last.basis['truncated']) basis['truncated'] = last.basis['truncated']
  else delete basis['truncated']
  const parts = gather(pages)
  return {
    ...fields,
    id: hashId('a', first.capture),
    basis,
    text: parts.text,
    blocks: parts.blocks,
    ...(parts.entries.length > 0 ? { entries: parts.entries } : {}),
    removed: parts.removed,
    pages: parts.pages,
    ...(last.nextPage ? { nextPage: last.nextPage } : {}),
    truncated: last.truncated,
  }
}

interface Gathered {
  text: string
  readonly blocks: Article['blocks']
  readonly entries: { time: string; span: [number, number] }[]
  readonly removed: Article['removed']
  readonly pages: NonNullable<Article['pages']>
}

function gather(pages: readonly Article[]): Gathered {
  const all: Gathered = { text: '', blocks: [], entries: [], removed: [], pages: [] }
  const seen = new Set<string>()
  for (const page of pages) {
    all.removed.push(...page.removed)
    const begin = all.text === '' ? 0 : all.text.length + 2
    for (const { kind, span } of page.blocks) {
      const piece = page.text.slice(...span)
      const key = bare(piece)
      if (all.pages.length > 0 && key.length > 20 && seen.has(key)) {
        all.removed.push({ text: piece, reason: 'repeated from an earlier page' })
        continue
      }
      seen.add(key)
      if (all.text !== '') all.text += '\n\n'
      const start = all.text.length
      all.text += piece
      all.blocks.push({ kind, span: [start, all.text.length] })
      const entry = page.entries?.find(e => e.span[0] === span[0])
      const open = all.entries.at(-1)
      if (entry) all.entries.push({ time: entry.time, span: [start, all.text.length] })
      else if (open && page.entries?.some(e => e.span[0] < span[0] && e.span[1] >= span[1]))
        all.entries[all.entries.length - 1] = { time: open.time, span: [open.span[0], all.text.length] }
    }
    all.pages.push({
      uri: page.uri,
      capture: page.capture,
      span: [Math.min(begin, all.text.length), all.text.length],
    })
  }
  return all
}
