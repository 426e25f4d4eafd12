import type { EntitySpan } from '../model/parsed-text.js'
import { parsePlainText } from './plain-text.js'
import type { LanguageResources } from './resources.js'

/** An entity by its offsets in the text. */
export interface TextEntity {
  readonly start: number
  readonly end: number
  readonly type: EntitySpan['type']
}

/** Entities of a bare text, in order. */
export async function entitiesOfText(
  id: string,
  text: string,
  resources: LanguageResources,
): Promise<TextEntity[]> {
  const { records } = await parsePlainText(id, text, resources)
  return records.sentences.flatMap(sentence =>
    sentence.entities.map(({ span: [start, end], type }) => ({ start, end, type })),
  )
}
