import { beforeAll, describe, expect, it } from 'vitest'
import { codeText, line, resources } from './code-sentence.js'

beforeAll(async () => void (await resources()), 60_000)

const cases: readonly (readonly [rule: string, text: string, expected: readonly string[]])[] = [
  ['a visit made', 'The Peruvian president visited Ghana on Monday.', ['CONSULT/visit PER>GHA CT+ outlet']],
  ['a visit planned', 'The Peruvian president will visit Ghana next week.', ['AGREE PER>GHA PR+ outlet']],
  [
    'a visit by its destination',
    'The Peruvian foreign minister arrived in Accra on Monday.',
    ['CONSULT/visit PER>GHA CT+ outlet'],
  ],
  ['a meeting of two', 'The presidents of Peru and Ghana met on Monday.', ['CONSULT PER GHA> CT+ outlet']],
  ['force against a place', 'Syria attacked the port of Haifa with drones.', ['ASSAULT SYR>ISR CT+ outlet']],
  [
    'weapons act for their owner',
    'Syrian missiles struck a power plant near Haifa.',
    ['ASSAULT/aerial SYR>ISR CT+ outlet'],
  ],
  ['weapons without an owner', 'Missiles hit Haifa on Monday.', ['ASSAULT/aerial >ISR CT+ outlet']],
  ['agent left out', 'Sanctions were imposed on Belarus.', ['SANCTION/discontinue >BLR CT+ outlet']],
  [
    'cargo seized by nobody named',
    'A shipment of Peruvian weapons was intercepted off Ghana.',
    ['COERCE/seize >PER CT+ outlet'],
  ],
  [
    'a minister arrested',
    'The Peruvian foreign minister was arrested in Accra.',
    ['COERCE/arrest >PER CT+ outlet'],
  ],
  ['a private person arrested', 'A singer was arrested in Accra.', []],
  ['a share denied', 'Peru denied any part in the attack on Ghana.', []],
  ['an act denied', 'Peru denied attacking Ghana.', ['ASSAULT PER>GHA CT- outlet']],
  [
    'lists that somebody made',
    'Peru denounced the lists drawn up by Ghana.',
    ['ACCUSE/disapprove PER>GHA CT+ outlet'],
  ],
  [
    'an attack told before, condemned',
    'Syria attacked Israel on Monday. Norway condemned the attack.',
    ['ASSAULT SYR>ISR CT+ outlet', 'ACCUSE/disapprove NOR>SYR CT+ outlet'],
  ],
  ['an attack nobody told of, condemned', 'Norway condemned the attack.', []],
  ['blasting in words', "Peru blasted Ghana's blacklists.", ['ACCUSE/disapprove PER>GHA CT+ outlet']],
  [
    'a visiting guest',
    'The Peruvian president met visiting Ghanaian Foreign Minister Kofi Mensah on Monday.',
    ['CONSULT PER>GHA CT+ outlet'],
  ],
  [
    'a delegation sent',
    'Ghana sent a delegation to the funeral in Lima.',
    ['CONSULT/visit GHA delegation>PER CT+ outlet'],
  ],
  ['sanctions imposed', 'Norway imposed sanctions on Belarus.', ['SANCTION/discontinue NOR>BLR CT+ outlet']],
  [
    'sanctions threatened',
    'Norway threatened Belarus with sanctions.',
    ['THREATEN/restrict NOR>BLR CT+ outlet'],
  ],
  [
    'sanctions promised',
    'Norway promised new sanctions against Belarus.',
    ['THREATEN/restrict NOR>BLR CT+ outlet'],
  ],
  ['sanctions lifted', 'Norway lifted its sanctions against Belarus.', ['RETREAT NOR>BLR CT+ outlet']],
  [
    'ties severed',
    'Norway severed diplomatic ties with Belarus.',
    ['SANCTION/discontinue NOR>BLR CT+ outlet'],
  ],
  ['aid halted', 'Norway halted its military aid to Chad.', ['SANCTION/discontinue NOR>TCD CT+ outlet']],
  ['an appeal', 'Norway urged Belarus to release the journalist.', ['REQUEST/yield NOR>BLR CT+ outlet']],
  ['talks refused', 'Norway refused to hold talks with Belarus.', ['REJECT/meet NOR>BLR CT+ outlet']],
  ['an attack denied by negation', 'Norway did not attack Belarus.', ['ASSAULT NOR>BLR CT- outlet']],
  ['a possible attack', 'Norway may have attacked Belarus.', ['ASSAULT NOR>BLR PS+ outlet']],
  ['a passive', 'Belarus was attacked by Norway.', ['ASSAULT NOR>BLR CT+ outlet']],
  ['a relative clause', 'Norway, which attacked Belarus, remained silent.', ['ASSAULT NOR>BLR CT+ outlet']],
  ['a statement alone', 'The Norwegian prime minister said the weather was fine.', []],
]

describe('rules that users check first', () => {
  it.each(cases)('%s: %s', async (_, text, expected) => {
    expect((await codeText(text)).events.map(line)).toEqual(expected)
  })

  it('holds an accusation by the outlet, the deed by the accuser', async () => {
    const { events } = await codeText('Norway accused Belarus of attacking Latvia.')
    expect(events.map(line)).toEqual(['ACCUSE/allege NOR>BLR CT+ outlet', 'ASSAULT BLR>LVA CT+ claim'])
  })

  it('takes participants over where the text says "the same"', async () => {
    const { events } = await codeText('Norway halted its trade with Belarus. In May Latvia did the same.')
    expect(events.map(line)).toEqual([
      'SANCTION/discontinue NOR>BLR CT+ outlet',
      'SANCTION/discontinue LVA>BLR CT+ outlet',
    ])
    expect(events[1]!.recipients[0]).toMatchObject({ span: null, via: events[0]!.recipients[0]!.span })
  })

  it('quotes the text it points to', async () => {
    const { text, events } = await codeText(
      'On Friday Norway sent 20 tanks to Ukraine and imposed sanctions on Belarus.',
    )
    expect(events.length).toBeGreaterThan(1)
    for (const { trigger, actors, recipients, quantities } of events)
      for (const { text: quote, span } of [trigger, ...actors, ...recipients, ...(quantities ?? [])])
        expect(quote).toBe(text.slice(...span!))
  })

  it('gives the same twice', async () => {
    const text = 'Norway and Latvia held talks in Oslo on Friday and signed an agreement.'
    expect((await codeText(text)).events).toEqual((await codeText(text)).events)
  })
})
