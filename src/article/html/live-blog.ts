import type { BodyPart } from '../body-text.js'
import { isType, type LinkedData, nameIn } from '../metadata/json-ld.js'
import type { PageFacts } from '../metadata/page-facts.js'
import { bare, flat } from '../plain-text.js'
import type { PageBlock } from './page-block.js'
import { elements, type PageElement } from './tree.js'

const stamp = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
/** Entries that a page must have to be a live blog by its markup alone. */
const leastEntries = 3

/** Characters below which a page with JSON-LD entries shows them by script only. */
const scantText = 1000

const entryNames =
  /(?:^|[\s_-])(?:live-?blog-?\w*|liveticker\w*|ticker-?(?:entry|event|item|post)|live-?(?:post|entry|update|event)|liveblog__\w+)(?:$|[\s_-])/

interface Update {
  readonly time: string
  readonly headline: string | null
  readonly text: string
}

function updatesOf(facts: PageFacts): Update[] {
  const blog = facts.linked.find(object => isType(object, /LiveBlogPosting$/))
  const list = [blog?.['liveBlogUpdate'] ?? []].flat() as readonly unknown[]
  return list.slice(0, 500).flatMap(value => {
    if (!value || typeof value !== 'object') return []
    const update = value as LinkedData
    const time = update['datePublished'] ?? update['dateModified']
    const body =
      typeof update['articleBody'] === 'string' ? update['articleBody'].replace(/<[^>]+>/g, ' ') : ''
    if (typeof time !== 'string' || !stamp.test(time)) return []
    return [{ time, headline: nameIn(update['headline']), text: flat(body) }]
  })
}

/**
 * Times of a live blog's entries, given to the part that each begins with. Entries come from JSON-LD (`LiveBlogPosting`); their texts are looked up among
 * the blocks, and taken from JSON-LD where the page shows them by script only. Without JSON-LD: three or more elements named as entries with a `time`.
 */
export function withEntryTimes(
  parts: readonly BodyPart[],
  kept: readonly PageBlock[],
  facts: PageFacts,
): BodyPart[] {
  const updates = updatesOf(facts)
  if (updates.length > 0) return fromLinkedData(parts, updates)
  const times = markedTimes(facts.root)
  if (times.size < leastEntries) return [...parts]
  const given = new Set<PageElement>()
  return parts.map((part, i) => {
    for (let e: PageElement | null = kept[i]?.element ?? null; e; e = e.parent) {
      const time = times.get(e)
      if (!time) continue
      if (given.has(e)) return part
      given.add(e)
      return { ...part, time }
    }
    return part
  })
}

function fromLinkedData(parts: readonly BodyPart[], updates: readonly Update[]): BodyPart[] {
  const timed = [...parts]
  const missing: Update[] = []
  for (const update of updates) {
    const keys = [update.headline, update.text]
      .map(text => bare(text ?? '').slice(0, 60))
      .filter(key => key.length >= 12)
    const at = timed.findIndex(part => !part.time && keys.some(key => bare(part.text).startsWith(key)))
    if (at >= 0) timed[at] = { ...timed[at]!, time: update.time }
    else missing.push(update)
  }
  const shownSize = parts.reduce((sum, part) => sum + part.text.length, 0)
  if (missing.length < updates.length * 0.7 || shownSize > scantText) return timed
  const shown = missing.flatMap((update): BodyPart[] => {
    const texts: BodyPart[] = []
    if (update.headline) texts.push({ kind: 'heading', text: flat(update.headline) })
    if (update.text) texts.push({ kind: 'paragraph', text: update.text })
    return texts.map((part, i) => (i === 0 ? { ...part, time: update.time } : part))
  })
  return [...timed, ...shown]
}

/** Elements named as entries of a live blog -> the time each shows. */
function markedTimes(root: PageElement): Map<PageElement, string> {
  const found = new Map<PageElement, string>()
  for (const element of elements(root)) {
    if (element.tag !== 'time') continue
    const time = element.attributes['datetime'] ?? ''
    if (!stamp.test(time)) continue
    for (let e = element.parent, level = 0; e && level < 6; e = e.parent, level++) {
      if (!/^(?:article|li|div|section)$/.test(e.tag) || !entryNames.test(e.hints)) continue
      if (!found.has(e)) found.set(e, time)
      break
    }
  }
  // An element around all entries is none of them.
  for (const element of found.keys())
    for (let e = element.parent; e; e = e.parent) if (found.size > 1) found.delete(e)
  return found
}
