import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestOnce } from '../capture/http/request.js'
import { openArchive } from '../store/archive.js'
import { feedOf, testClock, testServer, testWorkspace } from './watch.test-kit.js'

let server: Awaited<ReturnType<typeof testServer>>
let clock: ReturnType<typeof testClock>
let space: Awaited<ReturnType<typeof testWorkspace>>

beforeEach(async () => {
  server = await testServer()
  clock = testClock()
  space = await testWorkspace(clock)
})
afterEach(async () => {
  await server.close()
  await space.close()
})

const source = (path: string, more = {}) => ({ url: `${server.base}${path}`, follow: true, ...more })

/** One round of a watcher opened for it, as a process that starts anew does it. */
async function round(paths: readonly string[], more: Parameters<typeof space.watcher>[0] = {}) {
  const watcher = await space.watcher(more)
  try {
    return await watcher.round(paths.map(path => source(path)))
  } finally {
    await watcher.close()
  }
}

const paths = async () => (await space.archived()).map(({ uri }) => uri.replace(server.base, ''))

test('new pages of a feed are archived once; the feed is asked with its conditions and answers 304', async () => {
  const conditions: (string | undefined)[] = []
  server.set('/feed', (request, answer) => {
    conditions.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === '"1"') return void answer.writeHead(304).end()
    answer
      .writeHead(200, { etag: '"1"', 'content-type': 'application/rss+xml' })
      .end(feedOf(server.base, '/a', '/b'))
  })
  server.page('/a', 'Envoys met.')
  server.page('/b', 'Talks went on.')
  expect(await round(['/feed'])).toMatchObject({ looked: 1, added: 2, waiting: 0, problems: [] })
  expect((await paths()).sort()).toEqual(['/a', '/b'])
  expect(await round(['/feed'])).toMatchObject({ looked: 0, added: 0 })
  clock.pass(900_000)
  expect(await round(['/feed'])).toMatchObject({ looked: 1, unchanged: 1, added: 0 })
  expect(conditions).toEqual([undefined, '"1"'])
  expect(server.asked.filter(path => path === '/a')).toHaveLength(1)
})

test('every response is in an archive: pages in that of the workspace, feeds and robots.txt beside it', async () => {
  server.set('/robots.txt', 'User-agent: *\nDisallow:')
  server.set('/feed', feedOf(server.base, '/a'), { 'content-type': 'application/rss+xml' })
  server.page('/a', 'Envoys met.')
  await round(['/feed'])
  const lists = await openArchive(join(space.dir, 'watch', 'archive'))
  const kept: string[] = []
  for await (const { capture } of lists.captures()) kept.push(capture.uri.replace(server.base, ''))
  await lists.close()
  expect(kept).toEqual(['/robots.txt', '/feed'])
})

describe('kinds of sources', () => {
  test('Atom, JSON Feed, sitemap in gzip, address list, a page itself', async () => {
    const { base } = server
    server.set(
      '/atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="${base}/1"/><title>x</title></entry></feed>`,
    )
    server.set(
      '/json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ url: `${base}/2`, content_text: 'x' }],
      }),
    )
    server.set('/sitemap.xml.gz', gzipSync(`<urlset><url><loc>${base}/3</loc></url></urlset>`))
    server.set('/list', `# pages\n${base}/4\n`, { 'content-type': 'text/plain' })
    for (const n of [1, 2, 3, 4]) server.page(`/${n}`, `Page ${n}.`)
    server.page('/itself', 'A page.')
    await round(['/atom', '/json', '/sitemap.xml.gz', '/list', '/itself'])
    expect((await paths()).sort()).toEqual(['/1', '/2', '/3', '/4', '/itself'])
  })

  test('an OPML names feeds, lists that name each other end', async () => {
    const { base } = server
    server.set(
      '/opml',
      `<opml><body><outline xmlUrl="${base}/feed"/><outline xmlUrl="${base}/opml"/></body></opml>`,
    )
    server.set('/feed', feedOf(base, '/a', '/feed', '/opml'))
    server.page('/a', 'Envoys met.')
    const summary = await round(['/opml'])
    expect(await paths()).toEqual(['/a'])
    expect(summary.failed.map(({ code }) => code)).toEqual(['SYN_UNSUPPORTED_TYPE', 'SYN_UNSUPPORTED_TYPE'])
  })

  test('a page that changes is captured again, one that does not is not', async () => {
    server.page('/itself', 'First.')
    await round(['/itself'])
    clock.pass(900_000)
    await round(['/itself'])
    server.page('/itself', 'Second.')
    clock.pass(900_000)
    await round(['/itself'])
    expect(await paths()).toEqual(['/itself', '/itself'])
  })

  test('at the first look a long list gives its newest hundred; the rest counts as known', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `/p${n}`)
    for (const path of many) server.page(path, path)
    server.set('/feed', feedOf(server.base, ...many))
    expect(await round(['/feed'])).toMatchObject({ added: 100 })
    server.set('/feed', feedOf(server.base, '/new', ...many))
    server.page('/new', 'New.')
    clock.pass(900_000)
    expect(await round(['/feed'])).toMatchObject({ added: 1 })
  })
})

