import type { Capture } from '../model/index.js'
import { codeDocument } from '../pipeline/document.js'
import type { Resources } from '../resources/index.js'
import type { Analysis } from './views/schemas.js'

/** Reads a page up to grounding and keeps what is not stored: resolved phrases and sentence trees. */
export async function analyseCapture(capture: Capture, resources: Resources): Promise<Analysis> {
  const { state, failure } = await codeDocument(capture, resources, 'grounding')
  const { grounded, parsed } = state
  if (failure || !grounded || !parsed) return { actors: [], times: [], places: [], sentences: [] }
  const mentionOf = new Map(grounded.mentions.mentions.map(mention => [mention.id, mention]))
  return {
    actors: grounded.actors.flatMap(({ mention: id, actor, members, rule, score, reason }) => {
      const mention = mentionOf.get(id)
      if (!mention) return []
      const { span, text, kind } = mention
      const first = actor ?? members?.[0] ?? null
      return [
        { span: [span[0], span[1]] as const, text, kind, actor: first, rule, score, reason: reason ?? null },
      ]
    }),
    times: grounded.times.map(({ span, text, type, value, rule, time }) => ({
      span,
      text,
      type,
      value,
      rule,
      time,
    })),
    places: grounded.places.map(({ span, text, place, rule, score }) => ({ span, text, place, rule, score })),
    sentences: parsed.sentences.map(({ span, tokens }) => ({
      span: [span[0], span[1]] as const,
      tokens: tokens.map(({ form, lemma, upos, head, deprel, start, end }) => ({
        form,
        lemma,
        upos,
        head,
        deprel,
        start,
        end,
      })),
    })),
  }
}
