import { join } from 'node:path'
import { JsonLog } from '../store/json-log.js'
import type { Target } from './config.js'
import type { Notice } from './notice.js'

/** A notice on its way to one target. */
export interface Waiting {
  readonly notice: Notice
  readonly target: Target
  readonly tries: number
  /** Milliseconds since 1970. */
  readonly next: number
  readonly problem?: string
}

type Line =
  /** An alert was looked at for the first time: what matched then is told, though to nobody. */
  | { readonly t: 'base'; readonly alert: string }
  | { readonly t: 'told'; readonly alert: string; readonly event: string; readonly print: string }
  | { readonly t: 'wait'; readonly value: Waiting }
  | { readonly t: 'sent'; readonly id: string }
  /** Given up after many tries; kept to be listed. */
  | { readonly t: 'dead'; readonly value: Waiting }

/** Changes that are written down together. */
export interface OutboxChange {
  readonly base?: { readonly alert: string }
  readonly told?: readonly { readonly alert: string; readonly event: string; readonly print: string }[]
  readonly waiting?: readonly Waiting[]
}

/**
 * What was told and what waits to be sent, in `alerts/outbox.jsonl` of a workspace. A notice is written down before it is sent, in one write with the fact
 * that its event is told, and crossed out after: nothing is lost, and nothing is sent twice but when a process dies in between; then it carries
 * the same id.
 */
export class Outbox {
  readonly waiting = new Map<string, Waiting>()
  readonly dead = new Map<string, Waiting>()
  private readonly bases = new Set<string>()
  private readonly told = new Map<string, string>()
  private readonly log: JsonLog<Line>

  constructor(dir: string) {
    this.log = new JsonLog(join(dir, 'alerts', 'outbox.jsonl'))
    for (const line of this.log.read()) this.apply(line)
    const live = this.bases.size + this.told.size + this.waiting.size + this.dead.size
    if (this.log.length > 2 * live + 1000) this.log.rewrite(this.lines())
  }

  private apply(line: Line): void {
    if (line.t === 'base') this.bases.add(line.alert)
    else if (line.t === 'told') this.told.set(`${line.alert} ${line.event}`, line.print)
    else if (line.t === 'sent') this.waiting.delete(line.id)
    else if (line.t === 'wait') this.waiting.set(line.value.notice.id, line.value)
    else {
      this.waiting.delete(line.value.notice.id)
      this.dead.set(line.value.notice.id, line.value)
    }
  }

  private write(lines: readonly Line[]): void {
    this.log.append(lines)
    for (const line of lines) this.apply(line)
  }

  /** True when the alert was looked at before. An alert is named here by its name and its query. */
  hasBase(alert: string): boolean {
    return this.bases.has(alert)
  }

  /** What was told of an event, if anything. */
  printOf(alert: string, event: string): string | undefined {
    return this.told.get(`${alert} ${event}`)
  }

  commit({ base, told = [], waiting = [] }: OutboxChange): void {
    this.write([
      // Notices first: should the write be cut off, they are made again with the same ids.
      ...waiting.map(value => ({ t: 'wait' as const, value })),
      ...told.map(one => ({ t: 'told' as const, ...one })),
      ...(base ? [{ t: 'base' as const, ...base }] : []),
    ])
  }

  sent(id: string): void {
    this.write([{ t: 'sent', id }])
  }

  giveUp(value: Waiting): void {
    this.write([{ t: 'dead', value }])
  }

  private lines(): Line[] {
    return [
      ...[...this.bases].map(alert => ({ t: 'base' as const, alert })),
      ...[...this.told].map(([key, print]) => {
        const [alert, event] = key.split(' ') as [string, string]
        return { t: 'told' as const, alert, event, print }
      }),
      ...[...this.waiting.values()].map(value => ({ t: 'wait' as const, value })),
      ...[...this.dead.values()].map(value => ({ t: 'dead' as const, value })),
    ]
  }
}
