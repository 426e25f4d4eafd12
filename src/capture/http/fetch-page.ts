import { SynopticError } from '../../model/diagnostic.js'
import { decodeContent } from '../decompress.js'
import { parseContentType } from '../media-type.js'
import type { CaptureLimits } from '../options.js'
import { readAtMost, tooLarge } from '../stream.js'
import type { Resolve } from './public-lookup.js'
import { asFetchError, type Hop, requestOnce } from './request.js'

/** A page as received, content coding undone. `url` is where the redirects ended. */
export interface FetchedPage {
  readonly url: string
  readonly status: number
  readonly mediaType?: string
  readonly charset?: string
  readonly etag?: string
  readonly lastModified?: string
  readonly body: Uint8Array
}

export interface FetchOptions extends CaptureLimits {
  readonly allowPrivate: boolean
  /** Further headers, such as `if-none-match`. */
  readonly headers?: Readonly<Record<string, string>>
  readonly resolve?: Resolve
}

/** Gets an address; rejects with a `SynopticError`. */
export type FetchPage = (address: string, options: FetchOptions) => Promise<FetchedPage>

/**
 * Reads a page from the network with limits on size, time, redirects and decompression. Every hop is checked anew: protocol, literal
 * address, looked-up address. Answers other than 2xx are errors, except 304 when a condition was sent.
 */
export const fetchPage: FetchPage = async (address, options) => {
  const signal = AbortSignal.timeout(options.timeoutMs)
  let url = parseAddress(address)
  for (let hops = 0; hops <= options.maxRedirects; hops++) {
    const hop = await requestOnce(url, { ...options, signal })
    const location = hop.headers.location
    if (hop.status >= 300 && hop.status < 400 && hop.status !== 304 && location) {
      hop.body.destroy()
      url = parseAddress(location, url)
      continue
    }
    return await readPage(url, hop, signal, options)
  }
  throw new SynopticError('SYN_REDIRECTS', `${address} redirects more than ${options.maxRedirects} times.`)
}

function parseAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw new SynopticError('SYN_FETCH_FAILED', `"${address}" is not an address.`)
  const url = new URL(address, base?.href)
  if (!/^https?:$/.test(url.protocol)) {
    throw new SynopticError(
      'SYN_ADDRESS_REFUSED',
      `Only http and https are read, found ${url.protocol} in ${url.href}.`,
    )
  }
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

async function readPage(
  url: URL,
  hop: Hop,
  signal: AbortSignal,
  options: FetchOptions,
): Promise<FetchedPage> {
  try {
    const conditional = hop.status === 304 && options.headers
    if ((hop.status < 200 || hop.status > 299) && !conditional) {
      throw new SynopticError('SYN_HTTP_STATUS', `${url.href} answered with status ${hop.status}.`)
    }
    if (Number(hop.headers['content-length'] ?? 0) > options.maxBytes) throw tooLarge(options.maxBytes)
    const decoded = decodeContent(hop.body, hop.headers['content-encoding'], options.maxRatio)
    const body = await readAtMost(decoded, options.maxBytes)
    const { etag, 'last-modified': lastModified } = hop.headers
    return {
      url: url.href,
      status: hop.status,
      ...parseContentType(hop.headers['content-type']),
      ...(etag && { etag }),
      ...(lastModified && { lastModified }),
      body,
    }
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_')
      ? error
      : asFetchError(url, error as Error, signal)
  } finally {
    hop.body.destroy()
  }
}
