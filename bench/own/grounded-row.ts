import { creditedAgency } from '../../src/article/dateline.js'
import { lexiconOf } from '../../src/article/lexicon.js'
import { groundText } from '../../src/grounding/index.js'
import { parseText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { Article, Block, GroundedText } from '../../src/model/index.js'
import type { Resources } from '../../src/resources/index.js'

/** A passage of an own set, with what its page says about who wrote it. */
export interface Passage {
  readonly id: string
  readonly text: string
  readonly outlet?: string | null
  readonly byline?: string | null
  readonly credit?: string | null
}

/** Every line is a paragraph. */
const lines = (text: string): Block[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/gu)].map(hit => ({
    kind: 'paragraph',
    span: [hit.index, hit.index + hit[0].length],
  }))

function articleOf(row: Passage, resources: Resources): Article {
  const bylines = row.byline ? [row.byline] : []
  const removed = row.credit ? [{ text: row.credit, reason: 'credit' }] : []
  const agency = creditedAgency([row.text], bylines, removed, lexiconOf(resources.article))
  return {
    id: row.id,
    capture: row.id,
    uri: row.id,
    outlet: row.outlet ? { name: row.outlet } : {},
    title: null,
    basis: {},
    bylines,
    published: null,
    language: 'en',
    ...(agency ? { agency } : {}),
    text: row.text,
    blocks: lines(row.text),
    removed,
    truncated: false,
  }
}

/** The passage after all stages before claims. */
export async function groundRow(row: Passage, resources: Resources): Promise<GroundedText> {
  const article = articleOf(row, resources)
  const parsed = (await parseText(article, resources.language)).records
  const mentions = findMentions(article, parsed, resources.mention).records
  return groundText(article, parsed, mentions, resources.grounding).records
}
