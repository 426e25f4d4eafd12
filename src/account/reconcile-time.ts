import type { Evidence, Time } from '../model/index.js'
import { intersect, type KnownRange, known, lengthInDays, narrow, possibleRanges, union } from './days.js'
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

function dated(ranges: readonly KnownRange[], basis: string, evidence: Evidence[]): Time {
  const range = ranges.reduce(union)
  const value = range.earliest === range.latest ? range.earliest : `${range.earliest}/${range.latest}`
  return { ...range, value, basis, evidence, ...(ranges.length > 1 ? { candidates: [...ranges] } : {}) }
}

function basisOf(chosen: Stated<Time>, agreeing: readonly Stated<Time>[]): string {
  if (agreeing.length === 1) return chosen.datum.basis
  const origins = new Set(agreeing.map(({ origin }) => origin)).size
  const open = agreeing.some(({ datum }) => !known(datum))
  const how = open ? 'open times settled by the accounts that date the event' : 'intersection of the accounts'
  return `${how} (${agreeing.length} statements, ${origins} ${origins === 1 ? 'origin' : 'origins'})`
}

/** From the first to the last dated phase of a visit. */
function visitTime(chosen: Stated<Time>, dates: readonly Stated<Time>[]): Time {
  const all = dates.map(({ datum }) => known(datum)!)
  // "this week" beside "on Monday" says nothing of its own.
  const ranges = all.filter(
    range => !all.some(other => lengthInDays(other) < lengthInDays(range) && intersect(range, other)),
  )
  const span = ranges.reduce(union)
  const same = ranges.every(range => range.earliest === span.earliest && range.latest === span.latest)
  const basis = same ? basisOf(chosen, dates) : 'from the first to the last dated phase of the visit'
  return dated([span], basis, evidenceOf(dates))
}

/**
 * Time of an event from its accounts: the value of the policy, narrowed by every time that may coincide with it. A weekday of an
 * open week is settled by an account that dates the event or its week, and both are named as evidence. The phases of a visit span it.
 */
export function reconcileTime(statements: readonly Stated<Time>[], visit: boolean): Time | null {
  const chosen = chooseValue(statements)
  if (!chosen) return null
  const agreeing = statements.filter(other => relateStatements(other, chosen) !== 'contradicts')
  const dates = statements.filter(({ datum }) => known(datum))
  if (!dates.length) return { ...chosen.datum, evidence: evidenceOf(agreeing) }
  if (visit) return visitTime(chosen, dates)
  const start = known(chosen.datum) ? chosen : dates[0]!
  let ranges = possibleRanges(start.datum)!
  for (const { datum } of agreeing) {
    const narrowed = narrow(ranges, datum)
    if (narrowed.length) ranges = narrowed
  }
  return dated(ranges, basisOf(start, agreeing), evidenceOf(agreeing))
}
