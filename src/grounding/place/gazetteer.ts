export type PlaceKind =
  | 'country' | 'capital' | 'city' | 'district' | 'region' | 'county' | 'water' | 'landmark' | 'area' | 'continent' | 'base' // biome-ignore format: a list

/** One place of the gazetteer. */
export interface GazetteerPlace {
  /** Index in the gazetteer. */
  readonly id: number
  readonly name: string
  readonly kind: PlaceKind
  /** ISO 3166-1 alpha-3, empty for places of several states. */
  readonly country: string
  /** First-level division as `US.TX`, empty when none. */
  readonly region: string
  readonly lat: number
  readonly lon: number
  /** Rounded to a tenth of a doubling. */
  readonly population: number
  readonly geonames?: number
}

/** What the place grounding needs of a gazetteer. */
export interface Gazetteer {
  /** Places of a key (`placeKey`), in no order. */
  find(key: string): readonly GazetteerPlace[]
  /** True when some key begins with these characters. */
  begins(prefix: string): boolean
}

/** Resources of the place grounding. */
export interface PlaceResources {
  readonly gazetteer: Gazetteer
  /** Written abbreviations of divisions, exactly as printed ("Calif.", "TX") to the key of the division and its code (`US.CA`). */
  readonly abbreviations: ReadonlyMap<string, { readonly key: string; readonly region: string }>
  /** Country of a top-level domain: `ru` to `RUS`. */
  readonly domains: ReadonlyMap<string, string>
  /** Common words, given names and titles that tell names of people and things from names of places. */
  readonly words: { readonly common: ReadonlySet<string>; readonly given: ReadonlySet<string> }
}
