import { datelineOf } from './dateline.js'
import type { ArticleDraft } from './draft.js'
import type { Lexicon } from './lexicon.js'

/** "(Reporting by A. Writer in Port Amity; editing by B. Editor)" and its like in brackets or, with two roles, without. */
const role =
  '(?:(?:additional|further)\\s+)?(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|compiled|translat(?:ion|ed)|graphics?|research|production)'
const bracketed = new RegExp(
  `\\s*[([]\\s*${role}(?:\\s+and\\s+\\w+ing)?\\s+(?:by|from)\\s[^()[\\]]{3,400}[)\\]]\\.?$`,
  'iu',
)
const open = new RegExp(
  `^${role}(?:\\s+and\\s+\\w+ing)?\\s+by\\s+\\p{Lu}.{3,200}?[;.,]\\s*${role}(?:\\s+and\\s+\\w+ing)?\\s+by\\s+\\p{Lu}.{1,200}$`,
  'iu',
)

/** A line that is nothing but a sign-off. */
export const isSignOff = (line: string): boolean =>
  line.length < 500 && (open.test(line) || bracketed.exec(line)?.index === 0)

/** Takes what agencies put around their text out of it: the date line before the first sentence, the sign-off behind the last one. Both stay in `removed`. */
export function trimEdges(draft: ArticleDraft, lexicon: Lexicon): void {
  takeDateline(draft, lexicon)
  takeSignOff(draft)
}

function takeDateline(draft: ArticleDraft, lexicon: Lexicon): void {
  const at = draft.parts.findIndex(part => part.kind === 'paragraph')
  const part = draft.parts[at]
  const found = part && datelineOf(part.text, lexicon)
  if (!found) return
  draft.dateline ??= found.place
  draft.datelineAgency ??= found.agency ?? undefined
  const rest = part.text.slice(found.end).replace(/^[\s\-–—]+/, '')
  // "UNION - the largest of them - ...": after a date line a sentence begins.
  const begins = found.credit !== null || /^["'“„«‘¿¡(]*[\p{Lu}\p{N}\p{Lo}]/u.test(rest)
  if (!begins || rest.length < 10 || !/[-–—]\s*$/.test(part.text.slice(0, found.end))) return
  draft.parts[at] = { ...part, text: rest }
  draft.removed.unshift({
    text: part.text.slice(0, part.text.length - rest.length).trim(),
    reason: 'date line',
  })
}

function takeSignOff(draft: ArticleDraft): void {
  for (let i = draft.parts.length - 1; i > 0 && i >= draft.parts.length - 3; i--) {
    const part = draft.parts[i]!
    const start = open.test(part.text) ? 0 : (bracketed.exec(part.text)?.index ?? -1)
    if (start < 0) continue
    const kept = part.text.slice(0, start).trim()
    draft.removed.push({ text: part.text.slice(start).trim(), reason: 'sign-off' })
    if (kept === '') draft.parts.splice(i, 1)
    else draft.parts[i] = { ...part, text: kept }
  }
}
