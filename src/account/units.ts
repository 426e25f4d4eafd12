/** Words that count the same things in news, each set under its first word. */
const sameUnits: readonly (readonly string[])[] = [
  ['vessel', 'ship', 'boat', 'freighter', 'tanker'],
  ['company', 'firm', 'entity', 'business', 'organisation', 'organization'],
  ['person', 'people', 'individual', 'man', 'woman', 'civilian'],
  ['missile', 'rocket', 'projectile'],
  ['soldier', 'troop', 'serviceman', 'fighter'],
  ['aircraft', 'plane', 'jet', 'warplane'],
  ['drone', 'uav'],
  ['town', 'city', 'village'],
  ['dollar', '$', 'usd'],
]

const canonical = new Map(sameUnits.flatMap(([first, ...rest]) => rest.map(word => [word, first!] as const)))

/** What a quantity counts, so that 20 vessels and 30 ships can be compared. */
export const unitOf = (unit: string): string => {
  const word = unit.toLowerCase()
  return canonical.get(word) ?? word
}
