import { findTimes } from '../../src/grounding/time/index.js'
import { parseText } from '../../src/language/index.js'
import type { Resources } from '../../src/resources/index.js'
import { knownDay, plainArticle } from './plain-text.js'

/** A line of an evaluation file: `dct` is the document's own date; without one the text is undated. */
export interface DateLine {
  readonly id: string
  readonly text: string
  readonly dct?: string | null
}

/** A prediction in the scorer's form. */
export interface DatePrediction {
  readonly id: string
  readonly spans: readonly { start: number; end: number; type: string; value: string }[]
}

/** Task `dates`: time expressions with their TIMEX3 values. */
export async function predictDates(line: DateLine, resources: Resources): Promise<DatePrediction> {
  const published = line.dct ? knownDay(line.id, line.dct.slice(0, 10)) : null
  const article = plainArticle(line.id, line.text, { published })
  const { records: parsed } = await parseText(article, resources.language)
  const { records } = findTimes(article, parsed, resources.grounding.time)
  return {
    id: line.id,
    spans: records.map(({ span: [start, end], type, value }) => ({ start, end, type, value })),
  }
}
