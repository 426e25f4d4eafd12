import type { Article, Standing, Time } from '../model/index.js'
import { relateStatements } from './relate-values.js'
import type { Stated } from './statements.js'
import type { Voices } from './voices.js'

/** True when one of the statements has the value of `other`. */
export const statesToo = (own: readonly Stated[], other: Stated): boolean =>
  own.some(one => relateStatements(one, other) === 'same')

/** How one account's statements of a field stand to the value that all accounts are reconciled to. */
export function standingOf(own: readonly Stated[], all: Voices): Standing {
  const relations = own.map(one => {
    const chosen = all.chosenFor(one)
    const relation = relateStatements(one, chosen)
    // An account that states the value as well, beside another one, does not contradict it.
    return relation === 'contradicts' && statesToo(own, chosen) ? 'compatible' : relation
  })
  if (relations.includes('contradicts')) return 'contradicts'
  if (relations.every(relation => relation === 'coarser')) return 'coarser'
  return own.some(one => all.supported(one)) ? 'agrees' : 'alone'
}

/** Why an article says nothing: it was written before the event, it is cut off, or it leaves it out. */
export function silenceOf(article: Article, time: Time | null, planned: boolean): Standing {
  if (planned) return 'silent: written before'
  const written = [article.published?.latest, article.notAfter].filter(day => day != null).sort()[0]
  if (written && time?.earliest && written < time.earliest) return 'silent: written before'
  return article.truncated ? 'silent: cut off' : 'silent: does not say'
}
