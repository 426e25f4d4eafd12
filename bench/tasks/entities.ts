import { parsePlainText } from '../../src/language/index.js'
import type { Resources } from '../../src/resources/index.js'

export interface EntityLine {
  readonly id: string
  readonly text: string
}

/** Task `entities`: a sentence of raw text (tokens of the file are not read) to its entities. */
export async function predictEntities({ id, text }: EntityLine, { language }: Resources) {
  const { records: parsed } = await parsePlainText(id, text, language)
  const entities = parsed.sentences.flatMap(sentence =>
    sentence.entities.map(({ type, span }) => ({ start: span[0], end: span[1], type })),
  )
  return { id, entities }
}
