import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { defaultLimits } from '../options.js'
import { type FetchOptions, fetchPage } from './fetch-page.js'
import type { Resolve } from './public-lookup.js'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(listener: RequestListener): Promise<{ base: string; port: number }> {
  server = createServer(listener)
  await new Promise<void>(done => server!.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { base: `http://127.0.0.1:${port}`, port }
}

const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  ...defaultLimits,
  allowPrivate: true,
  ...more,
})
/** Name look-up that answers with these addresses, one list a call. */
const answers = (...lists: string[][]): Resolve => {
  let call = 0
  return (_host, done) =>
    done(
      null,
      lists[Math.min(call++, lists.length - 1)]!.map(address => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })),
    )
}

it('reads a page with its type, charset and final address', async () => {
  const { base } = await serve((request, answer) => {
    if (request.url === '/old') return answer.writeHead(301, { location: '/new?x=1' }).end()
    answer
      .writeHead(200, { 'content-type': 'Text/HTML; Charset="ISO-8859-1"', etag: '"v1"' })
      .end('<p>Delegates arrived.</p>')
  })
  const page = await fetchPage(`${base}/old#top`, options())
  expect(page).toMatchObject({
    url: `${base}/new?x=1`,
    mediaType: 'text/html',
    charset: 'iso-8859-1',
    etag: '"v1"',
  })
  expect(Buffer.from(page.body).toString()).toBe('<p>Delegates arrived.</p>')
})

it.each([
  ['gzip', gzipSync('packed')],
  ['br', brotliCompressSync('packed')],
  ['gzip, br', brotliCompressSync(gzipSync('packed'))],
])('undoes the content coding %s', async (coding, body) => {
  const { base } = await serve((_, answer) => answer.writeHead(200, { 'content-encoding': coding }).end(body))
  expect(Buffer.from((await fetchPage(base, options())).body).toString()).toBe('packed')
})

it('refuses private addresses, literal and looked up', async () => {
  const { base, port } = await serve((_, answer) => answer.end('secret'))
  const closed = options({ allowPrivate: false })
  await expect(fetchPage(base, closed)).rejects.toMatchObject({ code: 'SYN_ADDRESS_REFUSED' })
  for (const address of ['127.0.0.1', '10.0.0.7', '::1', '::ffff:127.0.0.1', '169.254.169.254']) {
    const resolve = answers([address])
    await expect(fetchPage(`http://inside.example:${port}/`, { ...closed, resolve })).rejects.toMatchObject({
      code: 'SYN_ADDRESS_REFUSED',
    })
  }
  const mixed = answers(['93.184.215.14', '127.0.0.1'])
  await expect(
    fetchPage(`http://mixed.example:${port}/`, { ...closed, resolve: mixed }),
  ).rejects.toMatchObject({ code: 'SYN_ADDRESS_REFUSED' })
})

it('looks a name up once for check and connection, so a second answer changes nothing', async () => {
  let calls = 0
  const { port } = await serve((_, answer) => answer.end('secret'))
  const resolve: Resolve = (_host, done) =>
    done(null, [{ address: calls++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }])
  await expect(
    fetchPage(`http://rebind.example:${port}/`, options({ allowPrivate: false, resolve })),
  ).rejects.toMatchObject({
    code: 'SYN_ADDRESS_REFUSED',
  })
  expect(calls).toBe(1)
})

it('ends circles of redirects and refuses those to other protocols', async () => {
  const { base } = await serve((request, answer) => {
    answer.writeHead(302, { location: request.url === '/file' ? 'file:///etc/hosts' : '/again' }).end()
  })
  await expect(fetchPage(base, options())).rejects.toMatchObject({ code: 'SYN_REDIRECTS' })
  await expect(fetchPage(`${base}/file`, options())).rejects.toMatchObject({ code: 'SYN_ADDRESS_REFUSED' })
})

it('checks the address of a redirect anew', async () => {
  const refusing = answers(['10.0.0.9'])
  const { base } = await serve((_, answer) =>
    answer.writeHead(302, { location: 'http://inside.example/admin' }).end(),
  )
  const first = { ...options({ resolve: refusing }) }
  // Private addresses are let in for the first hop only, as if it were public.
  Object.defineProperty(first, 'allowPrivate', { get: () => hops++ === 0, enumerable: true })
  let hops = 0
  await expect(fetchPage(base, first)).rejects.toMatchObject({ code: 'SYN_ADDRESS_REFUSED' })
  expect(hops).toBe(2)
})

it('stops reading at the size limit, announced or not', async () => {
  let sent = 0
  const { base } = await serve((request, answer) => {
    if (request.url === '/announced')
      return answer.writeHead(200, { 'content-length': 200_000_000 }).write('x')
    const more = () => {
      while (!answer.destroyed && sent < 200_000_000 && answer.write(Buffer.alloc(65_536))) sent += 65_536
    }
    answer.on('drain', more)
    more()
  })
  const limits = options({ maxBytes: 1_000_000 })
  await expect(fetchPage(`${base}/announced`, limits)).rejects.toMatchObject({ code: 'SYN_TOO_LARGE' })
  await expect(fetchPage(`${base}/endless`, limits)).rejects.toMatchObject({ code: 'SYN_TOO_LARGE' })
  expect(sent).toBeLessThan(50_000_000)
})

it('refuses data that swells', async () => {
  const bomb = gzipSync(Buffer.alloc(15_000_000))
  const { base } = await serve((_, answer) => answer.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
  await expect(fetchPage(base, options())).rejects.toMatchObject({ code: 'SYN_DECOMPRESSION_LIMIT' })
})

it('gives up after the time limit, before and within the answer', async () => {
  const { base } = await serve((request, answer) => {
    if (request.url === '/slow') answer.writeHead(200).write('begun')
  })
  const limits = options({ timeoutMs: 200 })
  await expect(fetchPage(base, limits)).rejects.toMatchObject({ code: 'SYN_TIMEOUT' })
  await expect(fetchPage(`${base}/slow`, limits)).rejects.toMatchObject({ code: 'SYN_TIMEOUT' })
})

it('names statuses, refused connections and nonsense', async () => {
  const { base } = await serve((_, answer) => answer.writeHead(404).end())
  await expect(fetchPage(base, options())).rejects.toMatchObject({ code: 'SYN_HTTP_STATUS' })
  await expect(fetchPage('http://127.0.0.1:1/', options())).rejects.toMatchObject({
    code: 'SYN_FETCH_FAILED',
  })
  await expect(fetchPage('http://', options())).rejects.toMatchObject({ code: 'SYN_FETCH_FAILED' })
})
