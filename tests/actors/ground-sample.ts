import { groundActors } from '../../src/grounding/actor/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { ActorGrounding, Article, Mention } from '../../src/model/index.js'
import { loadActors } from '../../src/resources/actors.js'
import { readConllu } from '../../src/text/conllu.js'

const actors = loadActors()

/** Mentions and actors of a sample tree, found by their words. */
export function groundSample(conllu: string, published?: string) {
  const { text, blocks, sentences } = readConllu(conllu)
  const time = published ? { earliest: published, latest: published, basis: 'test', evidence: [] } : null
  const article = { id: 'a_sample', text, blocks, published: time, language: 'en' } as unknown as Article
  const parsed = { article: article.id, language: 'en', sentences }
  const mentions = findMentions(article, parsed, { actors })
  const groundings = groundActors(article, parsed, mentions.records, { actors })
  const mention = (words: string, nth = 0): Mention => {
    const found = mentions.records.mentions.filter(m => m.text === words)[nth]
    if (!found)
      throw new Error(`No mention "${words}" in: ${mentions.records.mentions.map(m => m.text).join(' | ')}`)
    return found
  }
  const grounding = (words: string, nth = 0): ActorGrounding =>
    groundings.records.find(record => record.mention === mention(words, nth).id)!
  return { article, parsed, mentions, groundings, mention, grounding }
}
