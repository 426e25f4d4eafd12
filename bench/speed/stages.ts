import { parseArgs } from 'node:util'
import { findClaims } from '../../src/claim/index.js'
import { codeEvents } from '../../src/event/index.js'
import { groundText } from '../../src/grounding/index.js'
import { parseText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { Article, Capture } from '../../src/model/index.js'
import { codeDocument } from '../../src/pipeline/document.js'
import type { DocumentState } from '../../src/pipeline/stages.js'
import { loadResources, type Resources } from '../../src/resources/index.js'
import { hashId, sha256 } from '../../src/text/hash.js'
import { syntheticPage } from './pages.js'

const usage = `node dist/bench/speed/stages.js [--pages 40] [--seconds 3] [--backend native] [--only language,event]

Speed of single stages on one core, warm, everything before them done once: tokens per second of the language stage (from text to trees,
lemmas and entities), sentences per second of the stages behind it. Processor time of the whole process, compiler and garbage collector included.`

type Ready = Required<DocumentState>

/** Documents of the synthetic corpus with all per-document records. */
async function documents(count: number, resources: Resources): Promise<Ready[]> {
  const ready: Ready[] = []
  for (let index = 0; index < count; index++) {
    const { uri, html } = syntheticPage(index)
    const body = new TextEncoder().encode(html)
    const digest = `sha256:${sha256(body)}`
    const capture: Capture = {
      id: hashId('c', uri, digest),
      uri,
      mediaType: 'text/html',
      body,
      time: '2024-12-31T00:00:00Z',
      digest,
      origin: 'file',
    }
    const { state, failure } = await codeDocument(capture, resources)
    if (failure) throw new Error(failure.message)
    ready.push(state as Ready)
  }
  return ready
}

const stages: Record<string, (state: Ready, resources: Resources) => unknown> = {
  language: ({ article }, r) => parseText(article as Article, r.language),
  mention: ({ article, parsed }, r) => findMentions(article, parsed, r.mention),
  grounding: ({ article, parsed, mentions }, r) => groundText(article, parsed, mentions, r.grounding),
  claim: ({ grounded }, r) => findClaims(grounded, r.claim),
  event: ({ grounded, claims }, r) => codeEvents(grounded, claims, r.event),
}

/** Runs a stage over all documents until the time is up, after one round to warm up; processor seconds per round. */
async function measure(
  run: (state: Ready) => unknown,
  ready: readonly Ready[],
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000
  let best = Number.POSITIVE_INFINITY
  do {
    const start = process.cpuUsage()
    for (const state of ready) await run(state)
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1e6)
  } while (performance.now() < until)
  return best
}

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    seconds: { type: 'string' },
    backend: { type: 'string' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help) console.log(usage)
else {
  const backend = (values.backend ?? 'native') as 'native' | 'wasm'
  const resources = await loadResources({ backend })
  const ready = await documents(Number(values.pages ?? 40), resources)
  const sentences = ready.reduce((sum, { parsed }) => sum + parsed.sentences.length, 0)
  const tokens = ready.reduce(
    (sum, { parsed }) => sum + parsed.sentences.reduce((n, sentence) => n + sentence.tokens.length, 0),
    0,
  )
  console.log(`${ready.length} pages, ${sentences} sentences, ${tokens} tokens, ${backend}`)
  const wanted = values.only?.split(',') ?? Object.keys(stages)
  for (const name of wanted) {
    const run = stages[name]
    if (!run) throw new Error(`No stage "${name}"; there are ${Object.keys(stages).join(', ')}.`)
    const spent = await measure(state => run(state, resources), ready, Number(values.seconds ?? 3))
    const [count, unit] = name === 'language' ? [tokens, 'tokens'] : [sentences, 'sentences']
    console.log(
      `${name.padEnd(10)} ${(count / spent).toFixed(0).padStart(7)} ${unit} per second and core, ${((1000 * spent) / ready.length).toFixed(2)} ms a page`,
    )
  }
}
