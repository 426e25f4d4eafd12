import { findClaims } from '../../src/claim/index.js'
import { loadResources } from '../../src/resources/index.js'
import { type ChainRow, chainReport, emptyChainScore, scoreChains } from './chains-score.js'
import { groundRow } from './grounded-row.js'
import { chosenSet, readRows } from './read-rows.js'

/** Scores the chain between outlet and speaker on an own set: all links, in order, with their types. Prints what is wrong when asked to. */
async function main(name: string, misses: boolean): Promise<void> {
  const resources = await loadResources()
  const score = emptyChainScore()
  for (const row of readRows<ChainRow>(`${name}.jsonl`)) {
    const grounded = await groundRow(row, resources)
    scoreChains(row, findClaims(grounded, resources.claim).records, grounded.article, score)
  }
  if (misses) console.log(score.misses.join('\n'))
  console.log(chainReport(name, score))
}

const { name, misses } = chosenSet('chains', process.argv)
await main(name, misses)
