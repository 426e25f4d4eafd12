import type { Article, Channel, Claim, Span } from '../../src/model/index.js'

interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Statement {
  readonly content: Piece
  readonly speaker: Piece | null
  readonly chain: readonly (Piece & { readonly type: string })[]
}

/** A line of `chains.jsonl` (see `chains.md`). */
export interface ChainRow {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly byline: string | null
  readonly credit: string | null
  readonly textSource: { readonly field: string; readonly name: string } | null
  readonly statements: readonly Statement[]
}

export interface ChainScore {
  statements: number
  whole: number
  order: number
  speaker: number
  links: number
  given: number
  rightLinks: number
  passages: number
  textSource: number
  silent: number
  silentWrong: number
  readonly misses: string[]
}

const shared = (span: Span, { start, end }: Piece): number =>
  Math.max(0, Math.min(span[1], end) - Math.max(span[0], start))

/** Share of content that a claim and a statement have in common. */
function likeness(claim: Claim, { content }: Statement): number {
  const both = claim.content.spans.reduce((sum, span) => sum + shared(span, content), 0)
  const own = claim.content.spans.reduce((sum, [from, to]) => sum + to - from, 0)
  return (2 * both) / (own + content.end - content.start)
}

/** The two names of the set and of the record for an organ of a state. */
const kindOf = (kind: Channel['kind']): string => (kind === 'government' ? 'ministry' : kind)

/** Links in the set's order: nearest the outlet first. What the page credits has no place in the text and is scored by itself. */
const linksOf = (claim: Claim): Channel[] => claim.chain.filter(({ span }) => span !== undefined).reverse()

const shown = (links: readonly { text?: string; type?: string; kind?: string }[]): string =>
  links.map(link => `${link.text} [${link.type ?? link.kind}]`).join(' < ')

function scoreStatement(row: ChainRow, gold: Statement, claims: readonly Claim[], score: ChainScore): void {
  const claim = claims
    .filter(one => likeness(one, gold) >= 0.5)
    .sort((a, b) => likeness(b, gold) - likeness(a, gold))[0]
  const links = claim ? linksOf(claim) : []
  const at = (i: number, typed: boolean): boolean => {
    const [own, wanted] = [links[i], gold.chain[i]]
    return (
      own !== undefined &&
      wanted !== undefined &&
      shared(own.span!, wanted) > 0 &&
      (!typed || kindOf(own.kind) === wanted.type)
    )
  }
  const complete = claim !== undefined && links.length === gold.chain.length
  const whole = complete && gold.chain.every((_, i) => at(i, true))
  score.statements++
  score.links += gold.chain.length
  score.given += links.length
  score.rightLinks += gold.chain.filter(wanted =>
    links.some(link => shared(link.span!, wanted) > 0 && kindOf(link.kind) === wanted.type),
  ).length
  if (complete && gold.chain.every((_, i) => at(i, false))) score.order++
  if (gold.speaker ? claim?.speaker && shared(claim.speaker.span, gold.speaker) > 0 : claim && !claim.speaker)
    score.speaker++
  if (whole) score.whole++
  else
    score.misses.push(
      `${row.id} wanted ${shown(gold.chain)}\n     got    ${claim ? `${shown(links)} (${claim.rule})` : 'no claim'}\n     ${row.text}`,
    )
}

const same = (a: string, b: string): boolean => {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  const initials = (name: string) => (name.match(/\b\p{L}/gu) ?? []).join('').toLowerCase()
  return plain(a) === plain(b) || initials(a) === plain(b) || plain(a) === initials(b)
}

/** Adds one passage to the score. */
export function scoreChains(
  row: ChainRow,
  claims: readonly Claim[],
  article: Article,
  score: ChainScore,
): void {
  for (const statement of row.statements) scoreStatement(row, statement, claims, score)
  score.passages++
  const wanted = row.textSource?.name ?? null
  const right =
    wanted === null ? !article.agency : article.agency !== undefined && same(article.agency, wanted)
  if (right) score.textSource++
  else score.misses.push(`${row.id} source of the text: wanted ${wanted}, got ${article.agency ?? null}`)
  if (row.statements.length > 0) return
  score.silent++
  const spoken = claims.find(({ chain, speaker }) => speaker || chain.some(({ span }) => span))
  if (!spoken) return
  score.silentWrong++
  score.misses.push(
    `${row.id} says nothing, got ${spoken.speaker?.text}: ${spoken.content.text}\n     ${row.text}`,
  )
}

export const emptyChainScore = (): ChainScore => ({
  statements: 0,
  whole: 0,
  order: 0,
  speaker: 0,
  links: 0,
  given: 0,
  rightLinks: 0,
  passages: 0,
  textSource: 0,
  silent: 0,
  silentWrong: 0,
  misses: [],
})

export function chainReport(name: string, score: ChainScore): string {
  const percent = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(1)
  const of = score.statements
  return [
    `${name}: ${of} statements; whole chain right ${percent(score.whole, of)} %, without its types ${percent(score.order, of)} %, speaker ${percent(score.speaker, of)} %`,
    `links: precision ${percent(score.rightLinks, score.given)}, recall ${percent(score.rightLinks, score.links)}; source of the text right in ${score.textSource} of ${score.passages} passages`,
    `passages in which nobody says anything: ${score.silentWrong} of ${score.silent} with a claim`,
  ].join('\n')
}
