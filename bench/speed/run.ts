import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../src/resources/root.js'
import { syntheticPage } from './pages.js'

const usage = `npm run -s speed -- [--pages 200,1000] [--threads 1] [--backend native]

Codes synthetic pages of 100 kB HTML and 500 words into a fresh workspace, from pages to stored events, and prints pages per second and
core, peak memory, and where the time went per stage.`

/** Pages as JSON Lines, so that reading ten thousand small files does not weigh on the figure. */
async function writePages(path: string, count: number): Promise<void> {
  const file = createWriteStream(path)
  for (let i = 0; i < count; i++) {
    const { uri, html } = syntheticPage(i)
    if (!file.write(`${JSON.stringify({ url: uri, html })}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

/** Peak resident memory in MB and processor time in seconds of a process and its threads, read from the system while it runs. */
function watch(pid: number): () => { peak: number; processor: number } {
  let peak = 0
  let processor = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)
      peak = Math.max(peak, Number(status?.[1] ?? 0) / 1024)
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // utime and stime, in clock ticks of 10 ms.
      processor = (Number(fields[11]) + Number(fields[12])) / 100
    } catch {}
  }, 50)
  return () => {
    clearInterval(timer)
    return { peak, processor }
  }
}

async function measure(count: number, threads: number, backend: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'synoptic-speed-'))
  try {
    const input = join(dir, 'pages.jsonl')
    await writePages(input, count)
    const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')
    const run = (file: string) => [
      main,
      'code',
      file,
      '--workspace',
      join(dir, 'workspace'),
      '--threads',
      String(threads),
      '--backend',
      backend,
      '--json',
      '--timings',
    ]
    // A first page creates the database and loads the code, so that the figure is that of the work.
    const first = join(dir, 'first.jsonl')
    await writePages(first, 1)
    execFileSync(process.execPath, run(first), { stdio: 'ignore' })
    const start = performance.now()
    const child = spawn(process.execPath, run(input), { stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = watch(child.pid!)
    let timings = ''
    child.stderr.on('data', chunk => {
      timings += String(chunk)
    })
    child.stdout.resume()
    const [code] = (await once(child, 'close')) as [number]
    const seconds = (performance.now() - start) / 1000
    const { peak, processor } = stop()
    const perSecond = count / seconds
    console.log(
      `${count} pages, ${threads} threads, ${backend}: ${seconds.toFixed(1)} s, ${perSecond.toFixed(1)} pages/s; ${processor.toFixed(1)} s of processor time, ${(count / processor).toFixed(1)} pages per second and core; peak ${peak.toFixed(0)} MB; exit ${code}`,
    )
    const lines = timings.split('\n').filter(line => / ms$/.test(line))
    for (const line of lines)
      console.log(`  ${line} (${(Number(line.match(/(\d+) ms/)?.[1]) / count).toFixed(1)} ms a page)`)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    threads: { type: 'string' },
    backend: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(usage)
else
  for (const count of (values.pages ?? '100,1000').split(',').map(Number)) {
    await measure(count, Number(values.threads ?? 1), values.backend ?? 'native')
  }
