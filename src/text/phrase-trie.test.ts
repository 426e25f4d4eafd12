import { describe, expect, it } from 'vitest'
import { PhraseTrie, phraseKeys, singularKeys, wordKey } from './phrase-trie.js'
import { slug } from './slug.js'

describe('PhraseTrie', () => {
  const trie = new PhraseTrie<string>()
  trie.add('foreign minister', 'role')
  trie.add('foreign minister of state', 'long role')
  trie.add("People's Front", 'party')

  it('finds the longest phrase, over other readings of a word', () => {
    const words = [['foreign'], ['ministers', 'minister'], ['of'], ['state'], ['said']]
    expect(trie.longest(words, 0)).toMatchObject({ to: 4, values: ['long role'] })
    expect(trie.longest(words, 1)).toBeNull()
  })

  it('passes over hyphens inside a phrase', () => {
    expect(trie.longest([['foreign'], [], ['minister']], 0)?.to).toBe(3)
  })

  it('reads a possessive as a word by itself, as tokens are', () => {
    expect(phraseKeys("People's Front")).toEqual(['people', 's', 'front'])
    expect(trie.get('People’s Front')).toEqual(['party'])
  })
})

describe('keys', () => {
  it('lose case, dots and diacritics', () => {
    expect([wordKey('U.S.'), wordKey('Søren'), wordKey('José')]).toEqual(['us', 'soren', 'jose'])
    expect(slug('Ana María Núñez')).toBe('ana-maria-nunez')
  })

  it('of plurals include the singular', () => {
    expect(singularKeys('allies')).toContain('ally')
    expect(singularKeys('policemen')).toContain('policeman')
    expect(singularKeys('press')).toEqual(['press'])
  })
})
