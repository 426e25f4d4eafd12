import { describe, expect, it } from 'vitest'
import { groundSample } from './ground-sample.js'
import { samples } from './samples.js'

describe('persons', () => {
  const { mention, grounding } = groundSample(samples.counterpart, '2024-03-06')

  it('takes country and role from the title', () => {
    expect(grounding('Soini').actor).toMatchObject({ id: 'p:timo-soini', country: 'FIN', sectors: ['GOV'] })
    expect(mention('Soini').antecedent?.rule).toBe('surname')
  })

  it('resolves "his" before its subject to that subject', () => {
    expect(mention('his').chain).toBe(mention('Soini').chain)
  })

  it('gives a counterpart the role of the one it belongs to', () => {
    expect(grounding('counterpart Hakan Fidan').actor).toMatchObject({
      id: 'p:hakan-fidan',
      country: 'TUR',
      sectors: ['GOV'],
    })
  })

  it('leaves a place of arrival a place, with the state as rival', () => {
    expect(grounding('Ankara')).toMatchObject({ actor: null, rivals: [{ id: 'c:TUR' }] })
  })

  it('links a role between commas and a pronoun to the name', () => {
    const sample = groundSample(samples.pronoun)
    expect(sample.grounding('she').actor?.id).toBe('p:mette-frederiksen')
  })

  it('gives former office holders the sector of elites', () => {
    const sample = groundSample(samples.former)
    const person = sample.mentions.records.mentions.find(m => m.entity === 'PER')!
    expect(sample.grounding(person.text).actor).toMatchObject({ country: 'PER', sectors: ['ELI'] })
  })

  it('takes an unknown surname for the person named in full before', () => {
    const sample = groundSample(samples.surname)
    expect(sample.grounding('Ferreira').actor).toMatchObject({ id: 'p:ana-ferreira', sectors: ['EDU'] })
  })
})

describe('seats of government', () => {
  const { grounding } = groundSample(samples.seats)

  it('stand for the government as subject and as source of a demand', () => {
    expect(grounding('Minsk').actor).toMatchObject({ id: 'c:BLR', kind: 'government', sectors: ['GOV'] })
    expect(grounding('Warsaw').actor).toMatchObject({ id: 'c:POL', kind: 'government' })
  })

  it('stay cities after "in"', () => {
    expect(grounding('Minsk', 1).actor).toBeNull()
  })
})

describe('plural mentions', () => {
  it('take two coordinated countries together', () => {
    const { grounding } = groundSample(samples.both)
    expect(grounding('Both countries').members?.map(actor => actor.id)).toEqual(['c:TCD', 'c:NER'])
  })

  it('give each of two nationalities its own army', () => {
    const { grounding } = groundSample(samples.militaries)
    const members = grounding('The Kenyan and Ugandan armies').members
    expect(members?.map(actor => [actor.country, actor.sectors])).toEqual([
      ['KEN', ['MIL']],
      ['UGA', ['MIL']],
    ])
  })
})

describe('nominals and names', () => {
  it('resolves a government to its state and its pronoun with it', () => {
    const { grounding } = groundSample(samples.counting)
    expect(grounding('the Norwegian government').actor).toMatchObject({ id: 'c:NOR', kind: 'government' })
    expect(grounding('its').actor?.id).toBe('c:NOR')
    expect(grounding('Analysts').actor).toMatchObject({ id: 'u:analyst', kind: 'unnamed', sectors: ['EDU'] })
  })

  it('links an acronym in brackets to the name before it', () => {
    const { mentions } = groundSample(samples.acronym)
    const chains = mentions.records.mentions.filter(m => /ETC|Council/.test(m.text)).map(m => m.chain)
    expect(new Set(chains).size).toBe(1)
  })

  it('finds no mention in an expletive', () => {
    const { mentions } = groundSample(samples.expletive)
    expect(mentions.records.mentions.map(m => m.text)).toEqual(['Oman'])
  })
})

describe('laws of the stage', () => {
  const all = Object.values(samples).map(sample => groundSample(sample))

  it('quotes are the slices of their spans', () => {
    for (const { article, mentions } of all)
      for (const mention of mentions.records.mentions)
        for (const quote of [mention, mention.role, mention.of])
          if (quote) expect(article.text.slice(...quote.span)).toBe(quote.text)
  })

  it('has one mention per head token and one grounding per mention', () => {
    for (const { mentions, groundings } of all) {
      const heads = mentions.records.mentions.map(m => `${m.sentence}:${m.head}`)
      expect(new Set(heads).size).toBe(heads.length)
      expect(groundings.records.map(g => g.mention)).toEqual(mentions.records.mentions.map(m => m.id))
    }
  })

  it('gives a reason wherever it names no actor', () => {
    for (const { groundings } of all)
      for (const grounding of groundings.records) if (!grounding.actor) expect(grounding.reason).toBeTruthy()
  })

  it('gives the same output for the same input', () => {
    for (const sample of Object.values(samples))
      expect(JSON.stringify(groundSample(sample).groundings)).toBe(
        JSON.stringify(groundSample(sample).groundings),
      )
  })
})
