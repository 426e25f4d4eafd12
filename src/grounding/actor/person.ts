import type { Actor, RoleHeld } from '../../model/actor.js'
import type { PersonEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import { phraseKeys } from '../../text/phrase-trie.js'
import { slug } from '../../text/slug.js'
import type { Context } from './context.js'
import { countryNamed } from './country.js'
import { countryAt, heldWithin, sectorsAt } from './office.js'
import { organisationActor } from './organisation.js'
import { open, type Resolution, resolved, rival } from './resolution.js'
import { isOfState } from './role-actor.js'
import { type RoleWords, readMentionRole } from './role-words.js'

/** What the text itself says of a person: roles with the country or organisation they belong to. */
export interface Evidence {
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly roles: readonly RoleHeld[]
  /** Role ids of the tables. */
  readonly roleIds: readonly string[]
  readonly former: boolean
  /** One of them is an office that a state has, and the text does not say which state. */
  readonly ofState?: boolean
}

/** Surnames of many: alone they mean an office holder of the tables only when his term or his country speaks for it. */
const common = new Set(
  `smith brown cook evans carr lake cohen baker powell major clark perry cooper harris hunt king lee khan singh wong martin thomas hussein
  ali hassan ahmed mohamed garcia fernandez rodriguez gonzalez perez lopez martinez hernandez sanchez gomez diaz silva santos pereira costa
  alvarez castro rojas torres schulz fischer rossi ivanov chen wang zhang liu yang huang park choi tran pham lewis carter stewart`
    .trim()
    .split(/\s+/),
)

const ownerName = (context: Context, of: string): string => {
  const code = countryNamed(context, of)
  return code ? (context.lexicon.countries.get(code)?.name ?? code) : of
}

/** Sectors of a role: those of the organisation it belongs to as well; the leader of a party or an armed group is no government. */
function rolesSectors(role: RoleWords, mirrored: Evidence | null, body: Actor | null): readonly string[] {
  if (role.former) return ['ELI']
  const own = mirrored?.sectors ?? role.entry.sectors
  if (!body) return own
  return [...body.sectors, ...own.filter(sector => sector !== 'GOV' || body.sectors.includes('GOV'))]
}

/** Gathers the roles that the text gives the members of a chain. `counterpart` says what a "counterpart" is (the role of the one it belongs to). */
export function evidenceOf(
  context: Context,
  chain: readonly Mention[],
  counterpart: (mention: Mention) => Evidence | null,
): Evidence {
  let country: string | null = null
  let former = false
  let ofState = false
  const sectors = new Set<string>()
  const roleIds = new Set<string>()
  const roles: RoleHeld[] = []
  for (const mention of chain) {
    if (mention.kind === 'pronoun' || mention.kind === 'adjective') continue
    const owner = mention.of ? countryNamed(context, mention.of.text) : null
    const organisation = mention.of
      ? context.named(mention.of.text).find(entry => entry.kind === 'organisation')
      : undefined
    const role = readMentionRole(context, mention)
    if (!role) {
      if (mention.kind === 'name') country ??= owner
      continue
    }
    const mirrored = role.entry.id === 'counterpart' ? counterpart(mention) : null
    const entry = role.entry
    const body = organisation ? organisationActor(context.lexicon.organisations.get(organisation.id)!) : null
    for (const sector of rolesSectors(role, mirrored, body)) sectors.add(sector)
    former ||= role.former
    ofState ||= isOfState(entry) && !mention.of && !role.former
    if (mirrored) for (const id of mirrored.roleIds) roleIds.add(id)
    else if (!role.former && !role.future) roleIds.add(entry.id)
    country ??= owner
    country ??= body?.country ?? null
    const title =
      mirrored?.roles[0]?.title.replace(/ of .*$/, '') ??
      (role.former ? `former ${entry.title.replace(/^former /, '')}` : entry.title)
    const whole =
      mention.of && !/^(his|her|its|their)$/i.test(mention.of.text)
        ? `${title} of ${ownerName(context, mention.of.text)}`
        : title
    if (!roles.some(held => held.title === whole)) roles.push({ title: whole, from: null, to: null })
  }
  return {
    country,
    sectors: [...sectors],
    roles,
    roleIds: [...roleIds],
    former,
    ofState: ofState && !country,
  }
}

/** Persons of the tables that the chain's names can mean. */
function tablePersons(
  context: Context,
  names: readonly Mention[],
): { full: PersonEntry[]; short: PersonEntry[] } {
  const { lexicon } = context
  const full = new Set<string>()
  const short = new Set<string>()
  for (const name of names) {
    const words = nameText(context, name)
    for (const entry of context.named(words)) if (entry.kind === 'person') full.add(entry.id)
    const keys = phraseKeys(words)
    for (const id of lexicon.surnames.get(keys.join(' ')) ?? []) short.add(id)
    // "Ri Yong" for "Ri Yong Ho": the beginning of a name of the tables.
    if (keys.length > 1)
      for (const id of lexicon.surnames.get(keys[0]!) ?? [])
        if (startsWith(lexicon.persons.get(id)!, keys)) short.add(id)
  }
  const person = (id: string): PersonEntry => lexicon.persons.get(id)!
  return { full: [...full].map(person), short: [...short].map(person) }
}

const startsWith = (person: PersonEntry, keys: readonly string[]): boolean => {
  const own = phraseKeys(person.name)
  return own.length > keys.length && keys.every((key, i) => own[i] === key)
}

/** The name without a title that its phrase had to keep. */
export function nameText(context: Context, mention: Mention): string {
  if (!mention.role || mention.role.span[1] <= mention.span[0] || mention.role.span[1] > mention.span[1])
    return mention.text
  return context.article.text.slice(mention.role.span[1], mention.span[1]).trim() || mention.text
}

function fits(person: PersonEntry, evidence: Evidence, context: Context): number {
  let score = 0
  if (evidence.country) score += person.country === evidence.country ? 2 : -4
  const held = person.offices.filter(office => !context.published || heldWithin(office, context.published))
  if (evidence.roleIds.some(id => held.some(office => office.role === id || office.role.endsWith(`-${id}`))))
    score += 2
  else if (evidence.roleIds.some(id => person.offices.some(office => office.role === id)))
    score += context.published && !evidence.former ? -0.5 : 1
  if (context.published && held.length > 0) score += 1
  if (person.country && (context.countryCounts.get(person.country) ?? 0) > 0) score += 0.5
  return score
}

function fromTable(context: Context, person: PersonEntry, evidence: Evidence): Actor {
  const held: RoleHeld[] = person.offices.map(({ title, of, from, to }) => ({
    title: `${title} of ${context.lexicon.countries.get(of)?.name ?? context.lexicon.organisations.get(of)?.name ?? of}`,
    from,
    to,
  }))
  const country = evidence.country ?? countryAt(context, person)
  return {
    id: `p:${person.id}`,
    name: person.name,
    kind: 'person',
    ...(country && { country }),
    sectors: evidence.sectors.length > 0 ? [...evidence.sectors] : sectorsAt(context, person),
    roles: [...held, ...evidence.roles.filter(role => !held.some(({ title }) => title === role.title))],
  }
}

function fromText(name: string, evidence: Evidence): Actor {
  const single = phraseKeys(name).length === 1
  const suffix = single && evidence.country ? `-${evidence.country.toLowerCase()}` : ''
  return {
    id: `p:${slug(name)}${suffix}`,
    name: name.replace(/\s+/g, ' '),
    kind: 'person',
    ...(evidence.country && { country: evidence.country }),
    sectors: [...evidence.sectors],
    roles: [...evidence.roles],
  }
}

/**
 * The person a chain of names means. The text wins over the tables: a title or apposition that gives another country makes another person;
 * a surname alone is taken for a person of the tables only when role, country and date of the text leave one.
 */
export function resolvePerson(context: Context, chain: readonly Mention[], evidence: Evidence): Resolution {
  const names = chain.filter(mention => mention.kind === 'name')
  const best = names.reduce((a, b) =>
    phraseKeys(nameText(context, b)).length > phraseKeys(nameText(context, a)).length ? b : a,
  )
  const text = nameText(context, best)
  const { full, short } = tablePersons(context, names)
  const pool = full.length > 0 ? full : phraseKeys(text).length === 1 || evidence.country ? short : []
  const ranked = pool
    .map(person => ({ person, score: fits(person, evidence, context) }))
    .sort((a, b) => b.score - a.score)
  const rivals = ranked
    .slice(1, 4)
    .map(({ person, score }) => rival({ id: `p:${person.id}`, name: person.name }, Math.max(0, score / 5)))
  const [top, next] = ranked
  if (top && top.score >= (full.length > 0 ? -1 : 0) && (!next || next.score < top.score)) {
    if (full.length > 0)
      return resolved(fromTable(context, top.person, evidence), 0.95, 'name of the tables', rivals)
    if (top.score >= 2)
      return resolved(fromTable(context, top.person, evidence), 0.85, 'surname with role or country', rivals)
    if (pool.length === 1 && text.length > 3 && !(common.has(phraseKeys(text)[0]!) && top.score < 1))
      return resolved(
        fromTable(context, top.person, evidence),
        0.6,
        'only person of the tables with this surname',
        rivals,
      )
  }
  const setting = evidence.ofState ? context.setting : null
  const actor = fromText(text, setting ? { ...evidence, country: setting } : evidence)
  const all = ranked
    .slice(0, 4)
    .map(({ person, score }) => rival({ id: `p:${person.id}`, name: person.name }, Math.max(0, score / 5)))
  if (top && full.length > 0) return resolved(actor, 0.6, 'name, the text contradicts the tables', all)
  const single = phraseKeys(text).length === 1
  if (single && evidence.roles.length === 0)
    return all.length > 1
      ? open('surname', `${all.length} persons of the tables have this surname`, all)
      : resolved(actor, 0.4, 'surname of the text', all)
  if (setting) return resolved(actor, 0.5, 'name and role, the state the text is about', all)
  return resolved(
    actor,
    evidence.roles.length > 0 ? 0.8 : 0.7,
    evidence.roles.length > 0 ? 'name and role of the text' : 'name of the text',
    all,
  )
}
