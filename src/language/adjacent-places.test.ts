import { expect, it } from 'vitest'
import type { EntitySpan, Token } from '../model/parsed-text.js'
import { loadWordResources } from '../resources/language.js'
import { splitAdjacentPlaces } from './adjacent-places.js'

const { regions } = loadWordResources()

function pieces(text: string, type: EntitySpan['type'] = 'LOC'): string[] {
  let at = 0
  const tokens = text.split(' ').map(form => {
    const start = at
    at += form.length + 1
    return { form, start, end: start + form.length } as Token
  })
  const whole: EntitySpan = { type, from: 0, to: tokens.length, span: [0, text.length] }
  return splitAdjacentPlaces([whole], tokens, regions).map(({ span }) => text.slice(...span))
}

it.each([
  ['Springfield Ohio', ['Springfield', 'Ohio']],
  ['lyon france', ['lyon', 'france']],
  ['Fort Worth TX', ['Fort Worth', 'TX']],
  ['Los Angeles Ca', ['Los Angeles', 'Ca']],
  ['Cardiff United Kingdom', ['Cardiff', 'United Kingdom']],
  ['Perth Western Australia', ['Perth Western Australia']],
  ['Baja California', ['Baja California']],
  ['New Mexico', ['New Mexico']],
  ['Papua New Guinea', ['Papua New Guinea']],
  ['West Virginia', ['West Virginia']],
  ['Lake Michigan', ['Lake Michigan']],
  ['Gulf of Oman', ['Gulf of Oman']],
  ['Mexico City', ['Mexico City']],
])('%s', (text, expected) => {
  expect(pieces(text)).toEqual(expected)
})

it('leaves other names alone', () => {
  expect(pieces('Bank Austria', 'ORG')).toEqual(['Bank Austria'])
})
