import type { Party } from '../coded.js'
import type { Column } from '../column.js'
import type { GdeltRow } from './row.js'

/** Role codes of CAMEO. */
const cameoTypes = new Set(
  'COP GOV INS JUD MIL OPP REB SEP SPY UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB LEG MED REF MOD RAD UNO IGO NGO MNC SET'.split(
    ' ',
  ),
)

/** Sectors whose CAMEO type has other letters: MED is PLOVER's for medicine and CAMEO's for media. */
const otherLetters: Readonly<Record<string, string>> = { JRN: 'MED', MED: 'HLH', SOC: 'CVL' }

/** Up to three CAMEO types of an actor. A state by itself has none: its country code stands for its government. */
export function typesOf({ actor }: Party): string[] {
  if (actor.kind === 'country') return []
  const codes = actor.sectors.map(sector => otherLetters[sector] ?? sector)
  return [...new Set(codes)].filter(code => cameoTypes.has(code)).slice(0, 3)
}

/** CAMEO code of an actor: country and types in a row (`PRKGOV`). */
export const codeOf = (party: Party): string | undefined =>
  [party.actor.country ?? '', ...typesOf(party)].join('') || undefined

/** The ten columns GDELT has for each of the two actors. */
export function actorColumns(side: 1 | 2): Column<GdeltRow>[] {
  const party = ({ dyad }: GdeltRow) => (side === 1 ? dyad.actor : dyad.recipient)
  const whose = side === 1 ? 'the actor' : 'the recipient'
  const column = (
    name: string,
    about: string,
    value?: (party: Party) => string | undefined,
  ): Column<GdeltRow> => ({
    name: `Actor${side}${name}`,
    type: 'text',
    about,
    ...(value && {
      value: (row: GdeltRow) => {
        const found = party(row)
        return found ? value(found) : undefined
      },
    }),
  })
  return [
    column('Code', `CAMEO code of ${whose}: country and types in a row`, codeOf),
    column('Name', `Name of ${whose} in capitals`, ({ actor }) => actor.name.toUpperCase()),
    column('CountryCode', 'Country, three letters', ({ actor }) => actor.country),
    column('KnownGroupCode', 'Known group of CAMEO'),
    column('EthnicCode', 'Ethnic group of CAMEO'),
    column('Religion1Code', 'Religion of CAMEO'),
    column('Religion2Code', 'Second religion of CAMEO'),
    ...[0, 1, 2].map(n =>
      column(`Type${n + 1}Code`, `CAMEO type of ${whose}, number ${n + 1}`, found => typesOf(found)[n]),
    ),
  ]
}
