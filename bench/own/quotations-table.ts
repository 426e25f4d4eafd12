import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findClaims } from '../../src/claim/index.js'
import { loadResources } from '../../src/resources/index.js'
import { packageRoot } from '../../src/resources/root.js'
import { groundRow } from './grounded-row.js'
import {
  emptyQuotationScore,
  type QuotationRow,
  quotationReport,
  scoreQuotations,
} from './quotations-score.js'

/** Scores speakers of quotations on an own set: who is quoted, and which words in quotes are nobody's. Prints what is wrong when asked to. */
async function main(name: string, misses: boolean): Promise<void> {
  const rows = readFileSync(join(packageRoot, 'bench', 'own', name), 'utf8')
    .trim()
    .split('\n')
  const resources = await loadResources()
  const score = emptyQuotationScore()
  for (const line of rows) {
    const row = JSON.parse(line) as QuotationRow
    const grounded = await groundRow(row, resources)
    scoreQuotations(row, findClaims(grounded, resources.claim).records, grounded, score)
  }
  if (misses) console.log(score.misses.join('\n'))
  console.log(quotationReport(name, score))
}

const sealed = process.argv.includes('--sealed')
await main(
  sealed ? 'quotations-sealed.jsonl' : 'quotations.jsonl',
  process.argv.includes('--misses') && !sealed,
)