describe('robots.txt', () => {
  test('what is disallowed is not asked for; what the feed itself says of it is taken', async () => {
    server.set('/robots.txt', 'User-agent: synoptic\nDisallow: /private')
    server.set(
      '/feed',
      `<rss><channel><title>P</title>
       <item><title>A</title><link>${server.base}/private/a</link><description>The whole story, as the feed tells it.</description></item>
       <item><title>B</title><link>${server.base}/private/b</link></item></channel></rss>`,
    )
    const summary = await round(['/feed'])
    expect(server.asked.filter(path => path.startsWith('/private'))).toEqual([])
    const [capture] = await space.archived()
    expect(capture).toMatchObject({ origin: 'feed', mediaType: 'application/json' })
    expect(summary.failed.map(({ code }) => code)).toEqual(['SYN_ROBOTS'])
  })

  test('while it cannot be read nothing is asked for, and pages lose nothing by it', async () => {
    server.set('/robots.txt', (_, answer) => void answer.writeHead(503).end())
    server.set('/feed', feedOf(server.base, '/a'))
    server.page('/a', 'Envoys met.')
    const summary = await round(['/feed'])
    expect(summary.problems[0]?.message).toMatch(/robots.txt cannot be read/)
    expect(server.asked).toEqual(['/robots.txt'])
    server.set('/robots.txt', '')
    clock.pass(24 * 3_600_000)
    expect(await round(['/feed'])).toMatchObject({ added: 1 })
  })

  test('a delay that it asks for is kept between requests', async () => {
    server.set('/robots.txt', 'User-agent: *\nCrawl-delay: 7')
    server.set('/feed', feedOf(server.base, '/a', '/b'))
    server.page('/a', 'A.')
    server.page('/b', 'B.')
    await round(['/feed'])
    expect(clock.slept).toEqual([7000, 7000])
  })
})

describe('servers in trouble', () => {
  test('429 with Retry-After: nobody is asked until then, not even after a restart, and no page is lost', async () => {
    let busy = true
    server.set('/feed', feedOf(server.base, '/a', '/b'))
    server.set('/a', (_, answer) =>
      busy
        ? void answer.writeHead(429, { 'retry-after': '3600' }).end()
        : void answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>A.</p>'),
    )
    server.page('/b', 'B.')
    expect(await round(['/feed'])).toMatchObject({ waiting: 2, added: 0 })
    const before = server.asked.length
    clock.pass(1_800_000)
    await round(['/feed'])
    expect(server.asked.length).toBe(before)
    busy = false
    clock.pass(1_800_001)
    await round(['/feed'])
    expect((await paths()).sort()).toEqual(['/a', '/b'])
    expect(space.failures).toEqual([])
  })

  test('a feed that fails is left alone longer and longer, and looked at again', async () => {
    server.set('/feed', (_, answer) => void answer.writeHead(500).end())
    const waits: number[] = []
    for (let n = 0; n < 4; n++) {
      const watcher = await space.watcher()
      await watcher.round([source('/feed')])
      const next = watcher.state.sources.get(`${server.base}/feed`)!.next
      waits.push(next - clock.now())
      clock.pass(next - clock.now())
      await watcher.close()
    }
    expect(waits).toEqual([300_000, 600_000, 1_200_000, 2_400_000])
  })

  test('a page that stays broken is given up after three tries, with a failure', async () => {
    server.set('/feed', feedOf(server.base, '/a'))
    server.set('/a', (_, answer) => void answer.writeHead(502).end())
    for (let n = 0; n < 4; n++) {
      await round(['/feed'])
      clock.pass(86_400_000)
    }
    expect(server.asked.filter(path => path === '/a')).toHaveLength(3)
    expect(space.failures).toMatchObject([{ uri: `${server.base}/a`, code: 'SYN_HTTP_STATUS' }])
  })

  test('410: the source is gone and not looked at again', async () => {
    server.set('/feed', (_, answer) => void answer.writeHead(410).end())
    await round(['/feed'])
    clock.pass(90 * 86_400_000)
    await round(['/feed'])
    expect(server.asked.filter(path => path === '/feed')).toHaveLength(1)
  })

  test('a permanent redirect is remembered, a temporary one is not', async () => {
    server.set('/old', (_, answer) => void answer.writeHead(301, { location: '/feed' }).end())
    server.set('/today', (_, answer) => void answer.writeHead(302, { location: '/feed' }).end())
    server.set('/feed', feedOf(server.base))
    for (let n = 0; n < 2; n++) {
      await round(['/old', '/today'])
      clock.pass(900_000)
    }
    expect(server.asked.filter(path => path === '/old')).toHaveLength(1)
    expect(server.asked.filter(path => path === '/today')).toHaveLength(2)
  })

  test('endless redirects, bombs, endless bodies and silence end', async () => {
    server.set('/loop', (_, answer) => void answer.writeHead(302, { location: '/loop' }).end())
    server.set('/bomb', gzipSync(Buffer.alloc(30_000_000)), {
      'content-encoding': 'gzip',
      'content-type': 'text/html',
    })
    server.set('/endless', (_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' })
      const more = () => answer.write('x'.repeat(65_536), () => setImmediate(more))
      more()
    })
    server.set('/silent', () => {})
    const limits = { maxBytes: 1_000_000, timeoutMs: 500 }
    const summary = await round(['/loop', '/bomb', '/endless', '/silent'], { limits })
    const reasons = summary.problems.map(({ message }) => message).join('\n')
    expect(reasons).toMatch(/redirects more than 10 times/)
    expect(reasons).toMatch(/swells|larger than/)
    expect(reasons).toMatch(/did not answer in time/)
    expect(summary.problems).toHaveLength(4)
  })
})

