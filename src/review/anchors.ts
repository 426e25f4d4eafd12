import {
  type Anchor,
  type Article,
  type Event,
  type EventMention,
  type MentionAnchor,
  type Story,
  SynopticError,
} from '../model/index.js'
import { type Database, readRecord } from '../store/index.js'
import { hashId } from '../text/hash.js'

const unknown = (id: string) =>
  new SynopticError('SYN_NO_RECORD', `Nothing in this workspace that can be judged is called ${id}.`)

async function mentionAnchor(db: Database, id: string): Promise<MentionAnchor> {
  const mention = await readRecord<EventMention>(db, 'mention', id)
  const article = mention && (await readRecord<Article>(db, 'article', mention.article))
  if (!mention || !article) throw unknown(id)
  const { trigger, sentence } = mention
  return {
    article: article.id,
    uri: article.uri,
    trigger: trigger.text,
    span: trigger.span,
    sentence: article.text.slice(...sentence),
  }
}

/** All mentions of an event, the founding one first. */
async function mentionsOf(db: Database, id: string): Promise<string[]> {
  const event = await readRecord<Event>(db, 'event', id)
  if (!event) throw unknown(id)
  const all = event.accounts.flatMap(({ mentions }) => mentions)
  return all.sort((a, b) => Number(hashId('e', b) === id) - Number(hashId('e', a) === id))
}

const articleAnchor = async (db: Database, id: string) => {
  const article = await readRecord<Article>(db, 'article', id)
  if (!article) throw unknown(id)
  return { article: id, uri: article.uri }
}

async function foundingArticle(db: Database, id: string): Promise<string> {
  const story = await readRecord<Story>(db, 'story', id)
  if (!story) throw unknown(id)
  return story.articles.find(article => hashId('s', article) === id) ?? story.articles[0]!
}

/**
 * Anchors of records by their ids: event mentions (`m_`), events (`e_`, by their founding mention, or with `whole` by all their mentions), stories (`s_`, by
 * their founding article) and articles (`a_`).
 */
export async function anchorsOf(db: Database, ids: readonly string[], whole = false): Promise<Anchor> {
  const mentions: MentionAnchor[] = []
  const articles: { article: string; uri: string }[] = []
  for (const id of ids) {
    if (id.startsWith('m_')) mentions.push(await mentionAnchor(db, id))
    else if (id.startsWith('e_')) {
      const all = await mentionsOf(db, id)
      for (const mention of whole ? all : all.slice(0, 1)) mentions.push(await mentionAnchor(db, mention))
    } else if (id.startsWith('s_')) articles.push(await articleAnchor(db, await foundingArticle(db, id)))
    else if (id.startsWith('a_')) articles.push(await articleAnchor(db, id))
    else throw unknown(id)
  }
  return { ...(mentions.length > 0 ? { mentions } : {}), ...(articles.length > 0 ? { articles } : {}) }
}
