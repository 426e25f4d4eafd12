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
    county: 1,
    district: -2,
  },
  /** Divisions of less than a million people are little known: what they lose per tenfold below it. */
  smallRegion: 2,
  bareCounty: -1.5,
  inside: 12,
  home: 4.2,
  outletCountry: 0.7,
  genericOutlet: 0.7,
  inCountry: 2.2,
  inCountryMost: 3,
  countryItself: 0.5,
  inRegion: 2.7,
  inRegionMost: 4.2,
  company: 2.8,
  companyMost: 2.1,
  companyRarity: 0.6,
  townInRegion: 0.5,
  townInCountry: 0.5,
}
