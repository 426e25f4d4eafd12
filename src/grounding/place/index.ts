import type { Article } from '../../model/article.js'
import type { Diagnostic, StageResult } from '../../model/diagnostic.js'
import type { ParsedText } from '../../model/parsed-text.js'
import type { PlaceGrounding } from '../../model/place.js'
import type { Span } from '../../model/span.js'
import { containersOf } from './containment.js'
import { findNames, type NameMatch } from './find-names.js'
import type { PlaceResources } from './gazetteer.js'
import { placeChance } from './is-place.js'
import { nameContext } from './name-context.js'
import { remember } from './remember.js'
import { type Named, resolveNames } from './resolve-names.js'
import { type TextWord, textWords } from './text-words.js'
import { toGrounding } from './to-grounding.js'
import { chances } from './weights.js'

export type { Gazetteer, GazetteerPlace, PlaceKind, PlaceResources } from './gazetteer.js'

/**
 * Place names of an article in text order, each resolved to a place of the gazetteer, with the rivals considered.
 * Method: gazetteer look-up in capitalised runs and recognised entities, then one reading per name and text by containment ("Paris, Texas"),
 * the countries and divisions named, nearness to other places and prominence; see README.md.
 */
export function findPlaces(
  article: Article,
  parsed: ParsedText,
  resources: PlaceResources,
): StageResult<PlaceGrounding[]> {
  const known = { ...resources, gazetteer: remember(resources.gazetteer) }
  const named: Named[] = []
  for (const sentence of parsed.sentences) {
    const words = textWords(article.text.slice(sentence.span[0], sentence.span[1]), sentence.span[0])
    const matches = findNames(words, article.text, known)
    for (const [i, match] of matches.entries()) {
      const inside = containersOf(words, matches, i)
      const context = nameContext(words, match, sentence, resources)
      const chance = placeChance(match, context, inside.length > 0, resources)
      named.push({ match, span: spanOf(words, match), inside, chance, context })
    }
  }
  const resolved = resolveNames(named, article, resources)
  const records: PlaceGrounding[] = []
  for (const { name, readings, chance } of resolved) {
    if (chance < chances.threshold) continue
    records.push(toGrounding(article, name, readings, chance))
  }
  return { records, diagnostics: unresolved(article, parsed, records) }
}

function spanOf(words: readonly TextWord[], match: NameMatch): readonly [number, number] {
  return [words[match.from]!.start, words[match.to - 1]!.end + (match.dot ? 1 : 0)]
}

/** Recognised places that were not resolved: the gazetteer has no such name, or it speaks against a place here. */
function unresolved(article: Article, parsed: ParsedText, records: readonly PlaceGrounding[]): Diagnostic[] {
  const open = parsed.sentences
    .flatMap(sentence => sentence.entities)
    .filter(({ type, span }) => type === 'LOC' && !records.some(record => meets(record.span, span)))
  return open.map(({ span }) => {
    const text = article.text.slice(span[0], span[1])
    return {
      stage: 'grounding',
      code: 'place-unresolved',
      message: `"${text}" looks like a place and was resolved to none.`,
      span,
      text,
    }
  })
}

const meets = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1]
