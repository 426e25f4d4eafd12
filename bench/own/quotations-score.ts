import type { Claim, GroundedText, Span } from '../../src/model/index.js'

interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Gold extends Piece {
  readonly speaker: Piece | null
  readonly resolved?: Piece
  readonly nested: boolean
}

/** A line of `quotations.jsonl` (see `quotations.md`). */
export interface QuotationRow {
  readonly id: string
  readonly text: string
  readonly quotations: readonly Gold[]
  readonly not_quotations: readonly Piece[]
}

export interface QuotationScore {
  quotations: number
  found: number
  right: number
  pronouns: number
  resolved: number
  scare: number
  scareWrong: number
  readonly misses: string[]
}

const shared = (span: Span, { start, end }: Piece): number =>
  Math.max(0, Math.min(span[1], end) - Math.max(span[0], start))

const covered = (claim: Claim, piece: Piece): number =>
  claim.content.spans.reduce((sum, span) => sum + shared(span, piece), 0) / (piece.end - piece.start)

const length = (claim: Claim): number => claim.content.spans.reduce((sum, [from, to]) => sum + to - from, 0)

/** The claim whose words a quotation is: of those that hold most of it the shortest, so that the inner speaker of a nested quotation counts. */
function claimOf(piece: Piece, claims: readonly Claim[]): Claim | undefined {
  return claims
    .filter(claim => covered(claim, piece) >= 0.8 && !(claim.cue && shared(claim.cue.span, piece) > 0))
    .sort((a, b) => Number(b.quoted) - Number(a.quoted) || length(a) - length(b))[0]
}

/** The first name of the chain that a pronoun stands in is the one that the set names. */
function isResolved(span: Span, gold: Piece, { mentions }: GroundedText): boolean {
  const own = mentions.mentions.filter(
    mention => shared(span, { start: mention.span[0], end: mention.span[1], text: '' }) > 0,
  )
  return own.some(({ chain }) =>
    mentions.mentions.some(other => other.chain === chain && shared(other.span, gold) > 0),
  )
}

function scoreQuotation(
  row: QuotationRow,
  gold: Gold,
  claims: readonly Claim[],
  grounded: GroundedText,
  score: QuotationScore,
): void {
  const claim = claimOf(gold, claims)
  const speaker = claim?.speaker?.span ?? null
  const right = gold.speaker
    ? speaker !== null &&
      (shared(speaker, gold.speaker) > 0 ||
        (gold.resolved !== undefined && shared(speaker, gold.resolved) > 0))
    : speaker === null
  score.quotations++
  if (claim) score.found++
  if (right) score.right++
  else
    score.misses.push(
      `${row.id} «${gold.text}» wanted ${gold.speaker?.text ?? 'nobody'}, got ${claim ? (claim.speaker?.text ?? 'nobody') : 'no claim'} (${claim?.rule ?? '-'})\n     ${row.text.replaceAll('\n', ' / ')}`,
    )
  if (!gold.resolved) return
  score.pronouns++
  if (speaker && isResolved(speaker, gold.resolved, grounded)) score.resolved++
}

/** Words in quote characters that quote nobody are wrong when a claim with a speaker quotes just them, outside of any real quotation. */
function scoreScare(row: QuotationRow, piece: Piece, claims: readonly Claim[], score: QuotationScore): void {
  const around = row.quotations.some(({ start, end }) => start <= piece.start && piece.end <= end)
  const wrong = around
    ? undefined
    : claims.find(claim => claim.speaker !== null && claim.quoted && covered(claim, piece) >= 0.8)
  score.scare++
  if (!wrong) return
  score.scareWrong++
  score.misses.push(
    `${row.id} not a quotation: «${piece.text}» given to ${wrong.speaker?.text} (${wrong.rule})\n     ${row.text.replaceAll('\n', ' / ')}`,
  )
}

/** Adds one passage to the score. */
export function scoreQuotations(
  row: QuotationRow,
  claims: readonly Claim[],
  grounded: GroundedText,
  score: QuotationScore,
): void {
  for (const gold of row.quotations) scoreQuotation(row, gold, claims, grounded, score)
  for (const piece of row.not_quotations) scoreScare(row, piece, claims, score)
}

export const emptyQuotationScore = (): QuotationScore => ({
  quotations: 0,
  found: 0,
  right: 0,
  pronouns: 0,
  resolved: 0,
  scare: 0,
  scareWrong: 0,
  misses: [],
})

export function quotationReport(name: string, score: QuotationScore): string {
  const percent = (n: number, of: number): string => ((100 * n) / Math.max(1, of)).toFixed(1)
  return [
    `${name}: ${score.quotations} quotations; right speaker ${percent(score.right, score.quotations)} %, found at all ${percent(score.found, score.quotations)} %`,
    `pronoun speakers linked to the name in the passage: ${score.resolved} of ${score.pronouns}`,
    `words in quotes that are no quotation: ${score.scareWrong} of ${score.scare} wrongly given to a speaker`,
  ].join('\n')
}
