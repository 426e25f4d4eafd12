/** How the bytes of a capture reached us. */
export type CaptureOrigin = 'file' | 'stdin' | 'http' | 'warc' | 'feed'

/**
 * Bytes as received. Never changed. One capture is one document: a container (JSON Lines, feed, WARC) yields one
 * capture per item, with `container` naming the file it came from.
 */
export interface Capture {
  /** Hash of `uri` and `body`; two captures of the same bytes at one address are the same capture. */
  readonly id: string
  /** Address, or for local files the path as given on the command line. */
  readonly uri: string
  /** Media type without parameters, lower case: `text/html`, `text/plain`, `application/json` (one `{id,url,title,date,text|html}` item). */
  readonly mediaType: string
  /** Charset named by the transport (HTTP header, WARC), if any. Sniffing is the article stage's work. */
  readonly charset?: string
  readonly body: Uint8Array
  /** Instant of the capture, ISO 8601. An upper bound for pages from the network; it never dates a local file. */
  readonly time: string
  /** `sha256:` and 64 hex digits over `body`. */
  readonly digest: string
  readonly origin: CaptureOrigin
  readonly container?: string
}
