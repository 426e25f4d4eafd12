import type { StageResult } from '../model/diagnostic.js'
import type { ParsedText } from '../model/parsed-text.js'
import { paragraphs } from './paragraphs.js'
import { parseText } from './parse-text.js'
import type { LanguageResources } from './resources.js'

/** Parses a text that is not an article: paragraphs are what empty lines separate, the language is taken to be the resources'. */
export function parsePlainText(
  id: string,
  text: string,
  resources: LanguageResources,
): Promise<StageResult<ParsedText>> {
  return parseText({ id, text, blocks: paragraphs(text), language: resources.language }, resources)
}
