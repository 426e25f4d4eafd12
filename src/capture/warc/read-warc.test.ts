import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Capture } from '../../model/capture.js'
import type { Failure } from '../../model/failure.js'
import type { Source } from '../capture.js'
import { expand } from '../expand.js'
import { isFailure } from '../failure.js'
import { type PassedOver, resolveOptions } from '../options.js'

const head = (type: string, uri: string, length: number, more = '') =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2021-05-06T07:08:09Z\r\n${more}Content-Length: ${length}\r\n\r\n`

function record(type: string, uri: string, block: string | Buffer, more = ''): Buffer {
  const bytes = Buffer.from(block)
  return Buffer.concat([Buffer.from(head(type, uri, bytes.length, more)), bytes, Buffer.from('\r\n\r\n')])
}

function response(
  uri: string,
  body: string | Buffer,
  headers = 'Content-Type: text/html; charset=utf-8',
  status = '200 OK',
): Buffer {
  return record(
    'response',
    uri,
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)]),
  )
}

const pageA = response('https://a.example/1', '<html><p>Treaty signed.</p></html>')
const pageB = response('https://b.example/2', '<html><p>Envoys left.</p></html>')
const note = record('resource', 'file:///note.txt', 'A note.', 'Content-Type: text/plain\r\n')
const info = record('warcinfo', 'urn:x', 'software: none\r\n')

async function read(bytes: Buffer | Buffer[], maxBytes = 20_000_000, name = 'crawl.warc.gz') {
  const passed: PassedOver[] = []
  const options = resolveOptions({ maxBytes, onPassedOver: entry => passed.push(entry) })
  // In small pieces, as a pipe gives them.
  const all = Buffer.concat([bytes].flat())
  const chunks = Array.from({ length: Math.ceil(all.length / 100) }, (_, i) =>
    all.subarray(i * 100, i * 100 + 100),
  )
  const source: Source = {
    uri: name,
    origin: 'file',
    time: '2024-01-01T00:00:00.000Z',
    named: true,
    open: () => chunks,
  }
  const captures: Capture[] = []
  const failures: Failure[] = []
  for await (const found of expand(source, options)) {
    if (isFailure(found)) failures.push(found)
    else captures.push(found)
  }
  return { captures, failures, passed, uris: captures.map(capture => capture.uri) }
}

const zip = (...records: Buffer[]) => records.map(one => gzipSync(one))

describe('a whole archive', () => {
  it.each([
    ['plain', [info, pageA, note, pageB], 'crawl.warc'],
    ['a member a record', zip(info, pageA, note, pageB), 'crawl.warc.gz'],
    ['one member', [gzipSync(Buffer.concat([info, pageA, note, pageB]))], 'crawl.warc.gz'],
    ['without a telling name', zip(info, pageA, note, pageB), 'download'],
  ])('%s', async (_, bytes, name) => {
    const { captures, failures, uris } = await read(bytes, undefined, name)
    expect(failures).toEqual([])
    expect(uris).toEqual(['https://a.example/1', 'file:///note.txt', 'https://b.example/2'])
    expect(captures[0]).toMatchObject({
      mediaType: 'text/html',
      charset: 'utf-8',
      origin: 'warc',
      container: name,
      time: '2021-05-06T07:08:09.000Z',
    })
    expect(Buffer.from(captures[1]!.body).toString()).toBe('A note.')
  })

  it('passes requests, revisits and images, and names bad statuses', async () => {
    const { uris, failures, passed } = await read(
      zip(
        record('request', 'https://a.example/1', 'GET / HTTP/1.1\r\n\r\n'),
        record('revisit', 'https://a.example/1', ''),
        response('https://a.example/i.png', 'PNG', 'Content-Type: image/png'),
        response('https://a.example/gone', 'Gone', 'Content-Type: text/html', '410 Gone'),
        pageA,
      ),
    )
    expect(uris).toEqual(['https://a.example/1'])
    expect(failures).toMatchObject([{ uri: 'https://a.example/gone', code: 'SYN_HTTP_STATUS' }])
    expect(passed.map(entry => entry.uri)).toEqual(['https://a.example/i.png'])
  })

  it('undoes chunks and compression of the archived answer', async () => {
    const packed = gzipSync('<html><p>Packed.</p></html>')
    const chunked = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const headers = 'Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip'
    const kept = response('https://a.example/kept', '<html><p>Stored plain.</p></html>', headers)
    const { captures } = await read(zip(response('https://a.example/c', chunked, headers), kept))
    expect(captures.map(capture => Buffer.from(capture.body).toString())).toEqual([
      '<html><p>Packed.</p></html>',
      '<html><p>Stored plain.</p></html>',
    ])
  })
})

describe('damage', () => {
  it('of one compressed record costs that record only', async () => {
    const members = zip(info, pageA, note, pageB)
    members[2]!.fill(0, 20, 60)
    const { uris, failures } = await read(members)
    expect(uris).toEqual(['https://a.example/1', 'https://b.example/2'])
    expect(failures).toMatchObject([{ code: 'SYN_BAD_WARC' }])
  })

  it('of a plain record costs that record only', async () => {
    const bad = Buffer.from(String(note).replace(/Content-Length: \d+/, 'Content-Length: many'))
    const { uris, failures } = await read([info, pageA, bad, pageB], undefined, 'crawl.warc')
    expect(uris).toEqual(['https://a.example/1', 'https://b.example/2'])
    expect(failures).toMatchObject([{ code: 'SYN_BAD_WARC' }])
  })

  it('by cutting off at any byte gives the records before and one failure', async () => {
    for (const members of [zip(info, pageA, pageB), [info, pageA, pageB]]) {
      const whole = Buffer.concat(members)
      const start = members[0]!.length + members[1]!.length
      for (let cut = start + 1; cut < whole.length - 4; cut += 7) {
        const { uris, failures } = await read(
          whole.subarray(0, cut),
          undefined,
          members[0] === info ? 'x.warc' : 'x.warc.gz',
        )
        expect(uris, `cut at ${cut}`).toEqual(['https://a.example/1'])
        expect(failures, `cut at ${cut}`).toMatchObject([{ code: 'SYN_BAD_WARC' }])
      }
    }
  })

  it('a record over the limit is refused without being kept, and the rest goes on', async () => {
    const large = response('https://a.example/large', Buffer.alloc(500_000, 'news '))
    for (const bytes of [zip(pageA, large, pageB), [pageA, large, pageB]]) {
      const { uris, failures } = await read(bytes, 10_000, bytes[0] === pageA ? 'x.warc' : 'x.warc.gz')
      expect(uris).toEqual(['https://a.example/1', 'https://b.example/2'])
      expect(failures).toMatchObject([{ uri: 'https://a.example/large', code: 'SYN_TOO_LARGE' }])
    }
  })

  it('a payload that swells is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    const { failures } = await read(
      zip(response('https://a.example/b', bomb, 'Content-Type: text/html\r\nContent-Encoding: gzip')),
    )
    expect(failures).toMatchObject([{ uri: 'https://a.example/b', code: 'SYN_DECOMPRESSION_LIMIT' }])
  })
})
