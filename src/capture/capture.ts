import type { Capture, CaptureOrigin } from '../model/capture.js'
import { hashId, sha256 } from '../text/hash.js'

/** Where bytes come from, before it is known what they hold. */
export interface Source {
  /** Address, or the path as given on the command line. */
  readonly uri: string
  readonly origin: CaptureOrigin
  readonly time: string
  readonly container?: string
  readonly mediaType?: string
  readonly charset?: string
  /** Size in bytes where it is known before reading. */
  readonly size?: number
  /** True when the user named it; false when it was met in a folder or web archive, where things that are no documents are passed over. */
  readonly named: boolean
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Makes the capture of one document: identity and digest are computed here and nowhere else. */
export function makeCapture(
  from: Pick<Source, 'uri' | 'origin' | 'time' | 'container' | 'charset'>,
  mediaType: string,
  body: Uint8Array,
): Capture {
  const digest = sha256(body)
  return {
    id: hashId('c', from.uri, digest),
    uri: from.uri,
    mediaType,
    ...(from.charset && { charset: from.charset }),
    body,
    time: from.time,
    digest,
    origin: from.origin,
    ...(from.container && { container: from.container }),
  }
}
