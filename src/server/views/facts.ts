import type { Account, Event, Field, Statement } from '../../model/index.js'
import type { Cell, Column, Fact } from './schemas.js'
import type { SentenceTable } from './sentences.js'
import { rangeWords, reconciledValue } from './words.js'

/** Who, what, when, where, said by: the order of the table. */
const order: readonly Field[] = [
  'actors',
  'recipients',
  'happened',
  'quantity',
  'time',
  'place',
  'attribution',
]

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

/** The value most origins state, for fields that have no reconciled value of their own. */
function commonest(field: Field, accounts: readonly Account[]): string {
  const origins = new Map<string, Set<string>>()
  for (const account of accounts) {
    for (const { value } of account.states[field] ?? []) {
      const known = origins.get(value) ?? new Set()
      origins.set(value, known.add(account.origin))
    }
  }
  const own = "the outlet's own word"
  const ranked = [...origins].sort(
    ([a, x], [b, y]) => Number(a === own) - Number(b === own) || y.size - x.size,
  )
  return ranked[0]?.[0] ?? ''
}

/** "3 origins agree", "1 origin", "2 origins; 1 coarser". */
function noteOf(field: Field, accounts: readonly Account[]): string {
  const withStanding = (...standings: string[]) =>
    new Set(
      accounts
        .filter(account => standings.includes(account.standing[field] ?? ''))
        .map(account => account.origin),
    ).size
  const stating = withStanding('agrees', 'alone')
  const coarser = withStanding('coarser')
  const against = withStanding('contradicts')
  return [
    stating > 0 ? count(stating, 'origin') : '',
    coarser > 0 ? `${coarser} coarser` : '',
    against > 0 ? `${against} against` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

/** A value as a reader writes it: days in words, everything else as stated. */
export function statedValue(field: Field, value: string): string {
  if (field !== 'time') return value
  const match = /^(\d{4}-\d\d-\d\d)(?:\/(\d{4}-\d\d-\d\d))?$/.exec(value)
  return match ? rangeWords(match[1]!, match[2] ?? match[1]!) : value
}

function cellOf(field: Field, account: Account | undefined, column: Column, sentences: SentenceTable): Cell {
  const statement = ({ value, text, span, claim }: Statement): Cell['statements'][number] => ({
    value: statedValue(field, value),
    text: field === 'attribution' && value === "the outlet's own word" ? 'own word' : text,
    span,
    claim: claim ?? null,
    sentence: sentences.at(column.id, span),
  })
  return {
    standing: account?.standing[field] ?? null,
    statements: (account?.states[field] ?? []).slice(0, 3).map(statement),
  }
}

/** The rows of one event: a field each, a cell per column. Fields that nobody states are left out. */
export function factsOf(event: Event, columns: readonly Column[], sentences: SentenceTable): Fact[] {
  const accountOf = new Map(event.accounts.map(account => [account.article, account]))
  return order.flatMap(field => {
    if (!event.accounts.some(account => (account.states[field] ?? []).length > 0)) return []
    const dispute = event.disputes.find(one => one.field === field && one.kind === 'contradiction') ?? null
    return [
      {
        field,
        value: reconciledValue(event, field) || statedValue(field, commonest(field, event.accounts)),
        note: noteOf(field, event.accounts),
        dispute: dispute && {
          ...dispute,
          values: dispute.values.map(one => ({ ...one, value: statedValue(field, one.value) })),
        },
        cells: columns.map(column => cellOf(field, accountOf.get(column.id), column, sentences)),
      },
    ]
  })
}
