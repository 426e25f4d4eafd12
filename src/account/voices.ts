import type { Field } from '../model/index.js'
import { chooseValue, valueKey } from './policy.js'
import { relateStatements, type ValueRelation } from './relate-values.js'
import type { Stated } from './statements.js'

const supporting: ReadonlySet<ValueRelation> = new Set(['same', 'finer', 'compatible'])

function grouped<Key>(statements: readonly Stated[], keyOf: (one: Stated) => Key): Map<Key, Stated[]> {
  const groups = new Map<Key, Stated[]>()
  for (const one of statements) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** All that is stated of one field of an event, by account and by value; what is asked of a value is worked out once. */
export class Voices {
  readonly #byArticle: ReadonlyMap<string, readonly Stated[]>
  readonly #byValue: ReadonlyMap<string, readonly Stated[]>
  readonly #chosen = new Map<string, Stated>()

  constructor(readonly statements: readonly Stated[]) {
    this.#byArticle = grouped(statements, one => one.article)
    this.#byValue = grouped(statements, valueKey)
  }

  of(article: string): readonly Stated[] {
    return this.#byArticle.get(article) ?? []
  }

  /** The value that statements of the same matter as `one` are reconciled to: parties that are alike, quantities of one unit. */
  chosenFor(one: Stated): Stated {
    const key = valueKey(one)
    const known = this.#chosen.get(key)
    if (known) return known
    const matter = [...this.#byValue.values()].filter(
      ([other]) => valueKey(other!) === key || relateStatements(other!, one) !== 'apart',
    )
    const chosen = chooseValue(matter.flat()) ?? one
    this.#chosen.set(key, chosen)
    return chosen
  }

  /** True when an account of another origin states the same, or something more precise. */
  supported(one: Stated): boolean {
    return [...this.#byValue.values()].some(
      group =>
        group.some(other => other.origin !== one.origin) && supporting.has(relateStatements(group[0]!, one)),
    )
  }
}

/** The voices of an event's accounts, field by field. */
export const voicesOf = (statements: readonly Stated[]): ReadonlyMap<Field, Voices> =>
  new Map([...grouped(statements, one => one.field)].map(([field, stated]) => [field, new Voices(stated)]))
