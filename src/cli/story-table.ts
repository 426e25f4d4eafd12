import type { Event, Story } from '../model/index.js'
import { type Database, readRecords } from '../store/index.js'

const cut = (text: string, width: number) =>
  text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text

function dates({ earliest, latest }: Story): string {
  if (!earliest && !latest) return 'undated'
  return earliest === latest || !latest ? (earliest ?? latest ?? '') : `${earliest ?? '?'} to ${latest}`
}

/** Stories, newest first, with their articles, independent origins, events and contradictions. */
export async function storyTable(db: Database, width: number): Promise<string> {
  const stories: Story[] = []
  for await (const line of readRecords(db, 'story')) stories.push(JSON.parse(line) as Story)
  const events = new Map<string, number>()
  const disputes = new Map<string, number>()
  for await (const line of readRecords(db, 'event')) {
    const { story, disputes: found } = JSON.parse(line) as Event
    events.set(story, (events.get(story) ?? 0) + 1)
    const contradictions = found.filter(({ kind }) => kind === 'contradiction').length
    disputes.set(story, (disputes.get(story) ?? 0) + contradictions)
  }
  stories.sort((a, b) => (b.latest ?? '').localeCompare(a.latest ?? '') || (a.id < b.id ? -1 : 1))
  const titleWidth = Math.max(20, Math.min(width, 140) - 72)
  const rows = stories.map(story => [
    story.id,
    cut(story.title, titleWidth).padEnd(titleWidth),
    dates(story).padEnd(24),
    String(story.articles.length).padStart(8),
    String(story.origins.length).padStart(7),
    String(events.get(story.id) ?? 0).padStart(6),
    String(disputes.get(story.id) ?? 0).padStart(8),
  ])
  const head = [
    'story'.padEnd(18),
    'title'.padEnd(titleWidth),
    'dates'.padEnd(24),
    'articles',
    'origins',
    'events',
    'disputes',
  ]
  return [head, ...rows].map(row => row.join(' ')).join('\n')
}
