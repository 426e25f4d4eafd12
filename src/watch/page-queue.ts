import { type Capture, type Failure, SynopticError } from '../model/index.js'
import { type Fetcher, mayPass } from './fetcher.js'
import { originOf } from './hosts.js'
import type { WatcherOptions } from './options.js'
import { itemCapture, pageCapture } from './page.js'
import { maxTries, type PendingPage, type WatchState } from './state.js'
import { backoff } from './wait.js'

/** Pages that are archived together. */
const groupSize = 8

/** Errors after which another try may help. */
const passing: ReadonlySet<string> = new Set(['SYN_FETCH_FAILED', 'SYN_TIMEOUT', 'SYN_ROBOTS_UNREAD'])

/** Asks for pages that wait, archives them in groups, and only then writes down that they are done. */
export class PageQueue {
  added = 0
  readonly failures: Failure[] = []
  private fetched: { readonly page: PendingPage; readonly capture: Capture }[] = []
  private givenUp: { readonly page: PendingPage; readonly failure: Failure }[] = []
  private flushing: Promise<void> = Promise.resolve()

  constructor(
    private readonly options: WatcherOptions,
    private readonly state: WatchState,
    private readonly fetcher: Fetcher,
    private readonly signal: AbortSignal,
  ) {}

  private get now(): number {
    return this.options.clock.now()
  }

  /** Pages that are due, in an order in which servers take turns, so that none holds up the others. */
  due(): PendingPage[] {
    const queues = new Map<string, PendingPage[]>()
    for (const page of this.state.pending.values()) {
      if (page.next > this.now) continue
      const origin = originOf(page.url)
      const queue = queues.get(origin)
      if (queue) queue.push(page)
      else queues.set(origin, [page])
    }
    const all = [...queues.values()]
    const longest = all.reduce((most, queue) => Math.max(most, queue.length), 0)
    return Array.from({ length: longest }, (_, n) => all.flatMap(queue => queue[n] ?? [])).flat()
  }

  async fetch(page: PendingPage): Promise<void> {
    if (page.tries >= maxTries)
      return await this.fallBack(page, 'SYN_NOT_FOLLOWED', 'The feed says no more of it than its title.')
    try {
      const answer = await this.fetcher.get(page.url)
      if (answer.status >= 200 && answer.status < 300)
        return await this.take(page, pageCapture(answer, this.time()))
      const message = `${answer.url} answered with status ${answer.status}.`
      if (mayPass(answer.status)) await this.tryLater(page, 'SYN_HTTP_STATUS', message)
      else await this.fallBack(page, 'SYN_HTTP_STATUS', message)
    } catch (error) {
      if (this.signal.aborted) return
      if (!(error instanceof SynopticError)) throw error
      if (error.code === 'SYN_HELD') this.wait(page)
      else if (passing.has(error.code)) await this.tryLater(page, error.code, error.message)
      else await this.fallBack(page, error.code, error.message)
    }
  }

  private time(): string {
    return new Date(this.now).toISOString()
  }

  /** The server wants to be left alone: the page waits with it and loses no try. */
  private wait(page: PendingPage): void {
    this.state.commit({ pages: [{ ...page, next: this.now + (this.fetcher.heldFor(page.url) || 60_000) }] })
  }

  private async tryLater(page: PendingPage, code: string, message: string): Promise<void> {
    const tries = page.tries + 1
    if (tries >= maxTries) return await this.fallBack(page, code, message)
    const next = this.now + (this.fetcher.heldFor(page.url) || backoff(tries, this.options.clock.random()))
    this.state.commit({ pages: [{ ...page, tries, next }] })
  }

  /** A page that is not to be had: what the feed says of it is taken, else it is a failure. */
  private async fallBack(page: PendingPage, code: string, message: string): Promise<void> {
    const capture = itemCapture(page.item, page.url, page.source, this.time())
    if (capture) return await this.take(page, capture)
    this.givenUp.push({ page, failure: { uri: page.url, stage: 'capture', code, message } })
    await this.flushWhenFull()
  }

  private async take(page: PendingPage, capture: Capture): Promise<void> {
    this.fetched.push({ page, capture })
    await this.flushWhenFull()
  }

  private async flushWhenFull(): Promise<void> {
    if (this.fetched.length + this.givenUp.length >= groupSize) await this.flush()
  }

  /** Archives what was fetched; it is on the disk and written down when this resolves. */
  async flush(): Promise<void> {
    const [fetched, givenUp] = [this.fetched.splice(0), this.givenUp.splice(0)]
    if (fetched.length + givenUp.length > 0)
      this.flushing = this.flushing.then(async () => {
        const captures = fetched.map(({ capture }) => capture)
        const failures = givenUp.map(({ failure }) => failure)
        this.added += await this.options.keep(captures, failures)
        this.failures.push(...failures)
        this.state.commit({ done: [...fetched, ...givenUp].map(({ page }) => page.url) })
      })
    await this.flushing
  }
}
