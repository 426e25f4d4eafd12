import { SynopticError } from '../model/index.js'
import type { ListArchive } from './archive.js'
import type { Source } from './config.js'
import type { Fetcher } from './fetcher.js'
import type { Answer } from './get.js'
import type { Problem, WatcherOptions } from './options.js'
import { pageCapture } from './page.js'
import { type NamedPage, readList, type SourceContent } from './read-list.js'
import { maxTries, type PendingPage, type SourceState, type WatchState } from './state.js'
import { backoff } from './wait.js'

/** Pages taken from a source at its first look, the newest as the source orders them; older ones count as known. */
const firstPages = 100
/** Pages taken from a source at a look. */
const mostPages = 500
/** Lists inside lists: a sitemap index names sitemaps, an OPML feeds. */
const maxDepth = 2
/** What a feed says of a page is kept while it waits, unless it is longer. */
const maxItem = 200_000

type Named = Exclude<SourceContent, { kind: 'page' }>

/** Looks at sources, and writes down which pages they name that are new. */
export class Looker {
  readonly problems: Problem[] = []
  looked = 0
  unchanged = 0
  added = 0
  private readonly visited = new Set<string>()

  constructor(
    private readonly options: WatcherOptions,
    private readonly state: WatchState,
    private readonly fetcher: Fetcher,
    private readonly lists: ListArchive,
    private readonly signal: AbortSignal,
  ) {}

  private get now(): number {
    return this.options.clock.now()
  }

  /** Looks at a source, or at a list that a source names; each once a round, so that lists that name each other end. */
  async look(source: Source, url = source.url, depth = 0): Promise<void> {
    if (this.visited.has(url)) return
    this.visited.add(url)
    const state = this.state.sources.get(url)
    try {
      const answer = await this.fetcher.get(state?.moved ?? url, conditions(state))
      this.looked++
      if (answer.status === 304) this.same(source, url, state)
      else if (answer.status >= 200 && answer.status < 300) await this.read(source, url, answer, state, depth)
      else this.refused(url, answer, state)
    } catch (error) {
      if (this.signal.aborted) return
      if (!(error instanceof SynopticError)) throw error
      this.failed(url, state, error.message)
    }
  }

  private async read(
    source: Source,
    url: string,
    answer: Answer,
    state: SourceState | undefined,
    depth: number,
  ): Promise<void> {
    const content = await readList(answer.url, answer.body, answer.charset, this.fetcher.limits)
    const next = this.readState(source, url, answer, state)
    if (content.kind === 'page') {
      const capture = pageCapture(answer, new Date(this.now).toISOString())
      this.added += await this.options.keep([capture], [])
      this.state.commit({ sources: [next] })
      return
    }
    await this.lists.keep(answer)
    this.state.commit({ ...this.newPages(source, url, content, state === undefined), sources: [next] })
    await this.inside(source, url, content, depth)
  }

  /** Lists that a list names, each when it is due itself. */
  private async inside(source: Source, url: string, { lists }: Named, depth: number): Promise<void> {
    if (lists.length > 0 && depth >= maxDepth) {
      const message = 'It is a list inside a list inside a list; what it names was not looked at.'
      this.problems.push({ url, message })
      return
    }
    for (const list of lists) {
      const state = this.state.sources.get(list)
      if (this.signal.aborted) return
      if (!state?.gone && (state?.next ?? 0) <= this.now) await this.look(source, list, depth + 1)
    }
  }

  private newPages(
    source: Source,
    url: string,
    content: Named,
    first: boolean,
  ): { pages: PendingPage[]; done: string[] } {
    const distinct = new Map(content.pages.map(page => [page.url, page]))
    const fresh = [...distinct.values()].filter(page => !this.state.knows(page.url))
    const pending = (page: NamedPage): PendingPage => ({
      url: page.url,
      source: url,
      // A page that is not to be asked for has had its tries.
      tries: source.follow ? 0 : maxTries,
      next: this.now,
      ...(page.item && JSON.stringify(page.item).length <= maxItem && { item: page.item }),
    })
    return {
      pages: fresh.slice(0, first ? firstPages : mostPages).map(pending),
      done: first ? fresh.slice(firstPages).map(page => page.url) : [],
    }
  }

  private readState(source: Source, url: string, answer: Answer, state?: SourceState): SourceState {
    const { etag, lastModified } = answer
    const moved = answer.moved ?? state?.moved
    return {
      url,
      ...(etag && { etag }),
      ...(lastModified && { lastModified }),
      ...(moved && { moved }),
      next: this.now + this.every(source),
      failures: 0,
    }
  }

  private every(source: Source): number {
    return source.every ?? this.options.every
  }

  private same(source: Source, url: string, state: SourceState | undefined): void {
    this.unchanged++
    const { problem: _, ...kept } = state ?? { url }
    this.state.commit({ sources: [{ ...kept, next: this.now + this.every(source), failures: 0 }] })
  }

  private refused(url: string, answer: Answer, state: SourceState | undefined): void {
    const message = `${answer.url} answered with status ${answer.status}.`
    if (answer.status === 410) {
      this.problems.push({ url, message: `${message} It is gone for good and is not looked at again.` })
      this.state.commit({ sources: [{ url, next: 0, failures: 1, problem: message, gone: true }] })
    } else this.failed(url, state, message)
  }

  private failed(url: string, state: SourceState | undefined, problem: string): void {
    this.problems.push({ url, message: problem })
    const failures = (state?.failures ?? 0) + 1
    const next = this.now + (this.fetcher.heldFor(url) || backoff(failures, this.options.clock.random()))
    this.state.commit({ sources: [{ ...(state ?? { url }), next, failures, problem }] })
  }
}

function conditions(state: SourceState | undefined): Record<string, string> {
  return {
    ...(state?.etag && { 'if-none-match': state.etag }),
    ...(state?.lastModified && { 'if-modified-since': state.lastModified }),
  }
}
