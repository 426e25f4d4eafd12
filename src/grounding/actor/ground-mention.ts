import type { Actor } from '../../model/actor.js'
import type { NameEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import { slug } from '../../text/slug.js'
import { bodyWords } from './body-words.js'
import { type Context, headToken, sentenceOf } from './context.js'
import { countriesOf, countryActor, countryInside, countryNamed } from './country.js'
import { readCapital } from './metonym.js'
import { namesNoActor } from './no-actor.js'
import { organisationActor } from './organisation.js'
import { type Evidence, evidenceOf, nameText, resolvePerson } from './person.js'
import { open, type Resolution, resolved, rival, several } from './resolution.js'
import { isGovernmentWord, ownedBy, resolveRole, roleActor } from './role-actor.js'
import { type RoleWords, readMentionRole } from './role-words.js'

/** Nouns that only count what follows "of". */
const measureNouns = new Set(['group', 'team', 'crowd', 'couple', 'coalition', 'network', 'member', 'crew'])

/** Resolves the mentions of one text, each once. */
export class Grounder {
  private readonly done = new Map<string, Resolution>()
  private readonly persons = new Map<number, Resolution>()
  private readonly evidence = new Map<number, Evidence | null>()

  constructor(private readonly context: Context) {}

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
        return this.table(mention, this.entries(mention))
      case 'name':
        return this.name(mention)
      case 'nominal':
        return this.nominal(mention)
      case 'pronoun':
        return this.reference(mention) ?? open('pronoun', 'no sure antecedent')
    }
  }

  private entries(mention: Mention): readonly NameEntry[] {
    const { names } = this.context.lexicon
    const entries = names.get(nameText(this.context, mention))
    return entries.length > 0 ? entries : names.get(mention.text.replace(/^the\s+/i, ''))
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
      Math.min(...resolutions.map(({ score }) => score)) * 0.9,
      'members of a plural mention',
    )
  }

  /** "both militaries", "the two governments": the role of each member; a capital as a party of a pair is its state. */
  private memberActor(member: Resolution, mention: Mention, role: RoleWords | null): Actor | null {
    const code = member.actor?.country ?? countriesOf(this.context, this.entries(mention))[0] ?? null
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
    const entries = this.entries(mention)
    const people = this.people(mention)
    if (people) return people
    if (entries.length > 0) return this.table(mention, entries)
    const names = this.context.chains[mention.chain]!.filter(
      other => other.kind === 'name' && other.id !== mention.id,
    )
    for (const other of names) {
      const found = this.entries(other)
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
    const entries =
      tails.map(tail => this.context.lexicon.names.get(tail)).find(found => found.length > 0) ?? []
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
    if (seat) return resolved(countryActor(this.context, seat.id, true), 0.9, 'seat of government')
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

  private capital(mention: Mention, entries: readonly NameEntry[]): Resolution {
    const reading = readCapital(sentenceOf(this.context, mention), mention)
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

  private unknownName(mention: Mention): Resolution {
    if (mention.entity === 'LOC' && !bodyWords(this.context.lexicon, mention.text))
      return open('place name', 'a place, no actor')
    if (namesNoActor(mention.text)) return open('name', 'a name of an event, document or place')
    const body =
      readMentionRole(this.context, mention)?.entry ?? bodyWords(this.context.lexicon, mention.text)
    const country =
      countryInside(this.context, mention.text) ??
      (mention.of ? countryNamed(this.context, mention.of.text) : null)
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

  /** What a chain was resolved to by the mention that this one was linked to. */
  private reference(mention: Mention): Resolution | null {
    if (!mention.antecedent) return null
    const antecedent = this.context.byId.get(mention.antecedent.mention)!
    const { actor, members, score } = this.resolve(antecedent)
    if (members) return several(members, score * 0.9, `refers to "${antecedent.text}"`)
    const state = actor ?? this.stateOf(antecedent)
    return state
      ? resolved(state, (score || 0.6) * 0.9, `refers to "${antecedent.text}": ${mention.antecedent.rule}`)
      : null
  }

  /** A capital that "the country" or "it" takes up stands for its state. */
  private stateOf(mention: Mention): Actor | null {
    const code = countriesOf(this.context, this.entries(mention))[0]
    return code ? countryActor(this.context, code) : null
  }

  private nominal(mention: Mention): Resolution {
    const role = readMentionRole(this.context, mention)
    const chain = this.context.chains[mention.chain]!
    const named =
      chain.find(other => other.kind === 'name') ?? chain.find(other => other.kind === 'adjective')
    if (named) {
      const resolution = this.resolve(named)
      const state = resolution.actor ?? this.stateOf(named)
      if (state) {
        const actor =
          role && isGovernmentWord(role) && state.kind === 'country'
            ? countryActor(this.context, state.country!, true)
            : state
        return resolved(actor, (resolution.score || 0.6) * 0.9, `same as "${named.text}"`)
      }
    }
    if (!role) return open('nominal', 'no role word of the tables')
    const counted = this.counted(mention, role)
    if (counted) return counted
    const shared = this.sharedOwners(mention, role)
    if (shared) return shared
    const countries = this.countriesWithin(mention)
    if (countries.length > 1 && mention.number === 'Plur')
      return several(
        countries.map(code =>
          isGovernmentWord(role)
            ? countryActor(this.context, code, true)
            : roleActor(this.context, role, code),
        ),
        0.75,
        'role of each country',
      )
    return this.owned(mention, role)
  }

  /** "a group of Kenyan lawmakers" is those lawmakers. */
  private counted(mention: Mention, role: RoleWords): Resolution | null {
    if (!measureNouns.has(role.entry.id)) return null
    const counted = this.context.bySentence[mention.sentence]!.find(
      other => other.kind === 'nominal' && this.isComplement(other, mention),
    )
    const resolution = counted ? this.resolve(counted) : null
    return resolution?.actor || resolution?.members ? resolution : null
  }

  /** "their leaders", "their countries" after a plural mention whose members are known. */
  private sharedOwners(mention: Mention, role: RoleWords): Resolution | null {
    if (mention.number !== 'Plur' || !mention.of) return null
    const pronoun = this.context.bySentence[mention.sentence]!.find(
      other => other.kind === 'pronoun' && other.span[0] === mention.of!.span[0],
    )
    const owners = pronoun ? this.resolve(pronoun) : null
    if (!owners?.members || owners.members.some(owner => !owner.country || owner.kind === 'person'))
      return null
    const actors = owners.members.map(owner =>
      role.entry.type === 'state'
        ? countryActor(this.context, owner.country!)
        : roleActor(this.context, role, owner.country!),
    )
    return several(actors, owners.score * 0.9, 'role of each member')
  }

  /** Countries whose names or adjectives stand before the head of a nominal ("the North Korean and Cuban militaries"). */
  private countriesWithin(mention: Mention): string[] {
    const inside = this.context.bySentence[mention.sentence]!.filter(
      other =>
        other.id !== mention.id &&
        other.from >= mention.from &&
        other.to <= mention.head &&
        (other.kind === 'adjective' || other.kind === 'name'),
    )
    return [...new Set(inside.flatMap(other => countriesOf(this.context, this.entries(other)).slice(0, 1)))]
  }

  private owned(mention: Mention, role: RoleWords): Resolution {
    if (mention.of) {
      const code = countryNamed(this.context, mention.of.text)
      if (code) return this.ownedByCountry(mention, role, code)
      const entry = this.context.lexicon.names.get(mention.of.text)[0]
      const body =
        entry?.kind === 'organisation' ? this.context.lexicon.organisations.get(entry.id) : undefined
      if (body) return resolved(ownedBy(role, organisationActor(body)), 0.7, 'role and organisation')
      const person = entry?.kind === 'person' ? this.context.lexicon.persons.get(entry.id)?.country : null
      const country = person ?? this.possessor(mention)?.country
      if (country) return resolveRole(this.context, mention, role, country, 'the country of its owner')
    }
    return this.ownedByMention(mention, role) ?? this.unowned(role)
  }

  /** Owners that are mentions of persons and organisations: "the Obama administration", "DEA officials", "a spokesman for Minister Diaz". */
  private ownedByMention(mention: Mention, role: RoleWords): Resolution | null {
    const owner = this.context.bySentence[mention.sentence]!.find(
      other =>
        other.id !== mention.id &&
        other.kind === 'name' &&
        ((other.from >= mention.from && other.to <= mention.head) || this.isComplement(other, mention)),
    )
    if (!owner) return null
    const complement = owner.from > mention.head
    if (complement && measureNouns.has(role.entry.id)) return this.resolve(owner)
    const actor = this.resolve(owner).actor
    if (!actor || role.entry.topic) return null
    if (owner.entity === 'PER' && actor.country)
      return resolveRole(this.context, mention, role, actor.country, `"${owner.text}"`)
    if (actor.kind === 'organisation' || actor.kind === 'group')
      return resolved(ownedBy(role, actor), 0.6, `role and "${owner.text}"`)
    return null
  }

  /** Whether a mention is what follows "of" or "for" after the head of another. */
  private isComplement(other: Mention, mention: Mention): boolean {
    const { tokens } = sentenceOf(this.context, other)
    const token = tokens[other.head]!
    if (token.head !== mention.head || !token.deprel.startsWith('nmod') || other.head < mention.head)
      return false
    return tokens.some(
      (child, i) =>
        child.head === other.head &&
        i < other.head &&
        /^(of|for)$/i.test(child.form) &&
        child.deprel === 'case',
    )
  }

  private unowned(role: RoleWords): Resolution {
    if (role.entry.type === 'state') return open('state word', 'no state near that it must mean')
    return resolved(roleActor(this.context, role, null), 0.4, 'role word alone')
  }

  /** The owner that a possessive pronoun names ("its government", "his army"). */
  private possessor(mention: Mention): Actor | null {
    const pronoun = this.context.bySentence[mention.sentence]!.find(
      other => other.kind === 'pronoun' && other.span[0] === mention.of!.span[0],
    )
    return pronoun ? this.resolve(pronoun).actor : null
  }

  private ownedByCountry(mention: Mention, role: RoleWords, code: string): Resolution {
    const states = role.entry.type === 'state' && !isGovernmentWord(role)
    const after =
      mention.of!.span[0] > mention.role!.span[0] ||
      headToken(this.context, mention).end < mention.of!.span[0]
    const adjective = this.context.lexicon.names
      .get(mention.of!.text)
      .some(entry => entry.kind === 'adjective')
    if (states && (after || adjective) && mention.number !== 'Plur')
      return resolved(countryActor(this.context, code), 0.7, 'state word with its name')
    return resolveRole(this.context, mention, role, code, 'country')
  }
}
