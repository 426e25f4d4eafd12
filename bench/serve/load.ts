import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { packageRoot } from '../../src/resources/root.js'
import { multiplyWorkspace } from './multiply.js'

const usage = `npm run -s load -- [--events 100000] [--rate 200] [--seconds 30] [--workspace DIR]

Serves a workspace of that many events on the loopback address and asks for story views, each of a random story, at a fixed rate; then once
for every other view. Prints the times from request to last byte. --workspace keeps what is made for the next time.`

const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')

interface Served {
  readonly address: string
  stop(): Promise<void>
}

async function serve(workspace: string): Promise<Served> {
  const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--workspace', workspace])
  const address = await new Promise<string>((found, failed) => {
    let said = ''
    server.stderr.on('data', (data: Buffer) => {
      said += data.toString()
      const match = /at (http:\S+)/.exec(said)
      if (match) found(match[1]!)
    })
    server.on('exit', () => failed(new Error(said)))
  })
  return {
    address,
    stop: async () => {
      const ended = new Promise(resolve => server.on('exit', resolve))
      server.kill('SIGTERM')
      await ended
    },
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Milliseconds from request to last byte, and the bytes, packed as browsers ask for them. */
function ask(address: string, path: string): Promise<{ ms: number; status: number; bytes: Buffer }> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(new URL(path, address), { agent, headers: { 'Accept-Encoding': 'gzip' } }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          ms: performance.now() - start,
          status: response.statusCode ?? 0,
          bytes: Buffer.concat(parts),
        }),
      )
    }).on('error', reject)
  })
}

const read = ({ bytes }: { bytes: Buffer }): unknown =>
  JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString())

/** Numbers between 0 and 1, the same in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const share = (sorted: readonly number[], p: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0).toFixed(1)

async function allStories(address: string): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += 500) {
    const { items } = read(await ask(address, `/api/stories?limit=500&offset=${offset}`)) as {
      items: { id: string }[]
    }
    ids.push(...items.map(item => item.id))
    if (items.length < 500) return ids
  }
}

/** The server works story views out while nobody asks; waits until it has done all. */
async function prepared(address: string, total: number): Promise<void> {
  const start = performance.now()
  for (;;) {
    const { ready } = read(await ask(address, '/api/status')) as { ready: boolean }
    if (ready) break
    await new Promise(resolve => setTimeout(resolve, 5000))
  }
  console.log(`${total} story views worked out ahead in ${((performance.now() - start) / 1000).toFixed(0)} s`)
}

async function storyViews(
  address: string,
  stories: readonly string[],
  rate: number,
  seconds: number,
): Promise<void> {
  const next = random(1)
  const asked: Promise<{ ms: number; status: number }>[] = []
  const start = performance.now()
  for (let n = 0; n < rate * seconds; n++) {
    const wait = start + (n * 1000) / rate - performance.now()
    if (wait > 1) await new Promise(resolve => setTimeout(resolve, wait))
    asked.push(ask(address, `/api/stories/${stories[Math.floor(next() * stories.length)]}`))
  }
  const answers = await Promise.all(asked)
  const times = answers.map(one => one.ms).sort((a, b) => a - b)
  const bad = answers.filter(one => one.status !== 200).length
  console.log(
    `story view: ${times.length} requests at ${rate} a second, ${bad} failed; p50 ${share(times, 0.5)} ms, p95 ${share(times, 0.95)} ms, p99 ${share(times, 0.99)} ms`,
  )
}

const others = [
  '/api/stories',
  '/api/stories?country=CUB&order=disputed',
  '/api/stories?q=embargo',
  '/api/actors',
  '/api/actors/c:CUB',
  '/api/relations',
  '/api/relations/CUB/PRK',
  '/api/places',
  '/api/quotes',
  '/api/events?event=CONSULT',
]

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    workspace: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  console.log(usage)
} else {
  const dir = values.workspace ? null : mkdtempSync(join(tmpdir(), 'synoptic-load-'))
  try {
    const workspace = values.workspace ?? join(dir!, 'workspace')
    if (!existsSync(workspace)) {
      execFileSync(
        process.execPath,
        [main, 'code', join(packageRoot, 'samples'), '--workspace', workspace, '--json'],
        { stdio: ['ignore', 'ignore', 'ignore'] },
      )
      await multiplyWorkspace(workspace, Number(values.events))
    }
    const served = await serve(workspace)
    try {
      const start = performance.now()
      await ask(served.address, '/api/stories')
      const waited = ((performance.now() - start) / 1000).toFixed(1)
      const { counts } = read(await ask(served.address, '/api/status')) as { counts: Record<string, number> }
      console.log(`${counts['event']} events in ${counts['story']} stories; first answer after ${waited} s`)
      const stories = await allStories(served.address)
      await prepared(served.address, stories.length)
      await storyViews(served.address, stories, Number(values.rate), Number(values.seconds))
      for (const path of others) {
        const first = await ask(served.address, path)
        const again = await ask(served.address, path)
        console.log(
          `${path.padEnd(42)} ${String(first.status)}  first ${first.ms.toFixed(0).padStart(5)} ms, again ${again.ms.toFixed(0).padStart(4)} ms`,
        )
      }
    } finally {
      await served.stop()
    }
  } finally {
    agent.destroy()
    if (dir) rmSync(dir, { recursive: true, force: true })
  }
}
