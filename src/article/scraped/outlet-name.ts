import { bare } from '../plain-text.js'
import type { Line } from './line.js'

const suffix = /\s[-–—|]\s([^-–—|]{2,40})$/
const alone = /^[-–—|]\s+(.{2,40})$/
const copyright =
  /^(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?:by\s+)?([^.,|©\d]{2,50}?)(?:[.,|]|\s+\d{4}|\s*$|\s+all rights)/i

/** A name as outlets have it: at most five words, beginning with a capital or an article, no sentence. */
const nameLike = (text: string): boolean =>
  text.split(' ').length <= 5 && /^[\p{Lu}\d]|^[a-z]+\.\w+$|^\p{Lo}/u.test(text) && !/[.!?:]$/.test(text)

/**
 * The outlet's name where a scraped text shows it, with the rule: a line "- Name" near the top; the same " - Name" behind two or more lines; the name of
 * the copyright line if it stands elsewhere too.
 */
export function outletName(lines: readonly Line[]): { name: string; rule: string } | null {
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
