import type { Actor } from '../../model/actor.js'
import type { NameEntry } from '../../model/actor-lexicon.js'
import { phraseKeys } from '../../text/phrase-trie.js'
import type { Context } from './context.js'

/** The state itself (`government: false`) or its government, one id for both. */
export function countryActor(context: Context, code: string, government = false): Actor {
  return {
    id: `c:${code}`,
    name: context.lexicon.countries.get(code)?.name ?? code,
    kind: government ? 'government' : 'country',
    country: code,
    sectors: government ? ['GOV'] : [],
    roles: [],
  }
}

/** Countries that entries of the tables name, the one that the text speaks of most first ("Korea" in a text on North Korea). */
export function countriesOf(context: Context, entries: readonly NameEntry[]): string[] {
  const codes = [
    ...new Set(entries.filter(entry => context.lexicon.countries.has(entry.id)).map(entry => entry.id)),
  ]
  return codes
    .map((code, i) => ({ code, count: context.countryCounts.get(code) ?? 0, i }))
    .sort((a, b) => b.count - a.count || a.i - b.i)
    .map(({ code }) => code)
}

/** The country a phrase names in any form ("Cuba's", "Cuban", "Havana"), or null. */
export function countryNamed(context: Context, text: string): string | null {
  return countriesOf(context, context.named(text.replace(/['’]s?$/, '')))[0] ?? null
}

/** The country that an organisation's name holds in any form ("Bank of Ghana", "Ghanaian Chamber of Mines"), or null. */
export function countryInside(context: Context, name: string): string | null {
  const words = phraseKeys(name).map(key => [key])
  for (let from = 0; from < words.length; from++) {
    const match = context.lexicon.names.longest(words, from)
    const entries = match?.values.filter(entry => entry.kind !== 'person' && !entry.acronym) ?? []
    const code = countriesOf(context, entries)[0]
    if (code) return code
  }
  return null
}
