import { join } from 'node:path'
import type { FeedItem } from '../capture/index.js'
import { JsonLog } from '../store/json-log.js'
import { hashId } from '../text/hash.js'

/** Times a page is asked for before it is given up. */
export const maxTries = 3

/** What is known of a source: a feed, sitemap, list or page that is looked at again and again. */
export interface SourceState {
  readonly url: string
  readonly etag?: string
  readonly lastModified?: string
  /** When it is looked at next, and how often in a row that failed. */
  readonly next: number
  readonly failures: number
  readonly problem?: string
  /** Address it has moved to for good. */
  readonly moved?: string
  /** True when the server said that it is gone for good. */
  readonly gone?: boolean
}

/** A page that a source named and that is not in the archive yet. `item` is what the feed itself says of it. */
export interface PendingPage {
  readonly url: string
  readonly source: string
  readonly tries: number
  readonly next: number
  readonly item?: FeedItem
}

type Line =
  | { readonly t: 'source'; readonly value: SourceState }
  | { readonly t: 'page'; readonly value: PendingPage }
  /** A page that is done with: archived, given up, or old when its source was first seen. */
  | { readonly t: 'done'; readonly page: string }
  | { readonly t: 'host'; readonly origin: string; readonly until: number }

const keyOf = (url: string) => hashId('w', url)

/**
 * Where watching stands, in `watch/state.jsonl` of a workspace: a log, each change a line, synced before anything is built on it. A line that a killed
 * process left half written is not one. What it says is done is in the archive: the archive is always written first.
 */
export class WatchState {
  readonly sources = new Map<string, SourceState>()
  readonly pending = new Map<string, PendingPage>()
  readonly held = new Map<string, number>()
  private readonly done = new Set<string>()
  /** Addresses of pending pages by the short form that the log names them by. */
  private readonly waiting = new Map<string, string>()
  private readonly log: JsonLog<Line>

  constructor(dir: string) {
    this.log = new JsonLog(join(dir, 'watch', 'state.jsonl'))
    for (const line of this.log.read()) this.apply(line)
    if (this.log.length > 2 * this.live + 1000) this.log.rewrite(this.lines())
  }

  private get live(): number {
    return this.sources.size + this.pending.size + this.done.size + this.held.size
  }

  private apply(line: Line): void {
    if (line.t === 'source') this.sources.set(line.value.url, line.value)
    else if (line.t === 'host') this.held.set(line.origin, line.until)
    else if (line.t === 'page') {
      this.pending.set(line.value.url, line.value)
      this.waiting.set(keyOf(line.value.url), line.value.url)
    } else {
      this.done.add(line.page)
      this.pending.delete(this.waiting.get(line.page) ?? '')
      this.waiting.delete(line.page)
    }
  }

  /** True for a page that waits or is done with. */
  knows(url: string): boolean {
    return this.pending.has(url) || this.done.has(keyOf(url))
  }

  /** Writes changes down, all together, and returns when they are on the disk. */
  commit(changes: {
    readonly sources?: readonly SourceState[]
    readonly pages?: readonly PendingPage[]
    readonly done?: readonly string[]
    readonly hosts?: readonly { readonly origin: string; readonly until: number }[]
  }): void {
    const lines: Line[] = [
      ...(changes.pages ?? []).map(value => ({ t: 'page' as const, value })),
      ...(changes.done ?? []).map(url => ({ t: 'done' as const, page: keyOf(url) })),
      ...(changes.hosts ?? []).map(host => ({ t: 'host' as const, ...host })),
      // Last: a feed counts as read only when its pages are written down.
      ...(changes.sources ?? []).map(value => ({ t: 'source' as const, value })),
    ]
    this.log.append(lines)
    for (const line of lines) this.apply(line)
  }

  /** The shortest log that says the same. */
  private lines(): Line[] {
    return [
      ...[...this.pending.values()].map(value => ({ t: 'page' as const, value })),
      ...[...this.done].map(page => ({ t: 'done' as const, page })),
      ...[...this.held].map(([origin, until]) => ({ t: 'host' as const, origin, until })),
      ...[...this.sources.values()].map(value => ({ t: 'source' as const, value })),
    ]
  }
}
