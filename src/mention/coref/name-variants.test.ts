import { describe, expect, it } from 'vitest'
import { phraseKeys } from '../../text/phrase-trie.js'
import { isVariant } from './name-variants.js'

const familyFirst = new Set(['choe', 'nguyen'])
const variant = (short: string, long: string): boolean =>
  isVariant(phraseKeys(short), phraseKeys(long), familyFirst)

describe('isVariant', () => {
  it.each([
    ['Ferreira', 'Ana Ferreira'],
    ['Ana Ferreira', 'Ana Lucia Ferreira'],
    ['Ana Lucía Ferreira', 'Ana Lucia Ferreira'],
    ['Diego Salazar', 'Diego Salazar Prieto'],
    ['Salazar', 'Diego Salazar Prieto'],
    ['Choe Sun Ok', 'Choe Sun-ok'],
    ['Choe', 'Choe Sun Ok'],
    ['Sun Ok Choe', 'Choe Sun Ok'],
    ['al-Rashid', 'Karim al-Rashid'],
  ])('%s stands for %s', (short, long) => {
    expect(variant(short, long)).toBe(true)
  })

  it.each([
    ['Ana', 'Ana Ferreira'],
    ['Maria Ferreira', 'Ana Ferreira'],
    ['Ok', 'Ana Ferreira'],
    ['Ana Ferreira', 'Ferreira'],
  ])('%s does not stand for %s', (short, long) => {
    expect(variant(short, long)).toBe(false)
  })
})
