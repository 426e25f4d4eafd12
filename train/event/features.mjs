// Features of the training sentences, read by the stage's own code (dist/, after npm run build).
import { plainArticle } from '../../dist/bench/tasks/plain-text.js'
import { ArgumentReader } from '../../dist/src/event/arguments.js'
import { codedAs } from '../../dist/src/event/coded.js'
import { commitmentOf } from '../../dist/src/event/factuality.js'
import { codeEvents } from '../../dist/src/event/index.js'
import { Matcher } from '../../dist/src/event/match.js'
import { indexNamed, ParticipantReader } from '../../dist/src/event/participants.js'
import { readingFeatures } from '../../dist/src/event/reading-features.js'
import { SlotReader } from '../../dist/src/event/slots.js'
import { surroundingsOf } from '../../dist/src/event/time-and-place.js'
import { isVerb, treeOf } from '../../dist/src/event/tree.js'
import { groundText } from '../../dist/src/grounding/index.js'
import { parsePlainText } from '../../dist/src/language/index.js'
import { findMentions } from '../../dist/src/mention/index.js'

/** The grounded text of one sentence or passage. */
export async function ground(text, all) {
  const { records: parsed } = await parsePlainText('t', text, all.language)
  const article = plainArticle('t', text)
  const mentions = findMentions(article, parsed, all.mention).records
  return groundText(article, parsed, mentions, all.grounding).records
}

/** Event words of one sentence: those that a frame names, and the marked ones. `coded`: without the learned check it is an event. */
export async function eventWords(row, all) {
  const grounded = await ground(row.text, all)
  const { readings: _, ...event } = all.event
  const coded = codeEvents(grounded, [], event).records
  const named = indexNamed(grounded)
  return grounded.parsed.sentences.flatMap((sentence, index) => {
    const tree = treeOf(sentence, event.lexicon.forms)
    const participants = new ParticipantReader(tree, named.get(index) ?? new Map(), event.lexicon.classes)
    const places = new Map(surroundingsOf(grounded, tree).places.map(({ head, value }) => [head, value]))
    const reader = new ArgumentReader(tree, participants, places, event)
    const matcher = new Matcher(event.lexicon, tree)
    return tree.tokens.flatMap((token, i) => {
      const match = matcher.at(i)
      if (
        match &&
        match.token === i &&
        codedAs(all.event, tree, match, commitmentOf(event.lexicon, tree, i, null))
      ) {
        const features = readingFeatures(tree, { ...match, ...reader.read(match) })
        const isEvent = coded.some(({ trigger: { span } }) => span[0] <= token.start && token.end <= span[1])
        return [{ features, coded: isEvent, matched: true }]
      }
      const marked = row.triggers?.some(([from, to]) => from <= token.start && token.end <= to)
      if (!marked || !['VERB', 'NOUN'].includes(token.upos)) return []
      const slots = new SlotReader(event.lexicon, tree, i, isVerb(tree, i))
      const read = (slot, depth) => slots.fill(slot).flatMap(head => participants.read(head, depth))
      const word = {
        token: i,
        parts: [],
        frame: null,
        slots,
        actors: read('subj', 'own'),
        recipients: read('obj', 'any'),
      }
      return [{ features: readingFeatures(tree, word), coded: false, matched: false }]
    })
  })
}
