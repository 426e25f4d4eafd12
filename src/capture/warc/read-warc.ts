import { WARCParser, type WARCRecord } from 'warcio'
import type { Failure } from '../../model/failure.js'
import type { Source } from '../capture.js'
import { decodeContent, isGzip } from '../decompress.js'
import { asFailure, failure } from '../failure.js'
import { kindByMediaType } from '../kind.js'
import { parseContentType } from '../media-type.js'
import type { ResolvedOptions } from '../options.js'
import { noBytes, peek, tooLarge } from '../stream.js'
import { dechunk } from './dechunk.js'
import { gunzipMembers } from './members.js'
import { type RawRecord, splitRecords } from './records.js'

/**
 * The responses and resources of a web archive as sources, in order. Requests, metadata, revisits and conversions hold no document of their
 * own and are passed; broken and over-large records are failures, and the rest goes on.
 */
export async function* readWarc(
  from: Source,
  stream: AsyncIterable<Uint8Array>,
  options: ResolvedOptions,
): AsyncGenerator<Source | Failure> {
  const { head, whole } = await peek(stream, 3)
  const bytes = isGzip(head) ? gunzipMembers(whole, options.maxBytes) : whole
  let number = 0
  for await (const raw of splitRecords(bytes, options.maxBytes)) {
    number++
    const source = await readRecord(raw, from, number, options)
    if (source) yield source
  }
}

const headerOf = (header: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'im').exec(header)?.[1]

async function readRecord(
  raw: RawRecord,
  from: Source,
  number: number,
  options: ResolvedOptions,
): Promise<Source | Failure | null> {
  const place = `${from.uri}#${number}`
  if (raw.kind !== 'record') {
    const uri = headerOf(raw.header, 'WARC-Target-URI') ?? place
    if (raw.kind === 'broken')
      return failure(uri, 'SYN_BAD_WARC', `Record ${number} of ${from.uri} is damaged: ${raw.why}`)
    if (!/^(response|resource)$/.test(headerOf(raw.header, 'WARC-Type') ?? '')) return null
    return asFailure(uri, tooLarge(options.maxBytes))
  }
  try {
    return await toSource(raw.bytes, from, place, options)
  } catch (error) {
    return failure(
      place,
      'SYN_BAD_WARC',
      `Record ${number} of ${from.uri} is damaged: ${(error as Error).message}`,
    )
  }
}

async function toSource(
  bytes: Uint8Array,
  from: Source,
  place: string,
  options: ResolvedOptions,
): Promise<Source | Failure | null> {
  const record = await WARCParser.parse([bytes], { keepHeadersCase: false })
  if (!record || (record.warcType !== 'response' && record.warcType !== 'resource')) return null
  const uri = record.warcTargetURI ?? place
  const status = Number(record.httpHeaders?.statusCode ?? 200)
  if (status < 200 || status > 299)
    return failure(uri, 'SYN_HTTP_STATUS', `The archived answer has status ${status}.`)
  const { mediaType, charset } = parseContentType(contentType(record))
  if (kindByMediaType(mediaType) === 'other') {
    options.onPassedOver({ uri, reason: `${mediaType} is no article.` })
    return null
  }
  const payload = record.warcContentLength > 0 ? await record.readFully(false) : noBytes
  return {
    uri,
    origin: 'warc',
    container: from.uri,
    time: instant(record.warcDate) ?? from.time,
    ...(mediaType && { mediaType }),
    ...(charset && { charset }),
    named: false,
    open: () => payloadOf(record, payload, options),
  }
}

function contentType(record: WARCRecord): string | null | undefined {
  return record.httpHeaders ? record.httpHeaders.headers.get('Content-Type') : record.warcContentType
}

/** Body with transfer and content coding undone. Some crawlers store the body decoded but keep the headers: then it is taken as it is. */
function payloadOf(
  record: WARCRecord,
  payload: Uint8Array,
  options: ResolvedOptions,
): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  const transfer = record.httpHeaders?.headers.get('Transfer-Encoding') ?? ''
  const body = /chunked/i.test(transfer) ? dechunk(payload) : payload
  const coding = record.httpHeaders?.headers.get('Content-Encoding') ?? undefined
  const claimsGzip = /gzip/i.test(coding ?? '')
  return claimsGzip && !isGzip(body) ? [body] : decodeContent([body], coding, options.maxRatio)
}

function instant(date: string | null | undefined): string | undefined {
  const time = date ? new Date(date) : null
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined
}
