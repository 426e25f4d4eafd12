import type { MiddlewareHandler } from 'hono'
import { ProblemError } from '../problem.js'

/** Names under which this machine reaches itself. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The host name of a Host or Origin header, without the port; null when it is none. */
export function hostName(value: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(value)
  return match ? match[1]!.toLowerCase() : null
}

/**
 * Refuses requests for another host name than those the server is known by (a page elsewhere can make its own name point here: DNS
 * rebinding), and changes asked for by pages of other origins.
 */
export function hostCheck(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set([...loopback, ...hosts.map(host => host.toLowerCase())])
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    const name = hostName(host)
    if (!name || !known.has(name))
      throw new ProblemError(
        421,
        'Unknown host',
        'This server does not answer for that host name. Name it with --allow-host to serve it.',
      )
    const origin = c.req.header('origin')
    const foreign = origin !== undefined && origin.replace(/^https?:\/\//, '') !== host
    const site = c.req.header('sec-fetch-site')
    const crossSite = site !== undefined && site !== 'same-origin' && site !== 'none'
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
    if (foreign || (changes && crossSite))
      throw new ProblemError(403, 'Foreign origin', 'Pages of other origins may not use this server.')
    await next()
  }
}
