import type { Resources } from '../../src/resources/index.js'
import { type ArticleLine, predictArticle } from './articles.js'
import { type AttributionLine, predictAttribution } from './attribution.js'
import { predictConllu } from './conllu.js'
import { type DateLine, predictDates } from './dates.js'
import { type EntityLine, predictEntities } from './entities.js'
import { type PetrarchLine, predictPetrarch } from './petrarch.js'
import { type PlaceLine, predictPlaces } from './places.js'
import { type PlvRow, plvRows, predictPlv } from './plv.js'
import { predictStories, type StoryLine } from './stories.js'

/** From the text of an evaluation file to lines of predictions. */
export type Task = (text: string, resources: Resources) => AsyncIterable<string>

const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '')

/** A task that looks at one JSON line at a time. */
function perLine<T>(predict: (line: T, resources: Resources) => unknown): Task {
  return async function* (text, resources) {
    for (const line of linesOf(text)) yield JSON.stringify(await predict(JSON.parse(line) as T, resources))
  }
}

/** All tasks of `npm run predict`, by name. */
export const tasks: Readonly<Record<string, Task>> = {
  articles: perLine<ArticleLine>((line, { article }) => predictArticle(line, article)),
  conllu: async function* (text, resources) {
    yield (await predictConllu(text, resources)).trimEnd() + '\n'
  },
  entities: perLine<EntityLine>(predictEntities),
  dates: perLine<DateLine>(predictDates),
  places: perLine<PlaceLine>(predictPlaces),
  attribution: perLine<AttributionLine>(predictAttribution),
  petrarch: perLine<PetrarchLine>(predictPetrarch),
  plv: async function* (text, resources) {
    // The tab-separated file of the data set, or JSON Lines with the same fields.
    const rows = text.trimStart().startsWith('{')
      ? linesOf(text).map(l => JSON.parse(l) as PlvRow)
      : plvRows(text)
    for (const row of rows) yield JSON.stringify(await predictPlv(row, resources))
  },
  stories: async function* (text) {
    for (const line of predictStories(linesOf(text).map(l => JSON.parse(l) as StoryLine))) {
      yield JSON.stringify(line)
    }
  },
}
