import type { Event } from '../model/index.js'

/** What analysts look for first in the dealings of two states. */
export const ledgers = [
  'visits',
  'sanctions',
  'trade',
  'military',
  'agreements',
  'statements',
  'other acts',
] as const
export type Ledger = (typeof ledgers)[number]

/**
 * The ledger an event is entered in, by its PLOVER event and CAMEO code (trade: 061, 0211, 0311, 071, 1621, 163; military: 062, 072, 0312, 138). Every
 * event has one.
 */
export function ledgerOf({
  event,
  mode,
  cameo,
  quad,
}: Pick<Event, 'event' | 'mode' | 'cameo' | 'quad'>): Ledger {
  if (event === 'CONSULT' && mode === 'visit') return 'visits'
  if (event === 'SANCTION') return 'sanctions'
  if (/^(061|0211|0311|071|1621|163)/.test(cameo)) return 'trade'
  if (event === 'ASSAULT' || event === 'MOBILIZE' || /^(062|072|0312|138)/.test(cameo)) return 'military'
  if (event === 'AGREE' || /^057/.test(cameo)) return 'agreements'
  if (quad === 'verbal_cooperation' || quad === 'verbal_conflict') return 'statements'
  return 'other acts'
}
