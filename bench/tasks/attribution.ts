import { findAttributions } from '../../src/claim/index.js'
import { paragraphs, parsePlainText } from '../../src/language/index.js'
import type { Span } from '../../src/model/index.js'
import type { Resources } from '../../src/resources/index.js'

/** A line of an attribution evaluation file. */
export interface AttributionLine {
  readonly id: string
  readonly text: string
}

/** A prediction in the scorer's form: every role is a list of spans. */
export interface AttributionPrediction {
  readonly id: string
  readonly attributions: readonly {
    readonly source: readonly Span[]
    readonly cue: readonly Span[]
    readonly content: readonly Span[]
  }[]
}

/** Attributions of one text. Those inside the content of another are left out: the evaluation sets annotate the outer one only. */
export async function predictAttribution(
  { id, text }: AttributionLine,
  { language, claim }: Pick<Resources, 'language' | 'claim'>,
): Promise<AttributionPrediction> {
  const { records } = await parsePlainText(id, text, language)
  const found = findAttributions(text, paragraphs(text), records, claim).filter(({ nested }) => !nested)
  return {
    id,
    attributions: found.map(({ source, cueSpan, content }) => ({
      source: source ? [source] : [],
      cue: [cueSpan],
      content: [...content],
    })),
  }
}
