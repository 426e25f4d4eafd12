/**
 * Weights of the readings of a name, in tenfolds of population: a reading that is a country counts as much more than a town of the same
 * population as `country` says. Chosen by coordinate search over two development sets (README.md); only measured with them, nothing is learned.
 */
export const weights = {
  kind: {
    country: 7,
    continent: 9,
    area: 3,
    capital: 4,
    region: 3,
    water: 4,
    landmark: 3,
    base: 3,
    city: 1,
    county: 0,
    district: -2,
  },
  /** Divisions of less than a million people are little known: what they lose per tenfold below it. */
  smallRegion: 2.8,
  bareCounty: -1.2,
  regionOfTown: -3,
  inside: 12,
  home: 4.2,
  outletCountry: 0.7,
  genericOutlet: 0.7,
  inCountry: 2.2,
  inCountryMost: 3,
  countryItself: 0.8,
  inRegion: 2.7,
  inRegionMost: 4.2,
  company: 2.8,
  companyMost: 2.1,
  companyRarity: 0.6,
  townInRegion: 0.5,
  townInCountry: 0.7,
}

/** What each sign adds to the chance that a name of the gazetteer is a place where it stands (`placeChance`). */
export const chances = {
  threshold: 0.5,
  base: 0.5,
  large: 0.6,
  medium: 0.35,
  small: -0.05,
  /** A small place's name as the first word of a sentence, where every word has a capital. */
  smallFirst: -0.3,
  severalWords: 0.45,
  locative: 0.1,
  title: -0.5,
  givenName: -0.75,
  givenNameLong: -0.45,
  afterCapital: -0.2,
  afterCapitalLong: 0.05,
  road: -0.2,
  newspaper: -1.3,
  personal: -0.5,
  thing: 0.15,
  beforeCapital: -0.3,
  beforeCapitalLong: -0.05,
  common: -1.15,
  commonFirst: -1.15,
  /** A given name with a capitalised word after it. */
  givenFirst: -0.35,
  isGivenName: -0.3,
  location: 0.4,
  inLocation: 0,
  person: -0.15,
  inPerson: -0.7,
  otherEntity: -0.1,
  inOtherEntity: -0.1,
}
