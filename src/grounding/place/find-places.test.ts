import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeKey as packedKey } from '../../../scripts/gazetteer/pack.mjs'
import type { Article } from '../../model/article.js'
import type { EntitySpan, ParsedText } from '../../model/parsed-text.js'
import { loadGazetteer } from '../../resources/gazetteer.js'
import { findPlaces } from './index.js'
import { placeKey } from './place-key.js'

const resources = loadGazetteer()

function articleOf(text: string, domain?: string): Article {
  return {
    id: 'a',
    capture: 'c',
    uri: 'u',
    outlet: domain ? { domain } : {},
    title: null,
    basis: {},
    bylines: [],
    published: null,
    language: 'en',
    text,
    blocks: [],
    removed: [],
    truncated: false,
  }
}

/** One sentence per line, without tokens; entities are given by their words. */
function linesOf(
  text: string,
  entities: readonly (readonly [type: EntitySpan['type'], words: string])[] = [],
): ParsedText {
  const spans = entities.map(([type, words]): EntitySpan => {
    const start = text.indexOf(words)
    return { type, from: 0, to: 0, span: [start, start + words.length] }
  })
  const sentences = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    span: [index, index + line.length] as const,
    tokens: [],
    multiword: [],
    block: 0,
    entities: spans.filter(({ span }) => span[0] >= index && span[1] <= index + line.length),
  }))
  return { article: 'a', language: 'en', sentences }
}

const places = (text: string, domain?: string, entities?: Parameters<typeof linesOf>[1]) =>
  findPlaces(articleOf(text, domain), linesOf(text, entities), resources).records

const brief = (text: string, domain?: string) =>
  places(text, domain).map(({ text: words, place }) => [words, place!.country, place!.kind])

describe('places that news names', () => {
  it.each([
    ['Talks were held in Tehran.', 'Tehran', 'IRN', 'capital'],
    ["Shelling was heard in Sana'a overnight.", "Sana'a", 'YEM', 'capital'],
    ['Troops moved south of the 38th parallel.', '38th parallel', null, 'landmark'],
    ['A tanker passed the Strait of Hormuz.', 'Strait of Hormuz', null, 'water'],
    ['The detainees remain at Guantanamo Bay.', 'Guantanamo Bay', 'CUB', 'base'],
    ['The fleet entered the South China Sea.', 'South China Sea', null, 'water'],
    ['Unrest spread across Crimea.', 'Crimea', 'UKR', 'region'],
    ['Aid reached the Gaza Strip.', 'Gaza Strip', 'PSE', 'region'],
    ['The court sits in The Hague.', 'Hague', 'NLD', 'city'],
    ['Envoys of the DPRK walked out.', 'DPRK', 'PRK', 'country'],
    [
      'A delegation from the Democratic Republic of the Congo arrived.',
      'Democratic Republic of the Congo',
      'COD',
      'country',
    ],
    ["Ships left Cote d'Ivoire at dawn.", "Cote d'Ivoire", 'CIV', 'country'],
    ['Rebels took Goma in eastern Congo.', 'Goma', 'COD', 'city'],
    ['Missiles hit Odesa at night.', 'Odesa', 'UKR', 'city'],
    ['Missiles hit the Odesa region at night.', 'Odesa', 'UKR', 'region'],
    ['He moved to Springfield, Ill., as a child.', 'Springfield', 'USA', 'city'],
  ])('%s', (sentence, text, country, kind) => {
    expect(brief(sentence)[0]).toEqual([text, country, kind])
  })

  it('Washington is the capital unless the text is about the state', () => {
    expect(places('Officials in Washington declined to comment.')[0]!.place!.kind).toBe('capital')
  })

  it('every place has its words', () => {
    const text = 'Ministers from Chile and Peru met in Lima.'
    for (const { span, text: words, place } of places(text)) {
      expect(text.slice(span[0], span[1])).toBe(words)
      expect(place).toMatchObject({ text: words, span })
    }
  })
})

