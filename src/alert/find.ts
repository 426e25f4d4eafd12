import type { Story } from '../model/index.js'
import { type Database, readRecord } from '../store/index.js'
import { hashId } from '../text/hash.js'
import { candidates } from './candidates.js'
import type { Alert, Target } from './config.js'
import { matches } from './match.js'
import { type Notice, printOf, textOf, titleOf } from './notice.js'
import type { Outbox, Waiting } from './outbox.js'

/** Events whose news is written down together. */
const groupSize = 50

const targetKey = (target: Target) => JSON.stringify(target)

/** Looks for news of an alert and puts it into the outbox. At the first look at a query, what matches already is no news. Returns what is news. */
export async function findNews(
  db: Database,
  outbox: Outbox,
  alert: Alert,
  now: number,
): Promise<readonly Notice[]> {
  // Another query is another alert: it has told nothing yet.
  const key = `${alert.name}/${hashId('q', JSON.stringify(alert.when))}`
  const first = !outbox.hasBase(key)
  const found: Notice[] = []
  let told: { alert: string; event: string; print: string }[] = []
  let waiting: Waiting[] = []
  const write = () => {
    outbox.commit({ told, waiting })
    told = []
    waiting = []
  }
  for await (const event of candidates(db, alert.when)) {
    if (!matches(alert.when, event)) continue
    const print = printOf(event)
    const before = outbox.printOf(key, event.id)
    if (before === print) continue
    told.push({ alert: key, event: event.id, print })
    if (!first && (before === undefined || alert.changes)) {
      const story = (await readRecord<Story>(db, 'story', event.story)) ?? undefined
      const notice = (target: Target): Notice => ({
        id: hashId('n', alert.name, event.id, print, targetKey(target)),
        alert: alert.name,
        kind: before === undefined ? 'new' : 'changed',
        title: titleOf(event),
        text: textOf(event, story),
        time: new Date(now).toISOString(),
        event,
        ...(story && { story: { id: story.id, title: story.title } }),
      })
      const all = alert.to.map(target => ({ notice: notice(target), target, tries: 0, next: now }))
      waiting.push(...all)
      found.push(all[0]!.notice)
    }
    if (told.length >= groupSize) write()
  }
  write()
  if (first) outbox.commit({ base: { alert: key } })
  return found
}
