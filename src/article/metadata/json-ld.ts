/** An object of the page's JSON-LD. */
export type LinkedData = Readonly<Record<string, unknown>>

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|ScholarlyArticle|DiscussionForumPosting)$/

/** Reads JSON that pages break: HTML comments and CDATA around it, raw line breaks inside strings, trailing commas, stray semicolons. */
export function readLooseJson(text: string): unknown {
  const stripped = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  const attempts = [
    () => stripped,
    () => stripped.replace(/[\u0000-\u001f]+/g, ' '),
    () => stripped.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
    () => stripped.replace(/[\u0000-\u001f]+/g, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'),
  ]
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt())
    } catch {}
  }
  return salvage(stripped)
}

/** Last resort for broken JSON-LD: the simple string fields that can be read by pattern. */
function salvage(text: string): unknown {
  const fields: Record<string, unknown> = {}
  for (const [, key, value] of text.matchAll(
    /"(@type|headline|datePublished|dateModified|articleSection|description|inLanguage)"\s*:\s*"((?:[^"\\\n]|\\.)*)"/g,
  )) {
    if (key && value && fields[key] === undefined) fields[key] = value.replace(/\\(["/\\])/g, '$1')
  }
  const author = /"author"\s*:\s*\[?\s*\{[^}]*?"name"\s*:\s*"((?:[^"\\\n]|\\.)*)"/.exec(text)
  if (author) fields['author'] = author[1]
  return fields['headline'] || fields['datePublished'] ? fields : null
}

/** All objects of the scripts: arrays, `@graph`, `mainEntity` and `mainEntityOfPage` unfolded. */
export function linkedData(scripts: readonly { type: string; text: string }[]): LinkedData[] {
  const found: LinkedData[] = []
  const visit = (value: unknown, level: number): void => {
    if (level > 6 || value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 200)) visit(item, level + 1)
      return
    }
    const object = value as LinkedData
    found.push(object)
    for (const key of [
      '@graph',
      'mainEntity',
      'mainEntityOfPage',
      'itemListElement',
      'item',
      'liveBlogUpdate',
      'hasPart',
    ])
      if (key !== 'itemListElement' && key !== 'liveBlogUpdate') visit(object[key], level + 1)
  }
  for (const { type, text } of scripts) if (/ld\+json/.test(type)) visit(readLooseJson(text), 0)
  return found
}

const typesOf = (object: LinkedData): string[] => [object['@type']].flat().map(String)

export const isType = (object: LinkedData, pattern: RegExp): boolean =>
  typesOf(object).some(type => pattern.test(type))

/** Objects that describe the article itself, best first: those with a headline, NewsArticle before others. */
export function articleObjects(data: readonly LinkedData[]): LinkedData[] {
  const weight = (object: LinkedData): number =>
    (object['headline'] ? 2 : 0) +
    (object['datePublished'] ? 1 : 0) +
    (isType(object, /NewsArticle$/) ? 1 : 0)
  return data.filter(object => isType(object, articleTypes)).sort((a, b) => weight(b) - weight(a))
}

/** First string in a value that may be a string, an object with a name, or an array of them. */
export function nameIn(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (Array.isArray(value)) return value.map(nameIn).find(name => name !== null) ?? null
  if (value && typeof value === 'object') return nameIn((value as LinkedData)['name'])
  return null
}
