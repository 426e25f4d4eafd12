import type { Evidence, Time } from '../model/index.js'
import { intersect, type KnownRange, known, union } from './days.js'
import { chooseValue } from './policy.js'
import { relateStatements } from './relate-values.js'
import type { Stated } from './statements.js'

function evidenceOf(statements: readonly Stated<Time>[]): Evidence[] {
  const seen = new Set<string>()
  return statements
    .flatMap(({ article, statement, datum }) => [{ article, span: statement.span }, ...datum.evidence])
    .filter(({ article, span }) => {
      const key = `${article} ${span?.join('-')}`
      return !seen.has(key) && seen.add(key)
    })
}

function dated(range: KnownRange, basis: string, evidence: Evidence[]): Time {
  const value = range.earliest === range.latest ? range.earliest : `${range.earliest}/${range.latest}`
  return { ...range, value, basis, evidence }
}

function basisOf(
  chosen: Stated<Time>,
  agreeing: readonly Stated<Time>[],
  dates: readonly Stated<Time>[],
): string {
  if (agreeing.length === 1) return chosen.datum.basis
  const origins = new Set(agreeing.map(({ origin }) => origin)).size
  const how =
    dates.length < agreeing.length
      ? 'open times settled by the accounts that date the event'
      : 'intersection of the accounts'
  return `${how} (${agreeing.length} statements, ${origins} ${origins === 1 ? 'origin' : 'origins'})`
}

/**
 * Time of an event from its accounts: the value of the policy, narrowed by every interval that may coincide with it. A weekday of an
 * open week is settled by an account that dates the event, and both are named as evidence. The phases of a visit span it.
 */
export function reconcileTime(statements: readonly Stated<Time>[], visit: boolean): Time | null {
  const chosen = chooseValue(statements)
  if (!chosen) return null
  const range = known(chosen.datum)
  const agreeing = statements.filter(other => relateStatements(other, chosen) !== 'contradicts')
  if (!range) return { ...chosen.datum, evidence: evidenceOf(agreeing) }
  const dates = statements.filter(({ datum }) => known(datum))
  if (visit && dates.length > 1) {
    const span = dates.map(({ datum }) => known(datum)!).reduce(union)
    const same = span.earliest === range.earliest && span.latest === range.latest
    return dated(
      span,
      same ? basisOf(chosen, agreeing, dates) : 'from the first to the last dated phase of the visit',
      evidenceOf(statements),
    )
  }
  let narrowed = range
  for (const { datum } of agreeing) {
    const other = known(datum)
    narrowed = (other && intersect(narrowed, other)) ?? narrowed
  }
  return dated(
    narrowed,
    basisOf(
      chosen,
      agreeing,
      agreeing.filter(({ datum }) => known(datum)),
    ),
    evidenceOf(agreeing),
  )
}
