import type { Target } from './config.js'
import { addToFeed } from './feed.js'
import { dropMail } from './mail.js'
import type { Notice } from './notice.js'
import type { Outbox, Waiting } from './outbox.js'
import { type SendOptions, sendWebhook } from './webhook.js'

const minute = 60_000
/** Tries over some three days, after which a notice is given up and listed. */
const maxTries = 20

export interface DeliverOptions extends SendOptions {
  /** Folder of the workspace, which files are relative to. */
  readonly dir: string
  /** At least 0, below 1. */
  readonly random: () => number
}

export interface Delivered {
  readonly sent: number
  readonly problems: readonly {
    readonly target: Target
    readonly message: string
    readonly givenUp: boolean
  }[]
}

/** Tells one notice to one target; rejects when that failed. */
export async function tell(notice: Notice, target: Target, options: DeliverOptions): Promise<void> {
  if ('webhook' in target) await sendWebhook(notice, target, options)
  else if ('mail' in target) dropMail(notice, target, options.dir)
  else addToFeed(notice, target, options.dir)
}

/** A minute, doubled with each try up to six hours, spread by chance. */
const pause = (tries: number, random: number) =>
  Math.round(Math.min(360 * minute, minute * 2 ** (tries - 1)) * (0.5 + random))

/** Sends what waits and is due, oldest first. A target that fails is not asked for more in the same go. */
export async function deliver(outbox: Outbox, options: DeliverOptions): Promise<Delivered> {
  const problems: { target: Target; message: string; givenUp: boolean }[] = []
  const failed = new Set<string>()
  let sent = 0
  for (const waiting of [...outbox.waiting.values()]) {
    const key = JSON.stringify(waiting.target)
    if (waiting.next > options.now || failed.has(key)) continue
    try {
      await tell(waiting.notice, waiting.target, options)
      outbox.sent(waiting.notice.id)
      sent++
    } catch (error) {
      failed.add(key)
      const message = (error as Error).message
      const again: Waiting = { ...waiting, tries: waiting.tries + 1, problem: message, next: 0 }
      const givenUp = again.tries >= maxTries
      if (givenUp) outbox.giveUp(again)
      else
        outbox.commit({ waiting: [{ ...again, next: options.now + pause(again.tries, options.random()) }] })
      problems.push({ target: waiting.target, message, givenUp })
    }
  }
  return { sent, problems }
}
