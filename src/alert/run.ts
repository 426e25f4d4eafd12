import type { Workspace } from '../store/index.js'
import { readAlerts } from './config.js'
import { type Delivered, deliver } from './deliver.js'
import { findNews } from './find.js'
import type { Notice } from './notice.js'
import { Outbox } from './outbox.js'

export interface AlertRunOptions {
  readonly workspace: Pick<Workspace, 'db' | 'dir'>
  readonly allowPrivate: boolean
  readonly now?: () => number
  readonly random?: () => number
  readonly env?: Readonly<Record<string, string | undefined>>
}

export interface AlertRun extends Delivered {
  readonly news: readonly Notice[]
  /** Notices that wait for another try. */
  readonly waiting: number
}

/** Looks for news of every alert of a workspace and sends it, with what waits from before. Does nothing where there are no alerts. */
export async function runAlerts(options: AlertRunOptions): Promise<AlertRun> {
  const { db, dir } = options.workspace
  const now = options.now ?? Date.now
  const alerts = readAlerts(dir)
  const outbox = new Outbox(dir)
  const news: Notice[] = []
  for (const alert of alerts) news.push(...(await findNews(db, outbox, alert, now())))
  const { allowPrivate, env = process.env, random = Math.random } = options
  const delivered = await deliver(outbox, { dir, now: now(), allowPrivate, env, random })
  return { ...delivered, news, waiting: outbox.waiting.size }
}
