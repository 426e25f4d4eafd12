import type { Article, Claim, Event, EventMention, Story } from '../model/index.js'
import { type Database, readMembers, readRecord } from '../store/index.js'
import type { BriefInput } from './compose.js'

/** What a brief of the story is composed from, or null when there is no such story. */
export async function readBriefInput(db: Database, id: string): Promise<BriefInput | null> {
  const story = await readRecord<Story>(db, 'story', id)
  if (!story) return null
  const members = (await readMembers(db, [id])).get(id) ?? []
  const rows = await db.selectFrom('event').select('record').where('story', '=', id).orderBy('id').execute()
  return {
    story,
    articles: members.map((member): Article => member.article),
    claims: members.flatMap((member): readonly Claim[] => member.claims),
    mentions: members.flatMap((member): readonly EventMention[] => member.events),
    events: rows.map(row => JSON.parse(row.record) as Event),
  }
}
