import type { Article, Claim, EventMention } from '../../model/index.js'
import type { Column, StoryView } from './schemas.js'

type Framing = StoryView['framing'][number]

const stopWords = new Set(
  'a about after again against all also am an and any are as at be because been before being between both but by can could did do does down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your said says s t u'.split(
    ' ',
  ),
)

const wordsOf = (text: string) =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter(word => !stopWords.has(word))

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const top = (counts: ReadonlyMap<string, number>, limit: number) =>
  [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word, count]) => ({ word, count }))

/**
 * Words that one text uses more than the others: log-odds ratio with an informative Dirichlet prior, as z-scores (Monroe, Colaresi and Quinn
 * 2008, "Fightin' Words"). Only words used at least twice; strong from z = 1.65 (one-sided 5 %).
 */
export function overused(
  own: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): Framing['overused'] {
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0)
  const [n1, n2] = [total(own), total(others)]
  const prior = 0.5
  const scored = [...own].flatMap(([word, y1]) => {
    if (y1 < 2) return []
    const y2 = others.get(word) ?? 0
    const a = prior * (y1 + y2)
    const a0 = prior * (n1 + n2)
    const delta = Math.log((y1 + a) / (n1 + a0 - y1 - a)) - Math.log((y2 + a) / (n2 + a0 - y2 - a))
    const weight = delta / Math.sqrt(1 / (y1 + a) + 1 / (y2 + a))
    return weight > 0.5 ? [{ word, weight: Math.round(weight * 100) / 100, strong: weight > 1.65 }] : []
  })
  return scored.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, 5)
}

const pronoun = /^(he|she|it|they|him|her|them|his|its|their|who|which|this|that|these|those|both)$/i

/** The words an article uses for the actors that matter in the story, without pronouns. */
function namesIn(
  article: string,
  actors: readonly { id: string; name: string }[],
  mentions: readonly EventMention[],
  claims: readonly Claim[],
): Framing['names'] {
  return actors.flatMap(({ id, name }) => {
    const words = new Set<string>()
    for (const mention of mentions.filter(one => one.article === article)) {
      for (const { actor, text } of [...mention.actors, ...mention.recipients])
        if (actor.id === id && !pronoun.test(text)) words.add(text)
    }
    for (const { speaker } of claims.filter(one => one.article === article))
      if (speaker?.actor?.id === id && !pronoun.test(speaker.text)) words.add(speaker.text)
    return words.size > 0 ? [{ actor: name, words: [...words].slice(0, 3) }] : []
  })
}

/** How the independent accounts word the same days: names, verbs of the events, verbs of speech, over-used words. One entry per origin, at most five. */
export function framingOf(
  columns: readonly Column[],
  articles: ReadonlyMap<string, Article>,
  mentions: readonly EventMention[],
  claims: readonly Claim[],
): Framing[] {
  const own = columns.filter(column => column.copy === null && ['en', 'und'].includes(column.language))
  if (own.length < 2) return []
  const counts = new Map(
    own.map(column => [column.id, countWords(wordsOf(articles.get(column.id)?.text ?? ''))]),
  )
  const actors = new Map<string, { id: string; name: string; n: number }>()
  for (const mention of mentions) {
    for (const { actor } of [...mention.actors, ...mention.recipients]) {
      const known = actors.get(actor.id) ?? { id: actor.id, name: actor.name, n: 0 }
      known.n++
      if (actor.kind !== 'unnamed') actors.set(actor.id, known)
    }
  }
  const main = [...actors.values()].sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1)).slice(0, 3)
  return own.slice(0, 5).map(({ id, label, outlet }) => {
    const others = countWords([])
    for (const [other, words] of counts)
      if (other !== id) for (const [word, n] of words) others.set(word, (others.get(word) ?? 0) + n)
    return {
      label,
      article: id,
      outlet,
      names: namesIn(id, main, mentions, claims),
      verbs: top(
        countWords(mentions.filter(one => one.article === id).map(one => one.trigger.text.toLowerCase())),
        4,
      ),
      cues: top(
        countWords(
          claims.filter(one => one.article === id && one.cue).map(one => one.cue!.text.toLowerCase()),
        ),
        3,
      ),
      overused: overused(counts.get(id)!, others),
    }
  })
}
