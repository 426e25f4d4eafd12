import type { Account, Claim, Dispute, Field, Participant } from '../model/index.js'
import { fields } from '../model/index.js'
import { relateStatements } from './relate-values.js'
import { statesToo } from './standing.js'
import type { Stated } from './statements.js'

const compared: readonly Field[] = ['time', 'place', 'actors', 'recipients', 'quantity']
/** Fields whose omission changes what a reader takes away; a day or a place left out shows in the standings. */
const substance: ReadonlySet<Field> = new Set(['actors', 'recipients', 'quantity'])

/** Statements by value, in archive order; the copies of a report count with it, they are no second voice. */
function byValue(statements: readonly Stated[]): Dispute['values'] {
  const groups = new Map<string, Dispute['values'][number]>()
  for (const { article, statement } of statements) {
    const group = groups.get(statement.value) ?? { value: statement.value, statements: [] }
    const { text, span } = statement
    const repeated = group.statements.some(
      s => s.article === article && s.span[0] === span[0] && s.span[1] === span[1],
    )
    if (!repeated) group.statements.push({ article, text, span })
    groups.set(statement.value, group)
  }
  return [...groups.values()]
}

/** Statements of one field that cannot all be true; an account that states both values contradicts neither. */
function contradiction(field: Field, stated: readonly Stated[]): Dispute[] {
  const of = (article: string) => stated.filter(one => one.article === article)
  const excludes = (one: Stated, other: Stated) =>
    one.article !== other.article &&
    relateStatements(one, other) === 'contradicts' &&
    !statesToo(of(one.article), other) &&
    !statesToo(of(other.article), one)
  const against = stated.filter(one => stated.some(other => excludes(one, other)))
  return against.length ? [{ field, kind: 'contradiction', values: byValue(against) }] : []
}

/** "The minister" beside a name is how texts refer, and no difference between accounts. */
const onlyReferred = ({ field, datum }: Stated): boolean =>
  (field === 'actors' || field === 'recipients') && (datum as Participant).actor.kind === 'unnamed'

/** Accounts that tell the same less precisely than another. */
function granularity(field: Field, stated: readonly Stated[], accounts: readonly Account[]): Dispute[] {
  const coarse = accounts
    .filter(account => account.standing[field] === 'coarser')
    .map(account => account.article)
  const coarser = stated.filter(one => coarse.includes(one.article) && !onlyReferred(one))
  if (!coarser.length) return []
  // Who contradicts the reconciled value shows under the contradiction.
  const wrong = new Set(
    accounts.filter(({ standing }) => standing[field] === 'contradicts').map(one => one.article),
  )
  const finer = stated.filter(
    one => !wrong.has(one.article) && coarser.some(other => relateStatements(one, other) === 'finer'),
  )
  return [{ field, kind: 'granularity', values: byValue([...finer, ...coarser]) }]
}

/** A field that some accounts of the event state and others, whole and written in time, leave out. */
function omission(field: Field, stated: readonly Stated[], accounts: readonly Account[]): Dispute[] {
  const left = accounts.some(
    account => account.mentions.length && account.standing[field] === 'silent: does not say',
  )
  return left && substance.has(field) ? [{ field, kind: 'omission', values: byValue(stated) }] : []
}

/** Two statements name one source: in the same words, or the same actor. */
function sameSource(a: Stated, b: Stated): boolean {
  const actor = ({ datum }: Stated) => (datum as Claim | null)?.speaker?.actor?.id
  return a.statement.value === b.statement.value || (actor(a) !== undefined && actor(a) === actor(b))
}

/**
 * Accounts that give the same report to different sources: somebody's claim in one, the outlet's own word in another. The phases of a
 * visit have sources of their own.
 */
function drift(stated: readonly Stated[], copied: ReadonlySet<string>): Dispute[] {
  const own = stated.filter(one => !copied.has(one.article))
  const drifted = own.filter(one => {
    const others = own.filter(other => other.phase === one.phase && other.article !== one.article)
    const articles = new Set(others.map(other => other.article))
    return [...articles].some(article => {
      const mine = own.filter(other => other.article === one.article && other.phase === one.phase)
      const theirs = others.filter(other => other.article === article)
      return !mine.some(a => theirs.some(b => sameSource(a, b)))
    })
  })
  return drifted.length ? [{ field: 'attribution', kind: 'drift', values: byValue(drifted) }] : []
}

/** Fields on which the accounts of one event differ, told apart by what the difference means. Copies are no voices of their own. */
export function disputesOf(statements: readonly Stated[], accounts: readonly Account[]): Dispute[] {
  const copied = new Set(
    accounts
      .filter(account => Object.values(account.standing).includes('copied'))
      .map(account => account.article),
  )
  return fields.flatMap(field => {
    const stated = statements.filter(one => one.field === field)
    const contradictions = contradiction(field, stated)
    if (field === 'attribution') return contradictions.length ? contradictions : drift(stated, copied)
    if (!compared.includes(field)) return contradictions
    return [...contradictions, ...granularity(field, stated, accounts), ...omission(field, stated, accounts)]
  })
}
