import { ListArchive } from './archive.js'
import type { Source } from './config.js'
import { Fetcher } from './fetcher.js'
import { Looker } from './looker.js'
import type { RoundSummary, WatcherOptions } from './options.js'
import { PageQueue } from './page-queue.js'
import { WatchState } from './state.js'

/** Requests under way at a time, to different servers. */
const parallel = 6

/**
 * Watches sources for one workspace. A round looks at every source that is due and then asks for the pages that are new. What it does is written
 * down as it goes: a round that is killed goes on where it was.
 */
export class Watcher {
  readonly state: WatchState
  private readonly fetcher: Fetcher

  private constructor(
    private readonly options: WatcherOptions,
    private readonly lists: ListArchive,
    private readonly signal: AbortSignal,
  ) {
    this.state = new WatchState(options.dir)
    this.fetcher = new Fetcher(options, this.state, signal, lists)
  }

  /** `signal` ends a round early; what is under way is given up and done again by the next. */
  static async open(options: WatcherOptions, signal: AbortSignal): Promise<Watcher> {
    const lists = await ListArchive.open(options.dir, () => options.clock.now())
    return new Watcher(options, lists, signal)
  }

  close(): Promise<void> {
    return this.lists.close()
  }

  private isDue = ({ url }: Source): boolean => {
    const state = this.state.sources.get(url)
    return !state?.gone && (state?.next ?? 0) <= this.options.clock.now()
  }

  /** When something is due next, in milliseconds since 1970. */
  nextDue(sources: readonly Source[]): number {
    let next = this.options.clock.now() + this.options.every
    for (const { url } of sources) {
      const state = this.state.sources.get(url)
      if (!state?.gone) next = Math.min(next, state?.next ?? 0)
    }
    for (const page of this.state.pending.values()) next = Math.min(next, page.next)
    return next
  }

  async round(sources: readonly Source[]): Promise<RoundSummary> {
    const { options, state, fetcher, signal } = this
    const looker = new Looker(options, state, fetcher, this.lists, signal)
    const queue = new PageQueue(options, state, fetcher, signal)
    const due = sources.filter(this.isDue)
    const added = () => looker.added + queue.added
    const report = () =>
      options.onProgress?.({
        looked: looker.looked,
        sources: due.length,
        pages: added(),
        waiting: state.pending.size,
      })
    await this.each(due, source => looker.look(source).then(report))
    await this.each(queue.due(), page => queue.fetch(page).then(report))
    await queue.flush()
    return {
      looked: looker.looked,
      unchanged: looker.unchanged,
      problems: looker.problems,
      added: added(),
      failed: queue.failures,
      waiting: state.pending.size,
    }
  }

  private async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const left = items.values()
    const worker = async () => {
      for (const item of left) {
        if (this.signal.aborted) return
        await work(item)
      }
    }
    await Promise.all(Array.from({ length: parallel }, worker))
  }
}
