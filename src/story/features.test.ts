import { describe, expect, it } from 'vitest'
import { article, country, mention, participant } from '../../tests/support/records.js'
import { type DocumentRecords, storyFeaturesSchema } from '../model/index.js'
import { storyFeatures } from './features.js'
import { LeadTally } from './lead-tally.js'

function document(): DocumentRecords {
  const of = article('a_1', 'Peru sent boats to Chile on Monday. Chile had sent grain to Peru before.')
  const peru = country('PER', 'Peru')
  const chile = country('CHL', 'Chile')
  const sides = { actors: [participant(of, 'Peru', peru)], recipients: [participant(of, 'Chile', chile)] }
  const sent = mention(of, 'sent boats', { ...sides, event: 'AID', quad: 'material_cooperation' })
  return { article: of, claims: [], events: [sent], grounded: {} as DocumentRecords['grounded'] }
}

describe('storyFeatures', () => {
  it('keeps terms, actors, coded events and the kind of the lead as plain JSON', () => {
    const features = storyFeatures(document())
    expect(features).toMatchObject({ actors: { 'c:CHL': 1, 'c:PER': 1 }, happenings: ['AID:PER>CHL'] })
    expect(features.lead).toBe('material_cooperation')
    expect(storyFeaturesSchema.parse(JSON.parse(JSON.stringify(features)))).toEqual(features)
  })

  it('does not change what it reads', () => {
    const records = document()
    const before = structuredClone(records)
    storyFeatures(records)
    expect(records).toEqual(before)
  })

  it('keeps only names and figures of a text in another language', () => {
    const spanish = {
      ...document().article,
      language: 'es',
      text: 'El lunes llegaron a Lima 40 barcos que Chile prestó.',
    }
    const { terms } = storyFeatures({ ...document(), article: spanish, events: [] })
    expect(Object.keys(terms).sort()).toEqual(['40', 'chil', 'lim'])
  })
})

describe('LeadTally', () => {
  it('lowers the likeness when no lead tells an event of the kind', () => {
    const tally = new LeadTally()
    expect(tally.agreement('verbal_cooperation')).toBe(1)
    tally.add('verbal_cooperation')
    tally.add(null)
    expect(tally.agreement('verbal_cooperation')).toBe(1)
    expect(tally.agreement('material_conflict')).toBeLessThan(0.5)
    expect(tally.agreement(null)).toBe(1)
  })
})
