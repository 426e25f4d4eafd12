import type { Claim } from '../model/claim.js'
import type { Diagnostic, StageResult } from '../model/diagnostic.js'
import type { EventMention } from '../model/event-mention.js'
import type { GroundedText } from '../model/grounded-text.js'
import { isAsserted } from './holder.js'
import { indexNamed } from './participants.js'
import type { EventResources } from './resources.js'
import { SentenceCoder } from './sentence-coder.js'
import { locatedBySentence } from './time-and-place.js'
import { treeOf } from './tree.js'

/**
 * Codes the events that an article's sentences report (PLOVER, with the CAMEO code).
 *
 * 1. Every content word is looked up in the lexicon; frames test the words around it in the dependency tree.
 * 2. Words that govern another event change its code (threaten + sanctions; agree + meet) and take its place.
 * 3. Participants are read from the frame's slots over the tree and from the grounded mentions.
 * 4. Factuality, holder, time, place, quantities and contexts are read from the trigger's own clause.
 *
 * In: the grounded text and the claims of the article. Out: event mentions in text order; a diagnostic for every event word
 * that was not coded and every sentence in which nothing was. Method: dictionary coding over dependency trees after PETRARCH-2
 * and UniversalPetrarch (Lu and Roy 2017), PLOVER manual 0.8.
 */
export function codeEvents(
  grounded: GroundedText,
  claims: readonly Claim[],
  resources: EventResources,
): StageResult<EventMention[]> {
  const named = indexNamed(grounded)
  const records: EventMention[] = []
  const diagnostics: Diagnostic[] = []
  const { sentences } = grounded.parsed
  const asserted = claims.filter(isAsserted)
  const located = locatedBySentence(grounded)
  // Records of the sentence before begin here.
  let before = 0
  sentences.forEach((sentence, index) => {
    const coder = new SentenceCoder(
      grounded,
      asserted,
      resources,
      treeOf(sentence, resources.lexicon.forms),
      named.get(index) ?? new Map(),
      located[index]!,
      records,
    )
    const coded = coder.code(records.slice(before))
    before = records.length
    records.push(...coded.records)
    diagnostics.push(...coded.diagnostics)
  })
  return { records, diagnostics }
}