describe('which place of the name', () => {
  it('the one that lies in the place named after it', () => {
    const [paris] = places('A storm hit Paris, Texas, at dawn.')
    expect(paris!.place).toMatchObject({ country: 'USA', kind: 'city' })
    expect(paris!.rule).toBe('named with the place it lies in')
    expect(places('A storm hit Paris at dawn.')[0]!.place!.country).toBe('FRA')
  })

  it('one reading for all mentions of a text', () => {
    const found = places('A storm hit Paris, Texas, at dawn.\nIn Paris, roofs came off.')
    expect(new Set(found.filter(({ text }) => text === 'Paris').map(({ place }) => place!.lat)).size).toBe(1)
  })

  it('the one in company', () => {
    const valencia = (text: string) =>
      places(text).find(({ text: words }) => words === 'Valencia')!.place!.country
    expect(valencia('Blackouts in Valencia, Caracas and Maracaibo angered Venezuela.')).toBe('VEN')
    expect(valencia('Trains between Valencia and Madrid stopped, Spain said.')).toBe('ESP')
  })

  it('Georgia the state beside Atlanta, the country beside Tbilisi', () => {
    const georgia = (text: string) =>
      places(text).find(({ text: words }) => words === 'Georgia')!.place!.country
    expect(georgia('Voters in Georgia queued in Atlanta, Savannah and Macon.')).toBe('USA')
    expect(georgia('Protesters in Georgia filled central Tbilisi, and marched in Batumi.')).toBe('GEO')
  })

  it('lists the rivals', () => {
    expect(places('A storm hit Paris at dawn.')[0]!.rivals.length).toBeGreaterThan(0)
  })
})

describe('what is no place', () => {
  it.each([
    'Mr. Houston spoke first.',
    'Reading is fun.',
    'Cuban and Korean officials smiled.',
    'It gave us hope.',
    'The UN and NATO agreed.',
    'The Washington Post said so.',
  ])('%s', sentence => {
    expect(brief(sentence)).toEqual([])
  })

  it('a name that the entity recogniser takes for a person', () => {
    for (const name of ['Jackson Lima', 'Paris Hilton', 'Denzel Washington'])
      expect(places(`${name} resigned.`, undefined, [['PER', name]])).toEqual([])
  })
})

it('tells of recognised places that stay open', () => {
  const text = 'Smoke rose over Zzyzxville.'
  const result = findPlaces(articleOf(text), linesOf(text, [['LOC', 'Zzyzxville']]), resources)
  expect(result.records).toEqual([])
  expect(result.diagnostics).toMatchObject([{ code: 'place-unresolved', text: 'Zzyzxville' }])
})

describe('keys', () => {
  it('drop case, marks, full stops and articles', () => {
    expect(placeKey("Sana'a")).toBe('sanaa')
    expect(placeKey('The Hague')).toBe('hague')
    expect(placeKey('St. Louis')).toBe('saint louis')
    expect(placeKey('São Tomé')).toBe('sao tome')
    expect(placeKey('U.S.')).toBe('us')
  })

  it('are the same when the gazetteer is built', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), name => placeKey(name) === packedKey(name)),
    )
  })
})

describe('laws', () => {
  const words = fc.constantFrom(
    'Paris',
    'Texas',
    ',',
    'in',
    'Washington',
    'U.S.',
    'Mr.',
    'Lima',
    'New',
    'York',
    'the',
    'of',
    'St.',
    'County',
    "Sana'a",
    '.',
    '\n',
    'Calif.',
    'north',
    'Republic',
    'China',
    '-',
    '(',
    'Ω',
    '38th',
    'parallel',
  )
  it('spans are slices in order, and runs agree', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), list => {
        const text = list.join(' ')
        const found = places(text)
        let at = 0
        for (const { span, text: form, score } of found) {
          expect(text.slice(span[0], span[1])).toBe(form)
          expect(span[0]).toBeGreaterThanOrEqual(at)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          at = span[1]
        }
        expect(places(text)).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })
})
