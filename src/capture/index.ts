import type { Capture } from '../model/capture.js'
import type { Failure } from '../model/failure.js'
import type { Source } from './capture.js'
import { expand } from './expand.js'
import { isFailure } from './failure.js'
import { sourcesOf } from './inputs.js'
import { type CaptureOptions, resolveOptions } from './options.js'

export { makeCapture } from './capture.js'
export { isFailure } from './failure.js'
export type { FeedItem } from './feed/feed-item.js'
export { parseJsonFeed } from './feed/json-feed.js'
export { type LinkList, type ListedLink, parseLinkList } from './feed/link-list.js'
export { parseXmlFeed } from './feed/xml-feed.js'
export { isPublicAddress } from './http/address.js'
export { type FetchedPage, type FetchOptions, type FetchPage, fetchPage } from './http/fetch-page.js'
export { type CaptureLimits, type CaptureOptions, defaultLimits, type PassedOver } from './options.js'

/**
 * Reads files, folders, patterns, web archives, saved feeds, `-` and addresses into captures, in a fixed order: that of the inputs, and
 * within each that of its sorted paths and of the items in the file. What cannot be read is a failure in the same stream; nothing is thrown.
 */
export async function* readCaptures(
  inputs: readonly string[],
  options: CaptureOptions = {},
): AsyncGenerator<Capture | Failure> {
  const resolved = resolveOptions(options)
  for (const input of inputs) {
    for await (const source of sourcesOf(input, resolved)) {
      if (isFailure(source)) yield source
      else yield* expand(source, resolved)
    }
  }
}

/** Bytes that were handed over under a name (an upload, pasted text): read like a file of that name, containers included. */
export async function* readBytes(
  name: string,
  body: Uint8Array,
  options: CaptureOptions = {},
): AsyncGenerator<Capture | Failure> {
  const resolved = resolveOptions(options)
  const source: Source = {
    uri: name,
    origin: 'file',
    time: resolved.now().toISOString(),
    size: body.length,
    named: true,
    open: () => [body],
  }
  yield* expand(source, resolved)
}
