import { expect, test } from 'vitest'
import { loadActors } from './actors.js'
import { parsePetrarch } from './petrarch.js'

const dictionary = `# our own names
NORLAND_MARITIME_LEAGUE_ [NORNGO] ; a body
+MARITIME_LEAGUE_
OLAV_STRAND_
+O._STRAND_
    [NORGOV 050101-091231]
    [NORELI >091231]
<!-- left out
NOBODY_ [XXX] -->
!MINIST! = MINISTER, MINISTERS
HARBOUR_!MINIST!_ [~GOV]
COAST_WATCHMAN_ {COAST_WATCHMEN_} [~COP]
LIGHTHOUSE_KEEPER_ [~CVL]
`

test('names, spellings, dated codes and agents are read', () => {
  const { actors, agents } = parsePetrarch(dictionary)
  expect(actors).toEqual([
    {
      names: ['NORLAND MARITIME LEAGUE', 'MARITIME LEAGUE'],
      codes: [{ code: 'NORNGO', from: null, to: null }],
    },
    {
      names: ['OLAV STRAND', 'O. STRAND'],
      codes: [
        { code: 'NORGOV', from: '2005-01-01', to: '2009-12-31' },
        { code: 'NORELI', from: '2009-12-31', to: null },
      ],
    },
  ])
  expect(agents).toEqual([
    { words: ['harbour minister', 'harbour ministers'], role: 'GOV' },
    { words: ['coast watchman', 'coast watchmen'], role: 'COP' },
    { words: ['lighthouse keeper', 'lighthouse keepers'], role: 'CVL' },
  ])
})

test('a line that cannot be read is named', () => {
  expect(() => parsePetrarch('STRAND_ [NOR since 1999]')).toThrow(/NOR since 1999/)
  expect(() => parsePetrarch('+STRAND_')).toThrow(/Nothing comes before/)
})

test('a dictionary goes before the tables of the package', () => {
  const lexicon = loadActors(undefined, [parsePetrarch(dictionary)])
  const league = lexicon.names.get('Maritime League')[0]!
  expect(lexicon.organisations.get(league.id)).toMatchObject({
    country: 'NOR',
    sectors: ['NGO'],
    cameo: 'NORNGO',
  })
  const strand = lexicon.names.get('Olav Strand')[0]!
  expect(strand.kind).toBe('person')
  expect(lexicon.persons.get(strand.id)).toMatchObject({
    country: 'NOR',
    offices: [{ from: '2005-01-01', to: '2009-12-31' }],
  })
  expect(lexicon.roles.get('coast watchmen')[0]).toMatchObject({ sectors: ['COP'] })
  expect(lexicon.names.get('Norway')[0]).toMatchObject({ kind: 'country', id: 'NOR' })
})
