import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findClaims } from '../../src/claim/index.js'
import { loadResources } from '../../src/resources/index.js'
import { packageRoot } from '../../src/resources/root.js'
import { type ChainRow, chainReport, emptyChainScore, scoreChains } from './chains-score.js'
import { groundRow } from './grounded-row.js'

/** Scores the chain between outlet and speaker on an own set: all links, in order, with their types. Prints what is wrong when asked to. */
async function main(name: string, misses: boolean): Promise<void> {
  const rows = readFileSync(join(packageRoot, 'bench', 'own', name), 'utf8')
    .trim()
    .split('\n')
  const resources = await loadResources()
  const score = emptyChainScore()
  for (const line of rows) {
    const row = JSON.parse(line) as ChainRow
    const grounded = await groundRow(row, resources)
    scoreChains(row, findClaims(grounded, resources.claim).records, grounded.article, score)
  }
  if (misses) console.log(score.misses.join('\n'))
  console.log(chainReport(name, score))
}

const sealed = process.argv.includes('--sealed')
await main(sealed ? 'chains-sealed.jsonl' : 'chains.jsonl', process.argv.includes('--misses') && !sealed)
