import { WARCParser, WARCRecord, WARCSerializer } from 'warcio'
import type { Capture } from '../model/capture.js'
import { SynopticError } from '../model/diagnostic.js'
import { sha256 } from '../text/hash.js'

/** Header with the fields of a capture that WARC has no place for, as JSON in ASCII. */
const fieldsHeader = 'Synoptic-Capture'

function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Target of a record: addresses as they are; a path becomes a `file:` address, because the format wants one. */
function targetOf(uri: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return uri
  return `file:${uri.split('/').map(encodeURIComponent).join('/')}`
}

/** Record ids are made from the content, so that equal appends give equal files. */
function recordId(...parts: readonly (string | number)[]): string {
  const hex = sha256(parts.join('\u0000')).slice(7)
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}>`
}

const serialize = (record: WARCRecord): Promise<Uint8Array> => WARCSerializer.serialize(record)

/**
 * A capture as a WARC/1.1 record (ISO 28500:2017): `response` for what came over HTTP, `resource` for everything else. The HTTP header of a
 * response is written anew from media type and charset: the body is stored with its content coding undone.
 */
export function captureRecord(capture: Capture, sequence: number): Promise<Uint8Array> {
  const { body, ...fields } = capture
  const type = `${capture.mediaType}${capture.charset ? `; charset=${capture.charset}` : ''}`
  const response = capture.origin === 'http'
  const record = WARCRecord.create(
    {
      type: response ? 'response' : 'resource',
      url: targetOf(capture.uri),
      date: capture.time,
      warcVersion: 'WARC/1.1',
      warcHeaders: {
        'WARC-Record-ID': recordId(capture.id, sequence),
        'WARC-Payload-Digest': capture.digest,
        ...(!response && { 'WARC-Block-Digest': capture.digest }),
        'Content-Type': response ? 'application/http; msgtype=response' : type,
        [fieldsHeader]: ascii(fields),
      },
      ...(response && { httpHeaders: { 'Content-Type': type, 'Content-Length': String(body.length) } }),
    },
    [body],
  )
  return serialize(record)
}

/** The same bytes met again: a `revisit` without content that names the first record. */
export function revisitRecord(capture: Capture, count: number): Promise<Uint8Array> {
  const record = WARCRecord.create({
    type: 'revisit',
    url: targetOf(capture.uri),
    date: capture.time,
    warcVersion: 'WARC/1.1',
    warcHeaders: {
      'WARC-Record-ID': recordId(capture.id, 'revisit', capture.time, count),
      'WARC-Payload-Digest': capture.digest,
      'WARC-Refers-To-Target-URI': targetOf(capture.uri),
    },
  })
  return serialize(record)
}

/** Stands where a removed capture stood, so that the places of the others do not move. Names nothing. */
export function removedRecord(sequence: number, time: string): Promise<Uint8Array> {
  const record = WARCRecord.create(
    {
      type: 'metadata',
      date: time,
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Record-ID': recordId('removed', sequence), 'Content-Type': 'text/plain' },
    },
    [new TextEncoder().encode('A document stood here and was removed.\n')],
  )
  return serialize(record)
}

/** First record of a file. */
export function infoRecord(filename: string, time: string): Promise<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    {
      filename,
      date: time,
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Record-ID': recordId('info', filename) },
    },
    { software: 'synoptic', format: 'WARC File Format 1.1' },
  )
  return serialize(record)
}

/** Reads back what `captureRecord` wrote. */
export async function parseCaptureRecord(bytes: Uint8Array): Promise<Capture> {
  const record = await WARCParser.parse([bytes])
  const fields = record?.warcHeader(fieldsHeader)
  if (!record || !fields) {
    throw new SynopticError('SYN_BAD_ARCHIVE', 'The record in the archive is not one of a capture.')
  }
  const body = record.warcContentLength === 0 ? new Uint8Array(0) : await record.readFully(false)
  return { ...(JSON.parse(fields) as Omit<Capture, 'body'>), body: new Uint8Array(body) }
}
