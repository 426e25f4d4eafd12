import type { Account, Field, Standing, Statement, StoryMember, Time } from '../model/index.js'
import { fields } from '../model/index.js'
import { silenceOf, standingOf } from './standing.js'
import type { Stated } from './statements.js'
import type { Voices } from './voices.js'

/** What accounts are made from: the statements of one event, and who copied whom. */
export interface Telling {
  readonly voices: ReadonlyMap<Field, Voices>
  readonly mentions: ReadonlyMap<string, readonly string[]>
  readonly originals: ReadonlyMap<string, string>
  readonly time: Time | null
  /** Articles that speak of the event as something to come. */
  readonly planned: ReadonlySet<string>
}

/** Every outlet has a name to show: its own, its domain, or the address of the page. */
export const outletOf = ({ article }: StoryMember): string =>
  article.outlet.name ?? article.outlet.domain ?? article.uri

function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>()
  return statements.filter(({ value, span, claim }) => {
    const key = JSON.stringify([value, span, claim])
    return !seen.has(key) && seen.add(key)
  })
}

function standing(article: string, own: readonly Stated[], voices: Voices, telling: Telling): Standing {
  const original = telling.originals.get(article)
  const stands = standingOf(own, voices)
  // A retelling that changes a value has not copied it.
  const copied = original !== undefined && stands !== 'contradicts' && voices.of(original).length > 0
  return copied ? 'copied' : stands
}

/** Languages whose events are coded. Of an article in another one nothing is known: it is not silent, it was not read. */
const coded: ReadonlySet<string> = new Set(['en', 'und'])

/**
 * An article that tells nothing of an event has an account all the same. Such accounts differ only in why the fields are silent, so events of a
 * story share them: a story of 500 articles and 4,000 events has two million.
 */
const silent = new WeakMap<StoryMember, Map<string, Account>>()

function shared(member: StoryMember, account: Account): Account {
  if (account.mentions.length > 0 || Object.keys(account.states).length > 0) return account
  let known = silent.get(member)
  if (!known) silent.set(member, (known = new Map()))
  const key = JSON.stringify(account.standing)
  const found = known.get(key)
  if (found) return found
  known.set(key, account)
  return account
}

/** What one article tells of an event, field by field, or why it is silent. Fields that no account states are left out. */
export function accountOf(member: StoryMember, telling: Telling): Account {
  const { article } = member
  const states: Account['states'] = {}
  const standings: Account['standing'] = {}
  for (const field of fields) {
    const voices = telling.voices.get(field)
    if (!voices) continue
    const own = voices.of(article.id)
    if (own.length) states[field] = withoutRepeats(own.map(one => one.statement))
    if (own.length) standings[field] = standing(article.id, own, voices, telling)
    else if (coded.has(article.language))
      standings[field] = silenceOf(article, telling.time, telling.planned.has(article.id))
  }
  return shared(member, {
    article: article.id,
    outlet: outletOf(member),
    origin: member.origin,
    mentions: [...(telling.mentions.get(article.id) ?? [])],
    states,
    standing: standings,
  })
}
