import { findPlaces } from '../../src/grounding/place/index.js'
import { parseText } from '../../src/language/index.js'
import type { Resources } from '../../src/resources/index.js'
import { plainArticle } from './plain-text.js'

/** A line of an evaluation file: `source` is the outlet's domain. */
export interface PlaceLine {
  readonly id: string
  readonly text: string
  readonly title?: string | null
  readonly source?: string | null
}

/** A prediction in the scorer's form. */
export interface PlacePrediction {
  readonly id: string
  readonly toponyms: readonly { start: number; end: number; lat: number; lon: number }[]
}

/** Task `places`: place names with the points they were resolved to. */
export async function predictPlaces(line: PlaceLine, resources: Resources): Promise<PlacePrediction> {
  const article = plainArticle(line.id, line.text, {
    title: line.title ?? null,
    outlet: line.source ? { domain: line.source } : {},
  })
  const { records: parsed } = await parseText(article, resources.language)
  const { records } = findPlaces(article, parsed, resources.grounding.place)
  const toponyms = records.flatMap(({ span: [start, end], place }) =>
    place ? [{ start, end, lat: place.lat, lon: place.lon }] : [],
  )
  return { id: line.id, toponyms }
}
