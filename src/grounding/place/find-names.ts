import type { GazetteerPlace, PlaceResources } from './gazetteer.js'
import { placeKey } from './place-key.js'
import type { TextWord } from './text-words.js'

/** A name of the text that the gazetteer knows: words `[from, to)`. */
export interface NameMatch {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly places: readonly GazetteerPlace[]
  /** An abbreviation of a division ("Calif."): the only reading. */
  readonly abbreviation: boolean
  /** The full stop after the last word belongs to the name ("Calif."). */
  readonly dot: boolean
}

const longestName = 6
const joinable = /^(?:[ \u00a0\n]+|[-‑]|[’'](?:s )?|\. )$/
const shortForm = /^(?:St|Mt|Ft)$/
const inner =
  /^(?:of|the|and|de|la|le|el|al|as|au|aux|du|des|del|da|do|di|dos|das|las|los|les|sur|sous|upon|on|en|es|az|ad|an|am|a|y|e|d|l|ibn|bin|parallel)$/i

function mayJoin(word: TextWord): boolean {
  if (word.gap === '. ') return shortForm.test(word.text) || /\.$/.test(word.text)
  return joinable.test(word.gap)
}

/** All names that begin at a word, longest first. */
function matchesAt(
  words: readonly TextWord[],
  from: number,
  text: (from: number, to: number) => string,
  resources: PlaceResources,
): NameMatch[] {
  const found: NameMatch[] = []
  for (let to = from + 1; to <= words.length && to - from <= longestName; to++) {
    const last = words[to - 1]!
    if (to > from + 1 && !mayJoin(words[to - 2]!)) break
    if (
      !last.capital &&
      !inner.test(last.text) &&
      !/^\d/.test(last.text) &&
      to > from + 1 &&
      last.text !== 'peninsula'
    )
      break
    const key = placeKey(text(from, to))
    if (key === '') continue
    if (!resources.gazetteer.begins(key)) break
    if (!last.capital && inner.test(last.text) && last.text !== 'parallel') continue
    const places = resources.gazetteer.find(key)
    if (places.length > 0) found.push({ from, to, key, places, abbreviation: false, dot: false })
  }
  return found.reverse()
}

function abbreviationAt(
  words: readonly TextWord[],
  from: number,
  article: string,
  resources: PlaceResources,
): NameMatch | null {
  const word = words[from]!
  const dotted = article.slice(word.start, word.end + (word.text.endsWith('.') ? 0 : 1))
  const forms = [dotted, word.text]
  for (const [i, form] of forms.entries()) {
    const entry = resources.abbreviations.get(form)
    if (!entry) continue
    const postal = /^[A-Z]{2}$/.test(form)
    const afterComma = words[from - 1]?.capital === true && /^,\s+$/.test(words[from - 1]!.gap)
    if (i === 1 && !postal && !form.endsWith('.')) continue
    if ((postal || !/\..*\./.test(form)) && !afterComma) continue
    const places = resources.gazetteer
      .find(entry.key)
      .filter(place => place.region === entry.region && /^(?:region|capital)$/.test(place.kind))
    if (places.length > 0)
      return {
        from,
        to: from + 1,
        key: entry.key,
        places,
        abbreviation: true,
        dot: i === 0 && form.endsWith('.') && !word.text.endsWith('.'),
      }
  }
  return null
}

/** Names of the gazetteer in the words of a sentence, the longest at each capitalised word; which of them are places is decided later. */
export function findNames(
  words: readonly TextWord[],
  article: string,
  resources: PlaceResources,
): NameMatch[] {
  const names: NameMatch[] = []
  const text = (from: number, to: number) => article.slice(words[from]!.start, words[to - 1]!.end)
  for (let i = 0; i < words.length; ) {
    const word = words[i]!
    const numbered = /^\d+(?:th|st|nd|rd)$/.test(word.text)
    const determiner = /^(?:The|A|An)$/.test(word.text)
    const name =
      (word.capital && !determiner) || numbered
        ? (abbreviationAt(words, i, article, resources) ??
          matchesAt(words, i, text, resources).find(match => spelledAsName(words, match)))
        : undefined
    if (name) names.push(name)
    i = name ? name.to : i + 1
  }
  return names
}

const ofStates = /^(?:country|area|continent|region|capital)$/

/**
 * Keys of up to three letters are names only in capitals ("US", "UAE"), and a word in capitals among other words is a name only of a state or a region:
 * the towns Eu and Nato are not meant by "EU" and "NATO".
 */
function spelledAsName(words: readonly TextWord[], match: NameMatch): boolean {
  const letters = match.key.replaceAll(' ', '')
  const form = words
    .slice(match.from, match.to)
    .map(word => word.text)
    .join('')
  const shouted =
    form === form.toUpperCase() &&
    words.some(word => word.text.length > 3 && word.text !== word.text.toUpperCase())
  if (shouted && letters.length <= 5)
    return match.places.some(place => ofStates.test(place.kind) && place.population > 1_000_000)
  return letters.length > 3 || match.places.some(place => place.population > 200_000 && letters.length === 3)
}
