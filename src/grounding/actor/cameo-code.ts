import type { Actor } from '../../model/actor.js'
import type { ActorLexicon } from '../../model/actor-lexicon.js'

/** PLOVER sectors whose CAMEO role has another name. UNO, EUR and the like stand for the country. */
const roleOfSector: Readonly<Record<string, string>> = {
  JRN: 'MED',
  MED: 'HLH',
  SOC: 'CVL',
  PTY: 'PTY',
  PRM: 'MIL',
  REL: 'REL',
}
const international: Readonly<Record<string, string>> = {
  UNO: 'IGOUNO',
  EUR: 'IGOEUREEC',
  IGO: 'IGO',
  NGO: 'NGO',
  IMG: 'IMG',
  MNC: 'MNC',
  ISM: 'NGM',
}

/**
 * PETRARCH-style actor code: country and role of the first sector (`PRKGOV`, `CUBMIL`), the country alone for a state,
 * `IGOUNO` and the like for international organisations. A row of the organisation table states its own code.
 * `---` when neither country nor sector is known.
 */
export function cameoActorCode(actor: Actor, lexicon?: Pick<ActorLexicon, 'organisations'>): string {
  const entry = lexicon?.organisations.get(actor.id.slice(2))
  if (entry && /^[og]:/.test(actor.id)) return entry.cameo
  const sector = actor.sectors.find(code => !international[code])
  const role = sector ? (roleOfSector[sector] ?? sector) : ''
  if (actor.country) return actor.country + role
  const body = actor.sectors.map(code => international[code]).find(code => code !== undefined)
  if (body) return body + role
  return role === '' ? '---' : role
}
