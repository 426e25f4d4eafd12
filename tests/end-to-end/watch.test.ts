import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { exportAll, scratch, start, synoptic } from './synoptic.js'

const pages = Array.from(
  { length: 8 },
  (_, n) =>
    `<html><head><title>Talks, day ${n + 1}</title></head><body><article><h1>Talks, day ${n + 1}</h1>
     <p>The foreign minister of Norway met his counterpart from Chile in Lima on ${n + 1} March 2021.</p>
     <p>The two ministers spoke for an hour about fishing in the south of the ocean, officials said.</p></article></body></html>`,
)
const asked: string[] = []
let slow = 0
const server = createServer((request, answer) => {
  asked.push(request.url!)
  const number = Number(/^\/day\/(\d+)$/.exec(request.url!)?.[1])
  if (request.url === '/feed') {
    const items = pages.map(
      (_, n) =>
        `<item><title>Day ${n + 1}</title><link>http://${request.headers.host}/day/${n + 1}</link></item>`,
    )
    answer.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' })
    answer.end(`<rss version="2.0"><channel><title>Paper</title>${items.join('')}</channel></rss>`)
  } else if (number) {
    setTimeout(() => answer.writeHead(200, { 'content-type': 'text/html' }).end(pages[number - 1]), slow)
  } else answer.writeHead(404).end()
})

let base: string
let space: Awaited<ReturnType<typeof scratch>>
beforeAll(async () => {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  space = await scratch()
}, 120_000)
afterAll(() => {
  server.closeAllConnections()
  server.close()
  space?.remove()
})
beforeEach(() => {
  asked.length = 0
  slow = 0
})

const args = (workspace: string) => [
  'watch',
  `${base}/feed`,
  '--once',
  '--allow-private',
  '--delay',
  '1s',
  '--threads',
  '1',
  '--json',
  '--workspace',
  workspace,
]

/** Times of capture are the only thing in which two watches may differ; records do not hold them but as a bound of the day. */
const records = async (workspace: string) => await exportAll(workspace)

test('killed at any point and started again, a watch loses nothing and asks for nothing twice that it had archived', async () => {
  const undisturbed = space.workspace('undisturbed')
  const whole = await synoptic(args(undisturbed))
  expect(whole.err).toMatch(/8 new pages, 8 coded/)
  const wanted = await records(undisturbed)

  const broken = space.workspace('broken')
  slow = 100
  for (const wait of [4000, 3000]) {
    const child = start(args(broken))
    const log = join(broken, 'watch', 'state.jsonl')
    for (let n = 0; n < 300 && !existsSync(log); n++) await new Promise(done => setTimeout(done, 50))
    await new Promise(done => setTimeout(done, wait))
    child.kill('SIGKILL')
    await new Promise(done => child.on('close', done))
  }
  const done = readFileSync(join(broken, 'watch', 'state.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line.includes('"done"'))
  asked.length = 0
  slow = 0
  const last = await synoptic(args(broken))
  expect(last.code).toBe(0)
  expect(asked.filter(path => path.startsWith('/day/'))).toHaveLength(8 - done.length)
  expect(await records(broken)).toEqual(wanted)
}, 240_000)

test('wrong use is told before anything is opened', async () => {
  const nothing = await synoptic(['watch', '--once', '--workspace', space.workspace('none')])
  expect(nothing).toMatchObject({ code: 2, err: expect.stringMatching(/nothing to watch.*watch\.json/s) })
  const often = await synoptic(['watch', 'http://x.example/', '--every', '1s'])
  expect(often).toMatchObject({ code: 2, err: expect.stringMatching(/at least 10s/) })
  const file = await synoptic(['watch', 'no-such-file', '--once', '--workspace', space.workspace('none2')])
  expect(file).toMatchObject({ code: 2, err: expect.stringMatching(/no-such-file is no address/) })
}, 120_000)
