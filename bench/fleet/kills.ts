import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { exportAll, start, synoptic } from '../kit/cli.js'
import { startPostgres } from '../kit/postgres-server.js'
import { syntheticPage } from '../speed/pages.js'

const usage = `node dist/bench/fleet/kills.js [--pages 200] [--kills 50] [--seed 1]

Two workers code pages over PostgreSQL; one of them is killed (SIGKILL) at a random moment and replaced, again and again, and after every
tenth kill the database is ended at once and started again. A workspace that is done is compared with a run by one process over the embedded
database, record by record, and the next one is begun, until there were so many kills.`

/** The same numbers between 0 and 1 for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '200' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const dir = mkdtempSync(join(tmpdir(), 'synoptic-kills-'))
const server = await startPostgres()
try {
  const pages = join(dir, 'pages.jsonl')
  const lines = Array.from({ length: Number(values.pages) }, (_, i) => {
    const { uri, html } = syntheticPage(i)
    return `${JSON.stringify({ url: uri, html })}\n`
  })
  writeFileSync(pages, lines.join(''))
  await synoptic(['code', pages, '--workspace', join(dir, 'embedded'), '--threads', '2'])
  const undisturbed = JSON.stringify(await exportAll(join(dir, 'embedded')))
  const next = random(Number(values.seed))
  let kills = 0
  for (let round = 1; kills < Number(values.kills); round++) {
    const [workspace, url] = [join(dir, `fleet-${round}`), await server.database(`fleet_${round}`)]
    await synoptic(['code', pages, '--queue', '--workspace', workspace], { env: { DATABASE_URL: url } })
    const begin = () =>
      start(['worker', '--until-idle', '--threads', '1', '--workspace', workspace], undefined, {
        DATABASE_URL: url,
      })
    const workers = [begin(), begin()]
    const before = kills
    while (workers.every(({ exitCode }) => exitCode === null) && kills < Number(values.kills)) {
      await sleep(2000 + 8000 * next())
      const at = next() < 0.5 ? 0 : 1
      if (workers[at]!.exitCode !== null) break
      workers[at]!.kill('SIGKILL')
      kills++
      workers[at] = begin()
      if (kills % 10 === 0) await server.restart()
    }
    await Promise.all(workers.map(child => child.exitCode ?? once(child, 'close')))
    const same = JSON.stringify(await exportAll(workspace, url)) === undisturbed
    console.log(`workspace ${round}: ${kills - before} kills, export ${same ? 'the same' : 'DIFFERS'}`)
    if (!same) process.exitCode = 1
  }
  console.log(`${kills} kills in all`)
} finally {
  await server.remove()
  rmSync(dir, { recursive: true, force: true })
}
