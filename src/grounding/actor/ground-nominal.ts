import type { Actor } from '../../model/actor.js'
import type { Mention } from '../../model/mention.js'
import { type Context, headToken, sentenceOf } from './context.js'
import { countriesOf, countryActor, countryNamed } from './country.js'
import { entriesOf, stateNamed } from './entries.js'
import { countryAt, heldWithin } from './office.js'
import { organisationActor } from './organisation.js'
import { open, type Resolution, resolved, several } from './resolution.js'
import { isGovernmentWord, isOfState, ownedBy, resolveRole, roleActor } from './role-actor.js'
import { type RoleWords, readMentionRole } from './role-words.js'

/** Nouns that only count what follows "of". */
const measureNouns = new Set(['group', 'team', 'crowd', 'couple', 'coalition', 'network', 'member', 'crew'])

/** "his country", "the minister's nation": state words that of a person mean his own. */
const homelands = new Set(['country', 'nation', 'homeland', 'republic', 'kingdom'])

/** Resolves nominals: by the name in their chain, else by role word and owner. `resolve` resolves another mention of the text. */
export class NominalGrounder {
  constructor(
    private readonly context: Context,
    private readonly resolve: (mention: Mention) => Resolution,
  ) {}

  ground(mention: Mention): Resolution {
    const role = readMentionRole(this.context, mention)
    const chain = this.context.chains[mention.chain]!
    const named =
      chain.find(other => other.kind === 'name') ?? chain.find(other => other.kind === 'adjective')
    if (named) {
      const resolution = this.resolve(named)
      const state = resolution.actor ?? stateNamed(this.context, named)
      const bare = state !== null && !state.country && state.sectors.length === 0
      if (state && !(bare && role)) {
        const actor =
          role && isGovernmentWord(role) && state.kind === 'country'
            ? countryActor(this.context, state.country!, true)
            : state
        return resolved(actor, (resolution.score || 0.6) * 0.9, `same as "${named.text}"`)
      }
    }
    if (!role) return open('nominal', 'no role word of the tables')
    return this.byRole(mention, role)
  }

  /** What role word and owner alone say of a nominal. */
  byRole(mention: Mention, role: RoleWords): Resolution {
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
    return [
      ...new Set(
        inside.flatMap(other => countriesOf(this.context, entriesOf(this.context, other)).slice(0, 1)),
      ),
    ]
  }

  private owned(mention: Mention, role: RoleWords): Resolution {
    if (mention.of) {
      const code = countryNamed(this.context, mention.of.text)
      if (code) return this.ownedByCountry(mention, role, code)
      const entry = this.context.named(mention.of.text)[0]
      const body =
        entry?.kind === 'organisation' ? this.context.lexicon.organisations.get(entry.id) : undefined
      if (body) return resolved(ownedBy(role, organisationActor(body)), 0.7, 'role and organisation')
      const known = entry?.kind === 'person' ? this.context.lexicon.persons.get(entry.id) : undefined
      const person = known ? countryAt(this.context, known) : null
      const possessor = this.possessor(mention)
      const country = person ?? possessor?.country
      if (country && (person || possessor?.kind === 'person') && homelands.has(role.entry.id))
        return resolved(countryActor(this.context, country), 0.8, 'the country of a person')
      if (country)
        return (
          this.holderNamed(mention, role, country) ??
          resolveRole(this.context, mention, role, country, 'the country of its owner')
        )
    }
    return this.ownedByMention(mention, role) ?? this.unowned(mention, role)
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
    if (!actor || (role.entry.topic && !(complement && actor.kind === 'organisation'))) return null
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
        /^(of|for|at|with)$/i.test(child.form) &&
        child.deprel === 'case',
    )
  }

  private unowned(mention: Mention, role: RoleWords): Resolution {
    if (role.entry.country)
      return resolveRole(this.context, mention, role, role.entry.country, 'the one state that has it')
    if (role.entry.type === 'state') return open('state word', 'no state near that it must mean')
    const ousted = role.former && /^the\s/i.test(mention.text) ? this.formerHolder() : null
    if (ousted) return resolved(ousted, 0.5, 'the only former office holder of the text')
    const { setting } = this.context
    const definite = /^the\s/i.test(mention.text) && !role.former && !role.future
    if (definite && setting && isOfState(role.entry) && !this.hasOtherOwner(mention)) {
      const rule = 'the state the text is about'
      const found =
        this.holderNamed(mention, role, setting) ??
        resolveRole(this.context, mention, role, setting, 'country')
      return { ...found, rule: `${found.rule}: ${rule}`, score: found.score * 0.6 }
    }
    return resolved(roleActor(this.context, role, null), 0.4, 'role word alone')
  }

  /** "the ousted dictator": the one person named in the text whose offices are over. */
  private formerHolder(): Actor | null {
    const found = new Map<string, Actor>()
    for (const other of this.context.mentions) {
      if (other.entity !== 'PER' || other.kind !== 'name') continue
      const { actor } = this.resolve(other)
      if (actor?.sectors.includes('ELI')) found.set(actor.id, actor)
    }
    const [actor] = found.values()
    return actor && found.size === 1 ? actor : null
  }

  /** "the junta of the island", "the party's army": an owner that was not resolved is no state of the text. */
  private hasOtherOwner(mention: Mention): boolean {
    if (mention.of) return true
    const { tokens } = sentenceOf(this.context, mention)
    return tokens.some(token => token.head === mention.head && /^nmod/.test(token.deprel))
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
    const adjective = this.context.named(mention.of!.text).some(entry => entry.kind === 'adjective')
    if (states && (after || adjective) && mention.number !== 'Plur')
      return resolved(countryActor(this.context, code), 0.7, 'state word with its name')
    return this.holderNamed(mention, role, code) ?? resolveRole(this.context, mention, role, code, 'country')
  }

  /** "its foreign minister" in a text that names one person who holds that office: that person. */
  private holderNamed(mention: Mention, role: RoleWords, country: string): Resolution | null {
    const { entry } = role
    if (!entry.unique || role.former || role.future || mention.number === 'Plur') return null
    const { published, lexicon } = this.context
    const holders = new Map<string, Actor>()
    for (const other of this.context.mentions) {
      if (other.entity !== 'PER' || other.kind !== 'name') continue
      const { actor } = this.resolve(other)
      const offices = actor ? (lexicon.persons.get(actor.id.slice(2))?.offices ?? []) : []
      const holds = offices.some(
        office =>
          office.role === entry.id && office.of === country && (!published || heldWithin(office, published)),
      )
      if (actor && holds) holders.set(actor.id, actor)
    }
    const [holder] = holders.values()
    return holder && holders.size === 1
      ? resolved(holder, 0.75, 'holder of the office named in the text')
      : null
  }
}
