/** The 16 PLOVER events. */
export const ploverEvents = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type PloverEvent = (typeof ploverEvents)[number]

export const quadClasses = [
  'verbal_cooperation',
  'material_cooperation',
  'verbal_conflict',
  'material_conflict',
] as const
export type QuadClass = (typeof quadClasses)[number]

/** FactBank's values: certain, probable, possible, each positive or negative; certain but polarity unknown; unknown. */
export const factualities = ['CT+', 'PR+', 'PS+', 'CT-', 'PR-', 'PS-', 'CTu', 'Uu'] as const
export type Factuality = (typeof factualities)[number]
