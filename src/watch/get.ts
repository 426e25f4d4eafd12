import { decodeContent } from '../capture/decompress.js'
import { asFetchError, type Hop, type RequestOptions, requestOnce } from '../capture/http/request.js'
import { parseContentType } from '../capture/media-type.js'
import type { CaptureLimits } from '../capture/options.js'
import { readAtMost, tooLarge } from '../capture/stream.js'
import { SynopticError } from '../model/index.js'
import type { Hosts } from './hosts.js'

/** What a server answered, whatever its status; redirects are behind it. */
export interface Answer {
  /** Address that answered. */
  readonly url: string
  readonly status: number
  readonly mediaType?: string
  readonly charset?: string
  readonly etag?: string
  readonly lastModified?: string
  /** Address that the server wants to be asked from now on: every redirect on the way was permanent. */
  readonly moved?: string
  readonly body: Uint8Array
}

export interface GetOptions extends CaptureLimits {
  readonly allowPrivate: boolean
  readonly hosts: Hosts
  readonly headers?: Readonly<Record<string, string>>
  /** Asked before every request, also after a redirect; throws when the address is not to be read. */
  readonly permit?: (url: URL) => Promise<void>
  /** Told of every answer before the server's next turn. */
  readonly onHop?: (url: URL, hop: Pick<Hop, 'status' | 'headers'>) => void
  readonly signal?: AbortSignal
  /** One request; replaced in tests. */
  readonly request?: (url: URL, options: RequestOptions) => Promise<Hop>
}

function addressOf(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw new SynopticError('SYN_FETCH_FAILED', `"${address}" is not an address.`)
  const url = new URL(address, base?.href)
  if (!/^https?:$/.test(url.protocol))
    throw new SynopticError('SYN_ADDRESS_REFUSED', `Only http and https are read, found ${url.href}.`)
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

interface Step {
  readonly hop: Pick<Hop, 'status' | 'headers'>
  readonly body: Uint8Array
}

/** One request and its body, within the limits; a redirect's body is not read. */
async function step(url: URL, options: GetOptions): Promise<Step> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  const { allowPrivate, headers } = options
  const hop = await (options.request ?? requestOnce)(url, {
    allowPrivate,
    signal,
    ...(headers && { headers }),
  })
  try {
    if (isRedirect(hop)) return { hop, body: new Uint8Array() }
    if (Number(hop.headers['content-length'] ?? 0) > options.maxBytes) throw tooLarge(options.maxBytes)
    const decoded = decodeContent(hop.body, hop.headers['content-encoding'], options.maxRatio)
    return { hop, body: await readAtMost(decoded, options.maxBytes) }
  } catch (error) {
    throw asFetchError(url, error as Error, signal)
  } finally {
    hop.body.destroy()
  }
}

async function told(url: URL, options: GetOptions): Promise<Step> {
  const taken = await step(url, options)
  options.onHop?.(url, taken.hop)
  return taken
}

const isRedirect = ({ status, headers }: Pick<Hop, 'status' | 'headers'>) =>
  status >= 300 && status < 400 && status !== 304 && headers.location !== undefined

/**
 * Asks for an address, politely: every request waits for its server's turn and is permitted anew, also after a redirect. Rejects with a `SynopticError`
 * when no answer came; an answer of any status resolves.
 */
export async function get(address: string, options: GetOptions): Promise<Answer> {
  let url = addressOf(address)
  let moved: string | undefined
  let permanent = true
  for (let hops = 0; hops <= options.maxRedirects; hops++) {
    await options.permit?.(url)
    const { hop, body } = await options.hosts.turn(url, () => told(url, options), options.signal)
    if (!isRedirect(hop)) return answerOf(url, hop, body, moved)
    permanent &&= hop.status === 301 || hop.status === 308
    url = addressOf(hop.headers.location!, url)
    moved = permanent ? url.href : undefined
  }
  throw new SynopticError('SYN_REDIRECTS', `${address} redirects more than ${options.maxRedirects} times.`)
}

function answerOf(
  url: URL,
  { status, headers }: Step['hop'],
  body: Uint8Array,
  moved: string | undefined,
): Answer {
  const { etag, 'last-modified': lastModified } = headers
  return {
    url: url.href,
    status,
    ...parseContentType(headers['content-type']),
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(moved && { moved }),
    body,
  }
}
