import type { Actor } from '../model/actor.js'
import type { PloverEvent, QuadClass } from '../model/plover.js'

/** What an event code of CAMEO stands for: a row of `data/ontology/cameo.csv`. */
export interface CameoCode {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly goldstein: number | null
  /** Null for statements (01), which are claims. */
  readonly event: PloverEvent | null
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** Event of the mapping table of 2021, which the PLV data follow. */
  readonly event2021: string | null
}

export interface PloverEntry {
  readonly quad: QuadClass
  readonly recipientRequired: boolean
  readonly score: number
  readonly plvLabel: string
  readonly modes: ReadonlyMap<string, number>
}

export interface Ontology {
  readonly cameo: ReadonlyMap<string, CameoCode>
  readonly plover: ReadonlyMap<PloverEvent, PloverEntry>
}

/** How an outer event word changes the code of the event it governs ("threaten" + sanctions): a column of `data/lexicon/compose.csv`. */
export const compositions = [
  'intent',
  'threaten',
  'ask',
  'demand',
  'reject',
  'stop',
  'announce',
  'accuse',
  'investigate',
  'promise',
] as const
export type Composition = (typeof compositions)[number]

/** A condition on the words around a trigger: `slot` has a filler with one of `words` as lemma (any filler when null), or has not when `negative`. */
export interface Requirement {
  readonly slots: readonly string[]
  readonly words: ReadonlySet<string> | null
  readonly negative: boolean
}

/** One way of wording an event: a row of `data/lexicon/events/*.csv`, one per trigger lemma. See `data/lexicon/README.md`. */
export interface Frame {
  readonly id: string
  readonly event: PloverEvent
  /** Lemma, or lemma and particle ("break off"), or a fixed multiword trigger. */
  readonly trigger: string
  /** Words of the trigger after the first. */
  readonly rest: readonly string[]
  readonly pos: 'verb' | 'noun' | 'adj'
  readonly needs: readonly Requirement[]
  /** Argument slots in the order they are tried. */
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly compose: Composition | null
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string
  /** Name and code of a study's own event, kept in the record beside PLOVER and CAMEO. */
  readonly own?: { readonly event: string; readonly code?: string }
}

/** Words that carry no event themselves but change one: a row of `data/lexicon/operators.csv`. */
export interface Operator {
  readonly lemma: string
  readonly pos: 'verb' | 'noun' | 'adj'
  /** `support` gives its subject to an event noun, `undergo` its subject as recipient, `occur` says that the noun took place. */
  readonly kinds: ReadonlySet<string>
  /** Who acts in the governed clause: the operator's subject or its object. */
  readonly control: 'subject' | 'object'
  readonly effect: string
}

/** Narrower code for a trigger with certain words beside it: a row of `data/lexicon/refine.csv`. */
export interface Refinement {
  readonly from: string
  readonly to: string
  readonly words: ReadonlySet<string>
}

export interface EventLexicon {
  /** Frames by the first lemma of their trigger, most specific first. */
  readonly frames: ReadonlyMap<string, readonly Frame[]>
  readonly operators: ReadonlyMap<string, readonly Operator[]>
  /** Regular inflected forms of the verbs above -> lemma. */
  readonly forms: ReadonlyMap<string, string>
  /** Composition -> code (or prefix of it) -> code. */
  readonly compose: ReadonlyMap<Composition, ReadonlyMap<string, string>>
  readonly refine: ReadonlyMap<string, readonly Refinement[]>
  /** Words of a clause that put an event into a context. */
  readonly contexts: ReadonlyMap<string, readonly string[]>
  /** Words of sport, culture and the stock exchange that make a violent or diplomatic verb a figure of speech. */
  readonly domains: ReadonlyMap<string, string>
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * The learned check of event words (`train/event`): which domain a word is read in, as a log-linear model over the words around it
 * (the mean of their weights in each view) and marks. Weights are folded into tables: a row of `tables[view]` per word.
 */
export interface ReadingModel {
  /** Domains; the first one is politics. */
  readonly domains: readonly string[]
  readonly bias: readonly number[]
  readonly words: ReadonlyMap<string, number>
  readonly tables: readonly { readonly rows: Int8Array; readonly scale: number }[]
  readonly marks: ReadonlyMap<string, readonly number[]>
  /** A word is left out when politics is less probable than this. */
  readonly threshold: number
}

/** What the stage needs; `loadEventResources` of `src/resources/lexicon.ts` fulfils it. */
export interface EventResources {
  readonly ontology: Ontology
  readonly lexicon: EventLexicon
  /** Without it no event is left out by its reading. */
  readonly readings?: ReadingModel | undefined
  /** The state of an ISO 3166-1 alpha-3 code, for a visit whose host is known from the place only. */
  countryActor(iso3: string): Actor | null
}
