import { type CaptureLimits, defaultLimits } from '../capture/index.js'
import type { ListArchive } from './archive.js'
import { type Answer, type GetOptions, get } from './get.js'
import { Hosts, originOf } from './hosts.js'
import type { WatcherOptions } from './options.js'
import { Robots } from './robots.js'
import type { WatchState } from './state.js'
import { retryAfter } from './wait.js'

/** Statuses after which another try may help (RFC 9110 and 6585). */
export const mayPass = (status: number): boolean =>
  status >= 500 || status === 408 || status === 425 || status === 429

/** Time to stay away from a server that answered 429 and did not say for how long. */
const tooMuch = 5 * 60_000

/** Asks for addresses: politely, as robots.txt allows, and not while a server wants to be left alone. */
export class Fetcher {
  readonly limits: CaptureLimits
  private readonly hosts: Hosts
  private readonly robots: Robots

  constructor(
    private readonly options: WatcherOptions,
    private readonly state: WatchState,
    private readonly signal: AbortSignal,
    lists: ListArchive,
  ) {
    this.limits = { ...defaultLimits, ...options.limits }
    this.hosts = new Hosts(options.clock, options.delay)
    for (const [origin, until] of state.held) this.hosts.hold(origin, until)
    this.robots = new Robots(options.clock, this.how({}), answer => lists.keep(answer))
  }

  private how(headers: Readonly<Record<string, string>>): GetOptions {
    const { allowPrivate, request } = this.options
    return {
      ...this.limits,
      allowPrivate,
      hosts: this.hosts,
      headers,
      onHop: (url, hop) => this.heed(url, hop),
      signal: this.signal,
      ...(request && { request }),
    }
  }

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return get(url, { ...this.how(headers), permit: address => this.robots.permit(address) })
  }

  /** Leaves a server alone that says when to come back, or that there was too much of it (429) without saying when. */
  private heed(url: URL, { status, headers }: Parameters<NonNullable<GetOptions['onHop']>>[1]): void {
    if (!mayPass(status)) return
    const now = this.options.clock.now()
    const wait = retryAfter(headers['retry-after'], now) ?? (status === 429 ? tooMuch : 0)
    if (wait === 0) return
    this.hosts.hold(url.origin, now + wait)
    this.state.commit({ hosts: [{ origin: url.origin, until: now + wait }] })
  }

  /** Milliseconds for which the server of an address wants to be left alone; 0 when it may be asked. */
  heldFor(url: string): number {
    const until = this.hosts.heldUntil(originOf(url))
    return until === 0 ? 0 : until - this.options.clock.now()
  }
}
