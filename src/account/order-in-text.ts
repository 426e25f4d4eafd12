import type { EventMention } from '../model/index.js'
import type { Told } from './told.js'

/** That one mention's event came some days after another's, and the words that say so. */
export interface Sequence {
  readonly before: EventMention
  readonly after: EventMention
  readonly least: number
  readonly most: number | null
  readonly why: string
}

const numbers = 'a one two three four five six seven eight nine ten'.split(' ')
const counted = (word: string): number =>
  /^\d+$/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : numbers.indexOf(word)

/** "two days after", "a week before", "after", "ahead of": the words of an order right before what they order by. */
const connective =
  /(?:\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week)s? )?\b(after|following|before|ahead of|prior to)\b[^.,;:]{0,40}$/i

interface Said {
  readonly later: boolean
  readonly days: number | null
  readonly words: string
}

function saidBy(words: string): Said | null {
  const match = connective.exec(words)
  if (!match) return null
  const [, count, unit, word] = match
  const days = count ? counted(count.toLowerCase()) * (unit!.toLowerCase() === 'week' ? 7 : 1) : null
  return { later: /^(after|following)$/i.test(word!), days, words: match[0].trim() }
}

function sequence(main: EventMention, other: EventMention, { later, days, words }: Said): Sequence {
  const [before, after] = later ? [other, main] : [main, other]
  return { before, after, least: days ?? 0, most: days, why: `"${words} ${other.trigger.text}"` }
}

/** Order of two mentions of one sentence by the connective before one of them: "met X two days after arriving", "After landing, she met X". */
function between(a: EventMention, b: EventMention, text: string): Sequence | null {
  const inside = saidBy(text.slice(a.trigger.span[1], b.trigger.span[0]))
  if (inside) return sequence(a, b, inside)
  const opening = saidBy(text.slice(a.sentence[0], a.trigger.span[0]))
  const comma = text.slice(a.trigger.span[1], b.trigger.span[0]).includes(',')
  return opening && comma ? sequence(b, a, opening) : null
}

/** Orders that the sentences of an article state between two events that happened. */
export function sequencesIn(told: readonly Told[], text: string): Sequence[] {
  const happened = told
    .filter(({ mention }) => mention.factuality === 'CT+')
    .map(({ mention }) => mention)
    .sort((a, b) => a.trigger.span[0] - b.trigger.span[0])
  return happened.flatMap((mention, i) => {
    const next = happened[i + 1]
    const together = next && next.sentence[0] === mention.sentence[0]
    const found =
      together && next.trigger.span[0] >= mention.trigger.span[1] ? between(mention, next, text) : null
    return found ? [found] : []
  })
}
