import { findClaims } from '../../src/claim/index.js'
import { loadResources } from '../../src/resources/index.js'
import { groundRow } from './grounded-row.js'
import {
  emptyQuotationScore,
  type QuotationRow,
  quotationReport,
  scoreQuotations,
} from './quotations-score.js'
import { chosenSet, readRows } from './read-rows.js'

/** Scores speakers of quotations on an own set: who is quoted, and which words in quotes are nobody's. Prints what is wrong when asked to. */
async function main(name: string, misses: boolean): Promise<void> {
  const resources = await loadResources()
  const score = emptyQuotationScore()
  for (const row of readRows<QuotationRow>(`${name}.jsonl`)) {
    const grounded = await groundRow(row, resources)
    scoreQuotations(row, findClaims(grounded, resources.claim).records, grounded, score)
  }
  if (misses) console.log(score.misses.join('\n'))
  console.log(quotationReport(name, score))
}

const { name, misses } = chosenSet('quotations', process.argv)
await main(name, misses)