test('a redirect to a private address is refused, also for robots.txt', async () => {
  server.set('/feed', feedOf('http://paper.example', '/a'))
  server.set(
    '/a',
    (_, answer) => void answer.writeHead(302, { location: 'http://169.254.169.254/keys' }).end(),
  )
  // The outlet stands for a public server; everything else goes by the rules.
  const request: typeof requestOnce = (url, options) =>
    url.hostname === 'paper.example'
      ? requestOnce(new URL(url.pathname, server.base), { ...options, allowPrivate: true })
      : requestOnce(url, options)
  const watcher = await space.watcher({ allowPrivate: false, request })
  const summary = await watcher.round([
    { url: 'http://paper.example/feed', follow: true },
    { url: `${server.base}/feed`, follow: true },
  ])
  await watcher.close()
  expect(summary.failed).toMatchObject([{ uri: 'http://paper.example/a', code: 'SYN_ADDRESS_REFUSED' }])
  expect(summary.problems).toMatchObject([
    { url: `${server.base}/feed`, message: expect.stringMatching(/not an address of the open internet/) },
  ])
  expect(await space.archived()).toEqual([])
})

test('a feed whose pages are not to be followed gives what it says itself', async () => {
  server.set(
    '/feed',
    `<rss><channel><item><title>A</title><link>${server.base}/a</link><description>As the feed tells it.</description></item></channel></rss>`,
  )
  const watcher = await space.watcher()
  await watcher.round([source('/feed', { follow: false })])
  await watcher.close()
  expect(server.asked).not.toContain('/a')
  expect(await space.archived()).toMatchObject([{ uri: `${server.base}/a`, origin: 'feed' }])
})

describe('going on after an end', () => {
  test('killed while pages are archived: those that are done are not asked for again, the others are', async () => {
    const all = Array.from({ length: 24 }, (_, n) => `/p${n}`)
    for (const path of all) server.page(path, path)
    server.set('/feed', feedOf(server.base, ...all))
    let groups = 0
    const broken = await space.watcher({
      keep: async captures => {
        if (++groups === 2) throw new Error('killed')
        return await space.keep(captures, [])
      },
    })
    await expect(broken.round([source('/feed')])).rejects.toThrow('killed')
    await broken.close()
    const done = new Set(await paths())
    expect(done.size).toBeGreaterThan(0)
    server.asked.length = 0
    await round(['/feed'])
    expect((await paths()).sort()).toEqual([...all].sort())
    for (const path of done) expect(server.asked).not.toContain(path)
  })

  test('a line of the log that was cut off is left out', async () => {
    server.set('/feed', feedOf(server.base, '/a'))
    server.page('/a', 'A.')
    await round(['/feed'])
    const log = join(space.dir, 'watch', 'state.jsonl')
    writeFileSync(log, `${readFileSync(log, 'utf8')}{"t":"done","pa`)
    clock.pass(900_000)
    expect(await round(['/feed'])).toMatchObject({ looked: 1, added: 0, problems: [] })
    expect(
      readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .every(line => JSON.parse(line)),
    ).toBe(true)
  })

  test('ended by signal: what waits is asked for by the next round', async () => {
    const stop = new AbortController()
    server.set('/feed', feedOf(server.base, '/a', '/b'))
    server.page('/a', 'A.')
    server.set('/b', (_, answer) => {
      stop.abort()
      setTimeout(() => answer.writeHead(200, { 'content-type': 'text/html' }).end('<p>B.</p>'), 50)
    })
    const watcher = await space.watcher({}, stop.signal)
    expect(await watcher.round([source('/feed')])).toMatchObject({ waiting: 1 })
    await watcher.close()
    await round(['/feed'])
    expect((await paths()).sort()).toEqual(['/a', '/b'])
  })
})
