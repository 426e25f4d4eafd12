import type { MiddlewareHandler } from 'hono'
import { ProblemError } from '../problem.js'

/** A bucket per key: `burst` requests at once, refilled by `perSecond`. Old buckets are dropped when they are full again. */
export class RateLimit {
  private readonly buckets = new Map<string, { left: number; at: number }>()

  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes one request from the bucket; false when it is empty. */
  take(key: string): boolean {
    const at = this.now()
    const bucket = this.buckets.get(key) ?? { left: this.burst, at }
    bucket.left = Math.min(this.burst, bucket.left + ((at - bucket.at) / 1000) * this.perSecond)
    bucket.at = at
    this.buckets.set(key, bucket)
    if (this.buckets.size > 10_000) this.buckets.clear()
    if (bucket.left < 1) return false
    bucket.left--
    return true
  }
}

/** Refuses requests beyond the limit of their client with 429. */
export function rateLimit(
  limit: RateLimit,
  keyOf: (c: Parameters<MiddlewareHandler>[0]) => string,
): MiddlewareHandler {
  return async (c, next) => {
    if (!limit.take(keyOf(c))) {
      c.header('Retry-After', '1')
      throw new ProblemError(429, 'Too many requests', 'Wait a second and try again.')
    }
    await next()
  }
}
