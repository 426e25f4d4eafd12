import { SynopticError } from '../../model/diagnostic.js'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Parses the bytes of one JSON value. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch (cause) {
    const reason = (cause as Error).message
    throw new SynopticError('SYN_BAD_JSON', `Found text that is not JSON in UTF-8: ${reason}`, { cause })
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isJsonFeed(value: unknown): value is Record<string, unknown> & { items: unknown[] } {
  return (
    isRecord(value) &&
    Array.isArray(value['items']) &&
    (/jsonfeed\.org/.test(String(value['version'] ?? '')) ||
      value['items'].some(item => isRecord(item) && ('content_html' in item || 'content_text' in item)))
  )
}

/** True for `{id,url,title,date,text|html}`: an object whose `text` or `html` is a string. */
export function isItem(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && (typeof value['text'] === 'string' || typeof value['html'] === 'string')
}

/** Checks that a value is an item with something in it, and returns its address if it has one. */
export function itemAddress(value: unknown): string | undefined {
  if (!isItem(value)) {
    const found = isRecord(value)
      ? `the fields ${Object.keys(value).slice(0, 8).join(', ') || '(none)'}`
      : typeof value
    throw new SynopticError(
      'SYN_BAD_ITEM',
      `Expected an object with the article in "text" or "html", found ${Array.isArray(value) ? 'an array' : found}.`,
    )
  }
  if (!`${value['text'] ?? ''}${value['html'] ?? ''}`.trim()) {
    throw new SynopticError('SYN_EMPTY', 'The "text" or "html" of the item is empty.')
  }
  const url = value['url']
  return typeof url === 'string' && url.trim() ? url.trim() : undefined
}
