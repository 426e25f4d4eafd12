import type { Article, Standing, Time } from '../model/index.js'
import { chooseValue } from './policy.js'
import { relateStatements, type ValueRelation } from './relate-values.js'
import type { Stated } from './statements.js'

const supporting: ReadonlySet<ValueRelation> = new Set(['same', 'finer', 'compatible'])

/** Statements of a field that are about the same thing as `one`: parties that are alike, quantities of one unit, all of other fields. */
function sameMatter(one: Stated, all: readonly Stated[]): Stated[] {
  return all.filter(other => other === one || relateStatements(other, one) !== 'apart')
}

/** True when one of the statements has the value of `other`. */
export const statesToo = (own: readonly Stated[], other: Stated): boolean =>
  own.some(one => relateStatements(one, other) === 'same')

/** How one account's statements of a field stand to the value that all accounts are reconciled to. */
export function standingOf(own: readonly Stated[], all: readonly Stated[]): Standing {
  const relations = own.map(one => {
    const chosen = chooseValue(sameMatter(one, all)) ?? one
    const relation = relateStatements(one, chosen)
    // An account that states the value as well, beside another one, does not contradict it.
    return relation === 'contradicts' && statesToo(own, chosen) ? 'compatible' : relation
  })
  if (relations.includes('contradicts')) return 'contradicts'
  if (relations.every(relation => relation === 'coarser')) return 'coarser'
  const supported = own.some(one =>
    all.some(other => other.origin !== one.origin && supporting.has(relateStatements(other, one))),
  )
  return supported ? 'agrees' : 'alone'
}

/** Why an article says nothing: it was written before the event, it is cut off, or it leaves it out. */
export function silenceOf(article: Article, time: Time | null): Standing {
  const written = [article.published?.latest, article.notAfter].filter(day => day != null).sort()[0]
  if (written && time?.earliest && written < time.earliest) return 'silent: written before'
  return article.truncated ? 'silent: cut off' : 'silent: does not say'
}
