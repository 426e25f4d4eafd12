import type { FetchPage } from './http/fetch-page.js'

/** Limits that keep one hostile or broken input from taking memory, time or disk from the rest. */
export interface CaptureLimits {
  /** Largest document in bytes, after decompression. Default 20 MB. */
  readonly maxBytes: number
  /** Time for one address, redirects included. Default 30 s. */
  readonly timeoutMs: number
  /** Redirects followed for one address. Default 10. */
  readonly maxRedirects: number
  /** Bytes out per byte in, beyond which compressed data is refused (once a megabyte has come out). Default 200. */
  readonly maxRatio: number
}

/** Something in a folder or container that is no document and was passed over: an image, a style sheet, a table of other data. */
export interface PassedOver {
  readonly uri: string
  readonly reason: string
}

export interface CaptureOptions extends Partial<CaptureLimits> {
  /** Folder that relative paths are relative to; addresses of captures keep the path as given. Default: the process's. */
  readonly cwd?: string
  /** Gets an address. Default: `fetchPage`, which refuses addresses that are not public. */
  readonly fetch?: FetchPage
  /** Lets addresses of the machine itself and of private networks be read. Default false. */
  readonly allowPrivate?: boolean
  /** Standard input, read for `-`. Default `process.stdin`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Instant of the capture, written into `Capture.time`. Default: the clock. */
  readonly now?: () => Date
  /** Told of what was passed over; these are no failures. */
  readonly onPassedOver?: (entry: PassedOver) => void
}

export const defaultLimits: CaptureLimits = {
  maxBytes: 20_000_000,
  timeoutMs: 30_000,
  maxRedirects: 10,
  maxRatio: 200,
}

/** Options with every default filled in, except those whose default is "none". */
export type ResolvedOptions = CaptureLimits &
  Pick<CaptureOptions, 'fetch' | 'stdin'> &
  Required<Pick<CaptureOptions, 'cwd' | 'allowPrivate' | 'now' | 'onPassedOver'>>

export function resolveOptions(options: CaptureOptions): ResolvedOptions {
  return {
    maxBytes: options.maxBytes ?? defaultLimits.maxBytes,
    timeoutMs: options.timeoutMs ?? defaultLimits.timeoutMs,
    maxRedirects: options.maxRedirects ?? defaultLimits.maxRedirects,
    maxRatio: options.maxRatio ?? defaultLimits.maxRatio,
    cwd: options.cwd ?? process.cwd(),
    allowPrivate: options.allowPrivate ?? false,
    now: options.now ?? (() => new Date()),
    onPassedOver: options.onPassedOver ?? (() => {}),
    ...(options.fetch && { fetch: options.fetch }),
    ...(options.stdin && { stdin: options.stdin }),
  }
}
