import { bare } from '../plain-text.js'
import type { Line } from './line.js'

const suffix = /\s[-–—|]\s([^-–—|]{2,40})$/
const alone = /^[-–—|]\s+(.{2,40})$/
const copyright =
  /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s+)?([^.,|©\d]{2,50}?)(?:[.,|]|\s+\d{4}|\s*$|\s+all rights)/i

/** A name as outlets have it: at most five words, beginning with a capital or an article, no sentence. */
const nameLike = (text: string): boolean =>
  text.split(' ').length <= 5 && /^[\p{Lu}\d]|^[a-z]+\.\w+$|^\p{Lo}/u.test(text) && !/[.!?:]$/.test(text)

/** A row of menu entries: words with capitals and no sentence. */
const isMenu = (line: Line | undefined): boolean =>
  line !== undefined && line.shape.words >= 4 && !line.shape.sentence && line.shape.capitals >= 0.6

/** The spelling that a text uses elsewhere for a name shown in capitals, or the name as shown. */
function asWritten(name: string, lines: readonly Line[]): string {
  if (name !== name.toUpperCase()) return name
  const pattern = new RegExp(`(?<!\\p{L})${name.replace(/[^\p{L}\p{N}\s]/gu, '.')}(?!\\p{L})`, 'giu')
  for (const line of lines)
    for (const [found] of line.text.matchAll(pattern)) if (found !== found.toUpperCase()) return found
  return name
}

/**
 * The name at the head of the page: first entry of its first row of menu entries ("Name | Home | Local | ..."), or a name alone above such a
 * row, if a later line confirms it (the whole name, or its first word as owner of a picture).
 */
function headName(lines: readonly Line[]): string | null {
  const first = lines.find(line => !line.furniture)
  if (!first || first.index > 1) return null
  const entries = first.text.split(/\s*\|\s*|\s+[\p{So}•·]\s+/u)
  const row = entries.length >= 4 && entries.slice(1).every(entry => entry.split(' ').length <= 3)
  const crest =
    entries.length === 2 &&
    first.shape.words >= 5 &&
    first.shape.capitals >= 0.6 &&
    /\p{So}/u.test(first.text)
  const name = entries[0]!.trim()
  if (!nameLike(name) || /^(?:home|start|menu|news|skip)\b/i.test(name)) return null
  if (row || crest) return asWritten(name, lines)
  const words = name.split(' ')
  const proper = words.length >= 2 && words.every(word => /^(?:\p{Lu}|of\b|and\b|the\b)/u.test(word))
  if (entries.length > 1 || !proper || first.shape.size > 40 || !isMenu(lines[first.index + 1])) return null
  const key = bare(name)
  const owner = `©${bare(words[0]!)}`
  const confirmed = lines.some(
    line =>
      line.index > first.index + 1 &&
      (bare(line.text).includes(key) || line.text.toLowerCase().replace(/\s+/g, '').startsWith(owner)),
  )
  return confirmed ? asWritten(name, lines) : null
}

/** The name behind the title in a line that repeats it: "Title - Name". */
function nameBehind(title: string, lines: readonly Line[]): string | null {
  for (const line of lines) {
    const name = line.text.startsWith(`${title} `) ? suffix.exec(line.text)?.[1]?.trim() : undefined
    if (name && nameLike(name) && line.text.length <= title.length + name.length + 5) return name
  }
  return null
}

/**
 * The outlet's name where a scraped text shows it, with the rule: a line "- Name" near the top; the same " - Name" behind two or more lines or
 * behind the title; the name at the head of the page; the name of the copyright line if it stands elsewhere too.
 */
export function outletName(
  lines: readonly Line[],
  title: string | null,
): { name: string; rule: string } | null {
  for (const line of lines.slice(0, 4)) {
    const name = alone.exec(line.text)?.[1]
    if (name && nameLike(name)) return { name, rule: 'name line' }
  }
  const counts = new Map<string, number>()
  for (const line of lines) {
    const name = suffix.exec(line.text)?.[1]?.trim()
    if (name && nameLike(name) && line.text.length > name.length + 15)
      counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const repeated = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1])[0]
  if (repeated) return { name: repeated[0], rule: 'name behind several lines' }
  const behind = title ? nameBehind(title, lines) : null
  if (behind) return { name: behind, rule: 'name behind the title' }
  const head = headName(lines)
  if (head && bare(head) !== bare(title ?? '')) return { name: head, rule: 'name above the menu' }
  for (const line of lines.slice(-40)) {
    const name = copyright.exec(line.text)?.[1]?.trim()
    if (
      name &&
      nameLike(name) &&
      lines.some(other => other !== line && bare(other.text).includes(bare(name)))
    )
      return { name, rule: 'copyright line' }
  }
  return null
}
