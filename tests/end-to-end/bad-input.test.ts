import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratch, synoptic } from './synoptic.js'

let place: Awaited<ReturnType<typeof scratch>>
let folder: string
let server: Server

const sentence =
  'The foreign ministers of Norway and Chile met in Oslo on Monday and signed a fishing agreement.'

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

beforeAll(async () => {
  place = await scratch()
  folder = join(place.dir, 'inbox')
  put('good.txt', sentence)
  put('empty.txt', '')
  put('blank.txt', ' \n\n\t ')
  put(
    'picture.txt',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0]),
  )
  put('large.txt', Buffer.alloc(20_000_001, 'news '))
  put('bomb.txt.gz', gzipSync(Buffer.alloc(30_000_000)))
  put('cut.html.gz', gzipSync(`<p>${sentence.repeat(20)}</p>`).subarray(0, 60))
  put('items.jsonl', `{"id":"1","text":${JSON.stringify(sentence)}}\n{"id":"2","text":\n{"id":"3"}\n[]\n`)
  put('feed.xml', '<?xml version="1.0"?><rss><channel><title>F</title></channel></rss>')
  put(
    'broken.warc',
    'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200',
  )
  put('notes.md', 'Not an article.')
  symlinkSync('.', join(folder, 'loop'))
  server = createServer((_, answer) => answer.end('secret'))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
}, 300_000)

afterAll(() => {
  server?.close()
  place?.remove()
})

test('bad documents are failures with a code, and the good ones are coded', async () => {
  const workspace = place.workspace('bad')
  const { port } = server.address() as AddressInfo
  const missing = join(folder, 'missing.txt')
  const { code, out, err } = await synoptic([
    'code',
    folder,
    missing,
    'gopher://a.example/',
    `http://127.0.0.1:${port}/`,
    '--threads',
    '0',
    '--workspace',
    workspace,
  ])
  expect(code, err).toBe(1)
  expect(out).toBe('')
  const { out: exported } = await synoptic(['export', 'failure', '--workspace', workspace])
  const failures = exported
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { uri: string; stage: string; code: string; message: string })
  const found = Object.fromEntries(failures.map(one => [one.uri.replace(`${folder}/`, ''), one.code]))
  expect(found).toEqual({
    'empty.txt': 'SYN_EMPTY',
    'blank.txt': 'SYN_EMPTY',
    'picture.txt': 'SYN_BINARY',
    'large.txt': 'SYN_TOO_LARGE',
    'bomb.txt.gz': expect.stringMatching(/^SYN_(TOO_LARGE|DECOMPRESSION_LIMIT)$/),
    'cut.html.gz': 'SYN_BAD_GZIP',
    'items.jsonl#2': 'SYN_BAD_JSON',
    'items.jsonl#3': 'SYN_BAD_ITEM',
    'items.jsonl#4': 'SYN_BAD_ITEM',
    'feed.xml': 'SYN_EMPTY',
    'https://a.example/': 'SYN_BAD_WARC',
    'missing.txt': 'SYN_NOT_FOUND',
    'gopher://a.example/': 'SYN_ADDRESS_REFUSED',
    [`http://127.0.0.1:${port}/`]: 'SYN_ADDRESS_REFUSED',
  })
  for (const { message } of failures) expect(message).toMatch(/\w{3}.*\.?/)
  const { out: articles } = await synoptic(['export', 'article', '--workspace', workspace])
  const uris = articles
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { uri: string }).uri.replace(`${folder}/`, ''))
  expect(uris.sort()).toEqual(['good.txt', 'items.jsonl#1'])
}, 300_000)

test('input that is nothing but bad ends with 1, not with a crash', async () => {
  const workspace = place.workspace('nothing')
  const random = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) % 256))
  writeFileSync(join(place.dir, 'noise'), random)
  const { code, err } = await synoptic(
    ['code', join(place.dir, 'noise'), '-', '--threads', '0', '--workspace', workspace],
    { input: '' },
  )
  expect(code).toBe(1)
  expect(err).not.toMatch(/\n\s+at /)
  expect(err).toContain('SYN_')
}, 300_000)
