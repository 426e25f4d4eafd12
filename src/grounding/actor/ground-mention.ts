import type { Actor } from '../../model/actor.js'
import type { NameEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import { slug } from '../../text/slug.js'
import { bodyWords } from './body-words.js'
import { type Context, sentenceOf } from './context.js'
import { countriesOf, countryActor, countryInside, countryNamed } from './country.js'
import { entriesOf, stateNamed } from './entries.js'
import { NominalGrounder } from './ground-nominal.js'
import { type Reading, readCapital, readSeat } from './metonym.js'
import { namesNoActor } from './no-actor.js'
import { organisationActor } from './organisation.js'
import { type Evidence, evidenceOf, nameText, resolvePerson } from './person.js'
import { open, type Resolution, resolved, rival, several } from './resolution.js'
import { isGovernmentWord, isOfState, roleActor } from './role-actor.js'
import { type RoleWords, readMentionRole } from './role-words.js'

/** Words before the name of a bloc that leave open which of its states are meant: "two Gulf kingdoms". */
const someOf = /^(two|some|several|many|most|few|other|certain|various|one|neighbou?ring)$/i

/** Resolves the mentions of one text, each once. */
export class Grounder {
  private readonly done = new Map<string, Resolution>()
  private readonly persons = new Map<number, Resolution>()
  private readonly evidence = new Map<number, Evidence | null>()

  private readonly nominals: NominalGrounder

  constructor(private readonly context: Context) {
    this.nominals = new NominalGrounder(context, mention => this.resolve(mention))
  }

  resolve(mention: Mention): Resolution {
    const known = this.done.get(mention.id)
    if (known) return known
    this.done.set(mention.id, open('circular', 'refers back to itself'))
    const resolution = this.decide(mention)
    this.done.set(mention.id, resolution)
    return resolution
  }

  private decide(mention: Mention): Resolution {
    if (mention.members) return this.members(mention)
    switch (mention.kind) {
      case 'adjective':
        return this.table(mention, entriesOf(this.context, mention))
      case 'name':
        return this.name(mention)
      case 'nominal':
        return this.nominals.ground(mention)
      case 'pronoun':
        return this.reference(mention) ?? open('pronoun', 'no sure antecedent')
    }
  }

  private members(mention: Mention): Resolution {
    const resolutions = mention.members!.map(id => this.resolve(this.context.byId.get(id)!))
    const role = readMentionRole(this.context, mention)
    const actors = resolutions.map((member, i) =>
      this.memberActor(member, this.context.byId.get(mention.members![i]!)!, role),
    )
    if (actors.some(actor => actor === null))
      return open('members', 'a member of the plural mention stayed open')
    return several(
      actors as Actor[],
      Math.min(...resolutions.map(({ score }) => score || 0.6)) * 0.9,
      'members of a plural mention',
    )
  }

  /** "both militaries", "the two governments": the role of each member; a capital as a party of a pair is its state. */
  private memberActor(member: Resolution, mention: Mention, role: RoleWords | null): Actor | null {
    const code =
      member.actor?.country ?? countriesOf(this.context, entriesOf(this.context, mention))[0] ?? null
    if (!role || role.entry.type === 'state' || role.entry.id === 'people')
      return code && member.actor?.kind !== 'person' ? countryActor(this.context, code) : member.actor
    if (member.actor?.kind === 'person') return member.actor
    if (!code) return null
    return isGovernmentWord(role)
      ? countryActor(this.context, code, true)
      : roleActor(this.context, role, code)
  }

  private name(mention: Mention): Resolution {
    if (mention.entity === 'PER') return this.person(mention)
    const entries = entriesOf(this.context, mention)
    const people = this.people(mention)
    if (people) return people
    if (entries.length > 0) return this.table(mention, entries)
    const names = this.context.chains[mention.chain]!.filter(
      other => other.kind === 'name' && other.id !== mention.id,
    )
    for (const other of names) {
      const found = entriesOf(this.context, other)
      if (found.some(entry => entry.kind === 'organisation')) return this.table(other, found)
    }
    return this.unknownName(mention)
  }

  /** "the Danes" for their state, "Danes" and "a Dane" for people of it. */
  private people(mention: Mention): Resolution | null {
    const words = mention.text.split(/\s+/)
    const article = /^the$/i.test(words[0]!)
    const before = sentenceOf(this.context, mention).tokens[mention.from - 1]?.form ?? ''
    const tails = [words.slice(-2).join(' '), words.at(-1)!]
    const entries = tails.map(tail => this.context.named(tail)).find(found => found.length > 0) ?? []
    if (entries.length === 0 || entries.some(entry => entry.kind !== 'adjective')) return null
    const code = countriesOf(this.context, entries)[0]
    if (!code) return null
    if (words.length < 3 && (article || /^the$/i.test(before)) && mention.number === 'Plur')
      return resolved(countryActor(this.context, code), 0.6, 'people for their state')
    const name = `People of ${this.context.lexicon.countries.get(code)!.name}`
    return resolved(
      { id: `g:${code}-people`, name, kind: 'group', country: code, sectors: ['CVL'], roles: [] },
      0.7,
      'people of a country',
    )
  }

  private person(mention: Mention): Resolution {
    const known = this.persons.get(mention.chain)
    if (known) return known
    const chain = this.context.chains[mention.chain]!
    const resolution = resolvePerson(this.context, chain, this.evidenceFor(mention.chain))
    this.persons.set(mention.chain, resolution)
    return resolution
  }

  private evidenceFor(chain: number): Evidence {
    const known = this.evidence.get(chain)
    if (known) return known
    if (known === null) return { country: null, sectors: [], roles: [], roleIds: [], former: false }
    this.evidence.set(chain, null)
    const evidence = evidenceOf(this.context, this.context.chains[chain]!, mention => this.mirrored(mention))
    this.evidence.set(chain, evidence)
    return evidence
  }

  /** Role of the one whose counterpart a mention is: "his" before it, else the last person with a role. */
  private mirrored(mention: Mention): Evidence | null {
    const { mentions } = this.context
    const start = mention.role!.span[0]
    const pronoun = mentions.find(
      other =>
        other.kind === 'pronoun' &&
        other.sentence === mention.sentence &&
        other.span[1] <= start &&
        start - other.span[1] < 30 &&
        /^(his|her)$/i.test(other.text),
    )
    if (pronoun?.antecedent) return this.evidenceFor(pronoun.chain)
    const before = mentions.findLast(
      other =>
        other.span[1] <= start &&
        other.chain !== mention.chain &&
        other.entity === 'PER' &&
        other.role !== undefined &&
        mention.sentence - other.sentence <= 1,
    )
    return before ? this.evidenceFor(before.chain) : null
  }

  private table(mention: Mention, entries: readonly NameEntry[]): Resolution {
    const organisation = entries.find(entry => entry.kind === 'organisation')
    const seat = entries.find(entry => entry.kind === 'seat')
    if (seat) return this.seat(mention, seat)
    const bloc = entries.find(entry => entry.kind === 'bloc')
    if (bloc) return this.bloc(mention, bloc)
    if (organisation)
      return resolved(
        organisationActor(this.context.lexicon.organisations.get(organisation.id)!),
        0.9,
        'organisation of the tables',
      )
    const capital = entries.filter(entry => entry.kind === 'capital')
    if (capital.length > 0 && !entries.some(entry => entry.kind === 'country'))
      return this.capital(mention, capital)
    const [code, ...others] = countriesOf(this.context, entries)
    if (!code) return open('table', 'the tables name no actor')
    const rivals = others.map(other => rival(countryActor(this.context, other), 0.3))
    const rule = mention.kind === 'adjective' ? 'nationality' : 'country name'
    return resolved(countryActor(this.context, code), others.length > 0 ? 0.7 : 0.95, rule, rivals)
  }

  /** "the Baltic states" are three; of "the West" nobody can say which states it is. */
  private bloc(mention: Mention, { id }: NameEntry): Resolution {
    const { name, members } = this.context.lexicon.blocs.get(id)!
    if (members.length > 0 && someOf.test(this.wordBefore(mention)))
      return open('bloc', `some of the ${members.length} states called ${name}`)
    return members.length > 0
      ? several(
          members.map(code => countryActor(this.context, code)),
          0.9,
          'states of the name',
        )
      : resolved({ id: `g:${id}`, name, kind: 'group', sectors: [], roles: [] }, 0.7, 'bloc of states')
  }

  private seat(mention: Mention, { id }: NameEntry): Resolution {
    const { government, score, rule } = readSeat(sentenceOf(this.context, mention), mention)
    const actor = countryActor(this.context, id, true)
    return government
      ? resolved(actor, score, rule)
      : open(rule, 'the building, not the government', [rival(actor, 1 - score)])
  }

  private capital(mention: Mention, entries: readonly NameEntry[]): Resolution {
    const own = readCapital(sentenceOf(this.context, mention), mention)
    const reading = own.government === null ? (this.listed(mention) ?? own) : own
    const [code, ...others] = countriesOf(this.context, entries)
    const body = entries.find(entry => this.context.lexicon.organisations.has(entry.id))
    const actor = body
      ? organisationActor(this.context.lexicon.organisations.get(body.id)!)
      : countryActor(this.context, code!, true)
    const rule = `capital: ${reading.rule}`
    if (reading.government)
      return resolved(
        actor,
        reading.score,
        rule,
        others.map(other => rival(countryActor(this.context, other), 0.2)),
      )
    const reason =
      reading.government === false
        ? 'the city, not the government'
        : 'city or government: the sentence does not settle it'
    return open(rule, reason, [rival(actor, reading.government === false ? 0.1 : reading.score)])
  }

  /** "from Seoul, Tokyo and even Beijing": a city in a list is read like the one before it. */
  private listed(mention: Mention): Reading | null {
    const before = this.context.bySentence[mention.sentence]!.findLast(
      other =>
        other.span[1] < mention.span[0] &&
        /^,?\s*((and|or)\s+)?(even\s+|also\s+)?$/.test(
          this.context.article.text.slice(other.span[1], mention.span[0]),
        ),
    )
    if (!before || !entriesOf(this.context, before).some(entry => entry.kind === 'capital')) return null
    const { actor, score } = this.resolve(before)
    return actor ? { government: true, score: score * 0.9, rule: `listed after "${before.text}"` } : null
  }

  private unknownName(mention: Mention): Resolution {
    const long = this.context.chains[mention.chain]!.find(other => other.kind === 'nominal')
    const role = long ? readMentionRole(this.context, long) : null
    const isBody = role !== null && /^(body|group)$/.test(role.entry.type)
    if (mention.entity === 'LOC' && !isBody && !bodyWords(this.context.lexicon, mention.text))
      return open('place name', 'a place, no actor')
    if (namesNoActor(mention.text)) return open('name', 'a name of an event, document or place')
    const acronym = this.context.chains[mention.chain]!.some(
      other => other.antecedent?.rule === 'acronym in brackets',
    )
    if (long && role && acronym) return this.nominals.byRole(long, role)
    const body =
      readMentionRole(this.context, mention)?.entry ??
      bodyWords(this.context.lexicon, mention.text) ??
      role?.entry
    const country =
      countryInside(this.context, mention.text) ??
      (mention.of ? countryNamed(this.context, mention.of.text) : null) ??
      (long?.of && role?.entry.type !== 'state' ? countryNamed(this.context, long.of.text) : null) ??
      (body && /^the\b/i.test(this.wordBefore(mention)) && isOfState(body) ? this.context.setting : null)
    if (mention.entity !== 'ORG' && !body)
      return open('name', `a ${mention.entity ?? 'proper'} name that no table knows`)
    const actor: Actor = {
      id: `o:${slug(nameText(this.context, mention))}`,
      name: nameText(this.context, mention),
      kind: 'organisation',
      ...(country && { country }),
      sectors: body ? [...body.sectors] : [],
      roles: [],
    }
    return resolved(actor, 0.6, 'organisation named in the text')
  }

  private wordBefore(mention: Mention): string {
    return sentenceOf(this.context, mention).tokens[mention.from - 1]?.form ?? ''
  }

  /** Whom an actor means by "we": officials and soldiers their state, organisations and groups themselves; others stay open. */
  private speaksFor(actor: Actor | null): Actor | null {
    if (!actor) return null
    if (actor.kind !== 'person' && actor.kind !== 'unnamed') return actor
    const official = actor.sectors.some(sector => /^(GOV|MIL|SPY)$/.test(sector))
    return official && actor.country ? countryActor(this.context, actor.country, true) : null
  }

  /** What a chain was resolved to by the mention that this one was linked to. */
  private reference(mention: Mention): Resolution | null {
    if (!mention.antecedent) return null
    const antecedent = this.context.byId.get(mention.antecedent.mention)!
    const { actor, members, score } = this.resolve(antecedent)
    if (members) return several(members, score * 0.9, `refers to "${antecedent.text}"`)
    const meant = /^(we|us|our)$/i.test(mention.text) ? this.speaksFor(actor) : actor
    const state = meant ?? (actor ? null : stateNamed(this.context, antecedent))
    return state
      ? resolved(state, (score || 0.6) * 0.9, `refers to "${antecedent.text}": ${mention.antecedent.rule}`)
      : null
  }
}
