/** Longest-match look-up of phrases over a row of words (`src/text/phrase-trie.ts`). */
export interface PhraseIndex<T> {
  get(phrase: string): readonly T[]
  longest(
    words: readonly (readonly string[])[],
    from: number,
  ): { readonly from: number; readonly to: number; readonly values: readonly T[] } | null
}

/** What a name of the tables stands for: `id` is a country code, an organisation's or a person's id. */
export interface NameEntry {
  readonly kind: 'country' | 'adjective' | 'capital' | 'seat' | 'organisation' | 'person' | 'bloc'
  readonly id: string
  /** Stands for it only after "the" ("the West"). */
  readonly article?: boolean
  /** Stands for it only in a text that names one of these states ("the North" near Korea). */
  readonly near?: readonly string[]
  /** Written in capitals only ("US", "IS", "WHO"); the same letters in lower case are another word. */
  readonly acronym?: boolean
}

/**
 * A role word or an actor noun. `type`: `person` an office or occupation, `body` an institution, `group` people,
 * `state` a word for a state or its government ("country", "regime", "side").
 */
export interface RoleEntry {
  readonly id: string
  readonly title: string
  readonly type: 'person' | 'body' | 'group' | 'state'
  /** PLOVER sectors. */
  readonly sectors: readonly string[]
  /** CAMEO role code, empty for none. */
  readonly cameo: string
  /** A country named before the noun is its topic, not its nationality ("a Korea expert"). */
  readonly topic: boolean
  /** Works abroad: a country after "in" or "to" is the host, not the sender ("the embassy in Oslo"). */
  readonly abroad: boolean
  /** Held by one person at a time in a country or organisation. */
  readonly unique: boolean
  /** The one state that has this office ("pope"). */
  readonly country?: string
}

/** A name of several states at once; no members where nobody can say which ("the West"). */
export interface BlocEntry {
  readonly id: string
  readonly name: string
  readonly members: readonly string[]
}

export interface CountryEntry {
  readonly code: string
  readonly name: string
  readonly cow: number | null
  readonly gw: number | null
  /** First and last year of a state that no longer exists. */
  readonly from: string | null
  readonly to: string | null
  /** Code of the state that names it today ("Soviet" in a text of 2020 is history, but "Russia" is its successor). */
  readonly successor: string | null
}

export interface OrganisationEntry {
  readonly id: string
  readonly name: string
  readonly type: 'igo' | 'armed' | 'media' | 'company' | 'ngo' | 'body' | 'party'
  /** ISO alpha-3, or null for international ones. */
  readonly country: string | null
  readonly sectors: readonly string[]
  /** PETRARCH-style code. */
  readonly cameo: string
}

/** An office somebody held: days, or months or years where the table knows no more. */
export interface OfficeEntry {
  readonly person: string
  /** Role id (`president`, `foreign-minister`). */
  readonly role: string
  readonly title: string
  /** Country code or organisation id. */
  readonly of: string
  readonly from: string
  readonly to: string | null
}

export interface PersonEntry {
  readonly id: string
  readonly name: string
  readonly gender: 'm' | 'f' | null
  readonly country: string | null
  readonly sectors: readonly string[]
  readonly offices: readonly OfficeEntry[]
}

/** The actor tables, indexed. Made by `src/resources/actors.ts`; read by the mention and the grounding stage. */
export interface ActorLexicon {
  readonly names: PhraseIndex<NameEntry>
  readonly roles: PhraseIndex<RoleEntry>
  readonly countries: ReadonlyMap<string, CountryEntry>
  readonly organisations: ReadonlyMap<string, OrganisationEntry>
  readonly blocs: ReadonlyMap<string, BlocEntry>
  readonly persons: ReadonlyMap<string, PersonEntry>
  /** Persons of the tables by each word of their names that may stand alone. */
  readonly surnames: ReadonlyMap<string, readonly string[]>
  /** Office holders by `role@of`. */
  readonly offices: ReadonlyMap<string, readonly OfficeEntry[]>
  /** Last day the table of offices was kept to: an office without an end may have ended since. */
  readonly officesAsOf: string
  /** Gender of given names that have only one. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f'>
  /** Family names that stand first (Chinese, Korean, Vietnamese). */
  readonly familyFirst: ReadonlySet<string>
}
