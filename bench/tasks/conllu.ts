import { parsePlainText } from '../../src/language/index.js'
import type { Resources } from '../../src/resources/index.js'
import { writeConllu } from '../../src/text/conllu.js'

/** Task `conllu`: raw text in, CoNLL-U out. */
export async function predictConllu(text: string, { language }: Resources): Promise<string> {
  const { records: parsed } = await parsePlainText('text', text, language)
  return writeConllu(parsed, text)
}
