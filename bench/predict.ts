import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { loadResources } from '../src/resources/index.js'
import { tasks } from './tasks/index.js'

const usage = `npm run -s predict -- TASK INPUT OUTPUT

Runs the software on an evaluation file and writes predictions in the scorers' form, one line per input line.
TASK is one of ${Object.keys(tasks).join(', ')}. INPUT may be gzipped. Gold fields in INPUT are ignored.

Example: npm run -s predict -- dates dates.jsonl.gz predictions.jsonl`

function readInput(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

async function main([name, input, output]: readonly (string | undefined)[]): Promise<number> {
  const task = name === undefined ? undefined : tasks[name]
  if (!task || !input || !output) {
    console.error(usage)
    return name === '--help' ? 0 : 2
  }
  const text = readInput(input)
  const resources = await loadResources({ backend: 'auto' })
  const file = createWriteStream(output)
  const start = Date.now()
  let lines = 0
  for await (const line of task(text, resources)) {
    if (!file.write(`${line}\n`)) await once(file, 'drain')
    lines++
    if (process.stderr.isTTY && lines % 20 === 0)
      process.stderr.write(`\r${lines} lines, ${((Date.now() - start) / 1000).toFixed(0)} s`)
  }
  file.end()
  await once(file, 'finish')
  console.error(
    `${process.stderr.isTTY ? '\r' : ''}${name}: ${lines} lines in ${((Date.now() - start) / 1000).toFixed(1)} s`,
  )
  return 0
}

process.exitCode = await main(process.argv.slice(2))
