/**
 * Tables of the derived database. Everything here can be deleted and rebuilt from the archive and the judgements.
 * `record` columns hold the record of the contract as JSON text, byte for byte as it is exported; the columns beside it are what queries need.
 */
export interface CaptureTable {
  /** Place in the archive's order; the corpus stages take articles in this order. */
  sequence: number
  id: string
  uri: string
  /** Archive file and byte offset of the record. */
  file: string
  offset: number
}

/** What the per-document stages made of one capture. */
export interface DocumentTable {
  sequence: number
  capture: string
  /** Null when the capture could not be read (a failure says why). */
  article: string | null
  data_version: string
  diagnostics: string
  features: string | null
  /** Distinct actors of the article, as JSON. */
  actors: string
}

export interface ArticleTable {
  id: string
  sequence: number
  story: string
  uri: string
  language: string
  /** Title and text; the database keeps their words (a `tsvector`), which queries match with `@@`. */
  words: string
  record: string
}

export interface ClaimTable {
  id: string
  article: string
  story: string
  record: string
}

export interface MentionTable {
  id: string
  article: string
  story: string
  event: string
  record: string
}

export interface StoryTable {
  id: string
  /** Sequence of the founding article. */
  sequence: number
  articles: number
  latest: string | null
  /** True while events have not been reconciled since the story changed. */
  dirty: boolean
  record: string | null
}

export interface EventTable {
  id: string
  story: string
  event: string
  quad: string
  earliest: string | null
  latest: string | null
  record: string
}

/** The directed pairs of countries and windows that an event counts for. */
export interface EventPairTable {
  event: string
  story: string
  a: string
  b: string
  window: string
}

/** Pairs and windows whose relation has to be counted anew. */
export interface TouchedPairTable {
  a: string
  b: string
  window: string
}

export interface RelationTable {
  id: string
  a: string
  b: string
  window: string
  record: string
}

/** Story pages worked out for the interface. */
export interface StoryViewTable {
  story: string
  version: string
  etag: string
  /** Packed JSON, base64. */
  body: string
}

/** What lists of the interface need of a story: packed JSON, base64. */
export interface StoryDigestTable {
  story: string
  version: string
  body: string
}

export interface FailureTable {
  uri: string
  stage: string
  record: string
}

export interface MetaTable {
  key: string
  value: string
}

export interface Tables {
  capture: CaptureTable
  document: DocumentTable
  article: ArticleTable
  claim: ClaimTable
  mention: MentionTable
  story: StoryTable
  event: EventTable
  event_pair: EventPairTable
  touched_pair: TouchedPairTable
  relation: RelationTable
  failure: FailureTable
  story_view: StoryViewTable
  story_digest: StoryDigestTable
  meta: MetaTable
}
