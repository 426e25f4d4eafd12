import { SynopticError } from '../model/index.js'
import type { Clock } from './clock.js'
import { durationText } from './wait.js'

/** Address of a server without path: what robots.txt and politeness go by. */
export const originOf = (url: string | URL): string => new URL(url).origin

interface Host {
  last: Promise<unknown>
  free: number
  heldUntil: number
  delay: number
}

/** Takes care that a server is asked for one thing at a time, with a pause between, and not at all while it wants to be left alone. */
export class Hosts {
  private readonly hosts = new Map<string, Host>()

  constructor(
    private readonly clock: Clock,
    /** Milliseconds between two requests to a server. */
    private readonly delay: number,
  ) {}

  private of(origin: string): Host {
    const known = this.hosts.get(origin)
    if (known) return known
    const host = { last: Promise.resolve(), free: 0, heldUntil: 0, delay: this.delay }
    this.hosts.set(origin, host)
    return host
  }

  /** A longer pause that the server asks for (`Crawl-delay`); a minute at most. */
  slowDown(origin: string, delay: number): void {
    this.of(origin).delay = Math.min(60_000, Math.max(this.delay, delay))
  }

  /** Leaves a server alone until then (`Retry-After`). */
  hold(origin: string, until: number): void {
    const host = this.of(origin)
    host.heldUntil = Math.max(host.heldUntil, until)
  }

  /** When the server may be asked again; 0 when it may be now. */
  heldUntil(origin: string): number {
    const { heldUntil } = this.of(origin)
    return heldUntil > this.clock.now() ? heldUntil : 0
  }

  /** Runs a request when its server's turn has come. Rejects with `SYN_HELD` while the server wants to be left alone. */
  turn<T>(url: URL, request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const host = this.of(url.origin)
    const run = host.last.then(async () => {
      const held = host.heldUntil - this.clock.now()
      if (held > 0)
        throw new SynopticError(
          'SYN_HELD',
          `${url.host} asked to be left alone for another ${durationText(held)}.`,
        )
      await this.clock.sleep(host.free - this.clock.now(), signal)
      if (signal?.aborted) throw new SynopticError('SYN_STOPPED', 'Watching was ended.')
      try {
        return await request()
      } finally {
        host.free = this.clock.now() + host.delay
      }
    })
    host.last = run.catch(() => {})
    return run
  }
}
