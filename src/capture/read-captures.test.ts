import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Capture } from '../model/capture.js'
import { SynopticError } from '../model/diagnostic.js'
import type { Failure } from '../model/failure.js'
import { hashId, sha256 } from '../text/hash.js'
import { type CaptureOptions, isFailure, type PassedOver, readCaptures } from './index.js'

let dir: string
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'capture-')))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function put(name: string, content: string | Uint8Array): string {
  const path = join(dir, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function read(inputs: string[], options: CaptureOptions = {}) {
  const captures: Capture[] = []
  const failures: Failure[] = []
  const passed: PassedOver[] = []
  const now = () => new Date('2024-05-06T07:08:09Z')
  for await (const found of readCaptures(inputs, {
    now,
    onPassedOver: entry => passed.push(entry),
    ...options,
  })) {
    if (isFailure(found)) failures.push(found)
    else captures.push(found)
  }
  const relative = (uri: string) => uri.replace(`${dir}/`, '')
  return {
    captures,
    failures,
    passed,
    uris: captures.map(capture => relative(capture.uri)),
    codes: failures.map(one => one.code),
  }
}

const stdin = (...chunks: (string | Uint8Array)[]): CaptureOptions => ({
  stdin: (async function* () {
    for (const chunk of chunks) yield typeof chunk === 'string' ? new Uint8Array(Buffer.from(chunk)) : chunk
  })(),
})

describe('files', () => {
  it('give one capture each, with the name as given', async () => {
    const path = put('a story.txt', 'Ministers met.')
    const { captures, failures } = await read([path])
    const body = new Uint8Array(Buffer.from('Ministers met.'))
    expect(failures).toEqual([])
    expect({ ...captures[0]!, body: new Uint8Array(captures[0]!.body) }).toEqual({
      id: hashId('c', path, sha256(body)),
      uri: path,
      mediaType: 'text/plain',
      body,
      time: '2024-05-06T07:08:09.000Z',
      digest: sha256(body),
      origin: 'file',
    })
  })

  it('are told apart by content where the name says nothing', async () => {
    put('a', '<!DOCTYPE html><html><body>x</body></html>')
    put('b', 'Plain words.')
    put('c', '{"text":"item"}\n{"text":"item two"}\n')
    put('d', gzipSync('Packed words.'))
    put('e.gz', gzipSync('<html><p>x</p></html>'))
    put('f.xml', '<?xml version="1.0"?><rss><channel><item><title>T</title></item></channel></rss>')
    const { captures, uris } = await read([dir])
    expect(uris).toEqual(['a', 'b', 'c#1', 'c#2', 'd', 'e.gz', 'f.xml#1'])
    expect(captures.map(capture => capture.mediaType)).toEqual([
      'text/html',
      'text/plain',
      'application/json',
      'application/json',
      'text/plain',
      'text/html',
      'application/json',
    ])
  })

  it('that cannot be read are failures and the others go on', async () => {
    const good = put('good.txt', 'x')
    const empty = put('empty.txt', '')
    const bad = put('bad.txt.gz', gzipSync('some words').subarray(0, 20))
    const junk = put('junk.html.gz', Buffer.concat([gzipSync('<p>'), Buffer.from('trailing bytes')]))
    const { uris, codes } = await read([
      join(dir, 'missing.txt'),
      empty,
      bad,
      junk,
      `${good}/x`,
      'ftp://a.example/',
      good,
    ])
    expect(uris).toEqual(['good.txt'])
    expect(codes).toEqual([
      'SYN_NOT_FOUND',
      'SYN_EMPTY',
      'SYN_BAD_GZIP',
      'SYN_BAD_GZIP',
      'SYN_NOT_FOUND',
      'SYN_ADDRESS_REFUSED',
    ])
  })

  it('over the limit are refused, packed ones too', async () => {
    put('1.txt', Buffer.alloc(3000, 'a'))
    put('2.txt.gz', gzipSync(Buffer.alloc(3000, 'a')))
    put('3.jsonl', `{"text":"${'a'.repeat(3000)}"}\n{"text":"b"}`)
    put('4.txt.gz', gzipSync(gzipSync(gzipSync('x'))))
    const { codes, uris } = await read([dir], { maxBytes: 2000 })
    expect(codes).toEqual(['SYN_TOO_LARGE', 'SYN_TOO_LARGE', 'SYN_TOO_LARGE', 'SYN_DECOMPRESSION_LIMIT'])
    expect(uris).toEqual(['3.jsonl#2'])
    expect((await read([join(dir, '2.txt.gz')], { maxRatio: 2, maxBytes: 1e9 })).codes).toEqual([])
    const bomb = put('bomb.txt.gz', gzipSync(Buffer.alloc(10_000_000)))
    expect((await read([bomb])).codes).toEqual(['SYN_DECOMPRESSION_LIMIT'])
  })
})

describe('folders and patterns', () => {
  it('are read in the order of their sorted paths, without hidden files', async () => {
    for (const name of ['b.txt', 'a/2.txt', 'a/10.txt', 'B.txt', '.hidden/x.txt', 'a.txt']) put(name, name)
    expect((await read([dir])).uris).toEqual(['B.txt', 'a/10.txt', 'a/2.txt', 'a.txt', 'b.txt'])
    expect((await read([`${dir}/`])).uris[0]).toBe('B.txt')
    expect((await read([`${dir}/**/*.txt`])).uris).toEqual(['B.txt', 'a/10.txt', 'a/2.txt', 'a.txt', 'b.txt'])
    expect((await read([`${dir}/[ab]*`])).uris).toEqual(['a/10.txt', 'a/2.txt', 'a.txt', 'b.txt'])
    expect((await read([`${dir}/*.nothing`])).codes).toEqual(['SYN_NOT_FOUND'])
  })

  it('end where links lead in a circle', async () => {
    put('a/x.txt', 'x')
    symlinkSync('..', join(dir, 'a/up'))
    symlinkSync('self', join(dir, 'a/self'))
    const { uris, codes, passed } = await read([dir])
    expect(uris).toEqual(['a/x.txt'])
    expect(codes).toEqual(['SYN_UNREADABLE'])
    expect(passed).toHaveLength(1)
  })

  it('pass over what is no document, and say so', async () => {
    put('README.md', '# Notes')
    put('photo.jpg', 'x')
    put('gold.json', '{"pages":[]}')
    put('sitemap.xml', '<?xml version="1.0"?><plist/>')
    put('page.txt', 'x')
    const { uris, failures, passed } = await read([dir])
    expect([uris, failures]).toEqual([['page.txt'], []])
    expect(passed).toHaveLength(4)
    expect((await read([join(dir, 'gold.json'), join(dir, 'sitemap.xml')])).codes).toEqual([
      'SYN_BAD_ITEM',
      'SYN_UNSUPPORTED_TYPE',
    ])
  })

  it('without files are a failure', async () => {
    mkdirSync(join(dir, 'none'))
    expect((await read([join(dir, 'none')])).codes).toEqual(['SYN_EMPTY'])
  })
})

describe('items of a JSON file', () => {
  it('keep their bytes as received and their address', async () => {
    const line = '{ "id":"1",  "url":"https://a.example/1","text":"One \\u00e9" }'
    put('a.jsonl', `\ufeff${line}\r\n\r\n{"text":"two"}`)
    const { captures, uris } = await read([join(dir, 'a.jsonl')])
    expect(uris).toEqual(['https://a.example/1', 'a.jsonl#2'])
    expect(Buffer.from(captures[0]!.body).toString()).toBe(line)
    expect(captures[0]!.container).toBe(join(dir, 'a.jsonl'))
  })

  it('that are broken are failures with their line', async () => {
    put('a.jsonl', '{"text":"one"}\n{"text":\n\n[1]\n{"title":"no body"}\n{"html":" "}\n{"text":"last"}\n')
    const { uris, failures, codes } = await read([dir])
    expect(uris).toEqual(['a.jsonl#1', 'a.jsonl#6'])
    expect(codes).toEqual(['SYN_BAD_JSON', 'SYN_BAD_ITEM', 'SYN_BAD_ITEM', 'SYN_EMPTY'])
    expect(failures.map(one => one.message.slice(0, 7))).toEqual(['Line 2:', 'Line 4:', 'Line 5:', 'Line 6:'])
  })

  it('may stand in an array, alone, or in a JSON Feed', async () => {
    put('array.json', '[\n {"text":"a"},\n {"text":"b"}\n]')
    put(
      'feed.json',
      '{"version":"https://jsonfeed.org/version/1","items":[{"url":"https://f.example/1","content_text":"x"}]}',
    )
    put('lines.json', '{"text":"a"}\n{"text":"b"}')
    put('one.json', '{\n "text": "a"\n}')
    expect((await read([dir])).uris).toEqual([
      'array.json#1',
      'array.json#2',
      'https://f.example/1',
      'lines.json#1',
      'lines.json#2',
      'one.json#1',
    ])
  })
})

describe('standard input', () => {
  it('may be anything', async () => {
    expect((await read(['-'], stdin('Plain ', 'words.'))).captures[0]).toMatchObject({
      uri: '-',
      origin: 'stdin',
      mediaType: 'text/plain',
    })
    expect((await read(['-'], stdin('{"text":"a"}\n{"te', 'xt":"b"}'))).uris).toEqual(['-#1', '-#2'])
    expect((await read(['-'], stdin(gzipSync('<html><p>x')))).captures[0]).toMatchObject({
      mediaType: 'text/html',
    })
    expect((await read(['-'], stdin())).codes).toEqual(['SYN_EMPTY'])
  })
})

describe('addresses', () => {
  const fetch = (type: string, body: string): CaptureOptions => ({
    fetch: async address => ({
      url: `${address}/final`,
      status: 200,
      mediaType: type,
      charset: 'utf-8',
      body: new Uint8Array(Buffer.from(body)),
    }),
  })

  it('are read through the fetch that is handed in', async () => {
    const { captures } = await read(['https://a.example'], fetch('text/html', '<p>x</p>'))
    expect(captures[0]).toMatchObject({
      uri: 'https://a.example/final',
      origin: 'http',
      mediaType: 'text/html',
      charset: 'utf-8',
    })
  })

  it('that give a feed give its entries and follow no link', async () => {
    const feed =
      '<rss><channel><item><title>Itself</title><link>https://a.example/feed</link></item></channel></rss>'
    const { captures } = await read(['https://a.example/feed'], fetch('application/rss+xml', feed))
    expect(captures).toMatchObject([
      { uri: 'https://a.example/feed', origin: 'feed', container: 'https://a.example/feed/final' },
    ])
  })

  it('that fail are failures', async () => {
    const failing: CaptureOptions = {
      fetch: async () => {
        throw new SynopticError('SYN_HTTP_STATUS', 'status 500')
      },
    }
    expect((await read(['https://a.example/'], failing)).codes).toEqual(['SYN_HTTP_STATUS'])
    expect((await read(['http://localhost/', 'http://[::1]/', 'http://2130706433/'])).codes).toEqual(
      Array(3).fill('SYN_ADDRESS_REFUSED'),
    )
    expect((await read(['https://a.example/p.pdf'], fetch('application/pdf', '%PDF'))).codes).toEqual([
      'SYN_UNSUPPORTED_TYPE',
    ])
  })
})
