import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { SynopticError } from '../../model/diagnostic.js'
import { isPublicAddress } from './address.js'
import { publicLookup, type Resolve, refused } from './public-lookup.js'

export interface Hop {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: AsyncIterable<Uint8Array> & { destroy(): unknown }
}

export interface RequestOptions {
  readonly allowPrivate: boolean
  readonly signal: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  /** Default GET. */
  readonly method?: 'GET' | 'POST'
  /** Sent with the request. */
  readonly body?: string
  /** Name look-up; replaced in tests. */
  readonly resolve?: Resolve
}

const sent = {
  'user-agent': 'synoptic/0.1 (news coverage reader)',
  accept:
    'text/html,application/xhtml+xml,application/feed+json,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
}

/** One request without following redirects. The check of the address and the connection use the same look-up. */
export function requestOnce(url: URL, options: RequestOptions): Promise<Hop> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Node connects to a literal address without a look-up, so it is checked here.
  if (!options.allowPrivate && isIP(host) && !isPublicAddress(host))
    return Promise.reject(refused(url.hostname, host))
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const call = send(url, {
      method: options.method ?? 'GET',
      headers: { ...sent, ...options.headers },
      signal: options.signal,
      // No shared agent: a kept-alive connection would skip the look-up.
      agent: false,
      auth: undefined,
      ...(!options.allowPrivate && { lookup: publicLookup(options.resolve) }),
    })
    call.on('response', answer =>
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer }),
    )
    call.on('error', error => reject(asFetchError(url, error, options.signal)))
    call.end(options.body)
  })
}

/** Errors of the connection under the stage's own codes. */
export function asFetchError(url: URL, error: Error, signal: AbortSignal): SynopticError {
  if (error instanceof SynopticError) return error
  // A response that is aborted half-way fails as a reset connection.
  if (signal.aborted) {
    return new SynopticError('SYN_TIMEOUT', `${url.host} did not answer in time.`, { cause: error })
  }
  const reason = error.message || (error as NodeJS.ErrnoException).code || error.name
  return new SynopticError('SYN_FETCH_FAILED', `${url.host} could not be read: ${reason}`, { cause: error })
}
