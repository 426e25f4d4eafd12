import { default as parseRobots } from 'robots-parser'
import { SynopticError } from '../model/index.js'
import type { Clock } from './clock.js'
import { type Answer, type GetOptions, get } from './get.js'

/** Name that robots.txt files address this program by. */
const agent = 'synoptic'
const day = 24 * 60 * 60_000
/** Time after which a server whose robots.txt could not be read is asked for it again. */
const retry = 10 * 60_000
/** As much of a file as RFC 9309 wants to be read. */
const maxBytes = 500 * 1024

interface Rules {
  readonly until: number
  /** Null while the file cannot be read. */
  readonly allows: ((url: string) => boolean) | null
}

/** The library's types know only its CommonJS form. */
const robotsParser = parseRobots as unknown as (
  url: string,
  text: string,
) => {
  isAllowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}

/**
 * What servers allow (RFC 9309). A file that is not there allows everything; one that cannot be read, because the server fails or is not reached,
 * forbids everything until it can.
 */
export class Robots {
  private readonly rules = new Map<string, Promise<Rules>>()

  constructor(
    private readonly clock: Clock,
    private readonly options: GetOptions,
    /** Told of every file read, before its rules count. */
    private readonly onAnswer: (answer: Answer) => Promise<void> = async () => {},
  ) {}

  /** Rejects with `SYN_ROBOTS` for what the server does not allow, with `SYN_ROBOTS_UNREAD` while it is not known. */
  async permit(url: URL): Promise<void> {
    const { allows } = await this.rulesOf(url.origin)
    const file = `${url.origin}/robots.txt`
    if (!allows)
      throw new SynopticError('SYN_ROBOTS_UNREAD', `${file} cannot be read, so nothing is read there yet.`)
    if (!allows(url.href))
      throw new SynopticError('SYN_ROBOTS', `${url.href} is not to be read: ${file} says so.`)
  }

  private async rulesOf(origin: string): Promise<Rules> {
    const known = await this.rules.get(origin)?.catch(() => undefined)
    if (known && known.until > this.clock.now()) return known
    const asked = this.ask(origin)
    this.rules.set(origin, asked)
    return await asked
  }

  private async ask(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`
    try {
      const answer = await get(address, { ...this.options, maxRedirects: 5 })
      if (answer.status >= 500 || answer.status === 429) return this.unread()
      await this.onAnswer(answer)
      if (answer.status >= 300) return { until: this.clock.now() + day, allows: () => true }
      return this.parsed(address, origin, answer.body)
    } catch (error) {
      if (error instanceof SynopticError && passing.has(error.code)) throw error
      return this.unread()
    }
  }

  private unread(): Rules {
    return { until: this.clock.now() + retry, allows: null }
  }

  private parsed(address: string, origin: string, body: Uint8Array): Rules {
    const parsed = robotsParser(address, new TextDecoder().decode(body.subarray(0, maxBytes)))
    const delay = parsed.getCrawlDelay(agent)
    if (delay) this.options.hosts.slowDown(origin, delay * 1000)
    return { until: this.clock.now() + day, allows: url => parsed.isAllowed(url, agent) ?? true }
  }
}

/** Reasons that say nothing of the file: the server is to be left alone, or watching was ended. */
const passing: ReadonlySet<string> = new Set(['SYN_HELD', 'SYN_STOPPED', 'SYN_ADDRESS_REFUSED'])
