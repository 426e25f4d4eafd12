import { describe, expect, it } from 'vitest'
import type { Mention } from '../../model/mention.js'
import { readConllu } from '../../text/conllu.js'
import { readCapital } from './metonym.js'

/** Reads the city, the token of the tree whose form is `Oslo`, given as `form lemma upos head deprel` a line. */
function read(...rows: string[]) {
  const conllu = rows
    .map((row, i) => {
      const [form, lemma, upos, head, deprel] = row.split(' ')
      return [i + 1, form, lemma, upos, '_', '_', head, deprel, '_', '_'].join(' ')
    })
    .join('\n')
  const sentence = readConllu(`${conllu}\n`).sentences[0]!
  const head = sentence.tokens.findIndex(token => token.form === 'Oslo')
  return readCapital(sentence, { from: head, to: head + 1, head } as unknown as Mention)
}

describe('readCapital', () => {
  it('takes the subject of a verb of speech for the government', () => {
    expect(read('Oslo Oslo PROPN 2 nsubj', 'protested protest VERB 0 root').government).toBe(true)
  })

  it('takes the owner of a policy noun for the government, that of a street for the city', () => {
    const owner = (noun: string) =>
      read('Oslo Oslo PROPN 3 nmod:poss', "'s 's PART 1 case", `${noun} ${noun} NOUN 0 root`)
    expect(owner('policy').government).toBe(true)
    expect(owner('airport').government).toBe(false)
  })

  it('leaves cities after prepositions of place and after movement cities', () => {
    const following = (verb: string, preposition: string) =>
      read(`${verb} ${verb} VERB 0 root`, `${preposition} ${preposition} ADP 3 case`, 'Oslo Oslo PROPN 1 obl')
    expect(following('meet', 'in').government).toBe(false)
    expect(following('travel', 'to').government).toBe(false)
    expect(following('negotiate', 'with').government).toBe(true)
  })

  it('weighs the policy noun that a verb carries', () => {
    const object = (noun: string) =>
      read(
        'draw draw VERB 0 root',
        `${noun} ${noun} NOUN 1 obj`,
        'from from ADP 4 case',
        'Oslo Oslo PROPN 1 obl',
      )
    expect(object('criticism').government).toBe(true)
    expect(object('ambassador').government).toBe(false)
  })

  it('sees movement further up a noun phrase', () => {
    const visit = read(
      'visit visit NOUN 0 root',
      'of of ADP 3 case',
      'minister minister NOUN 1 nmod',
      'to to ADP 5 case',
      'Oslo Oslo PROPN 3 nmod',
    )
    expect(visit.government).toBe(false)
  })

  it('leaves open what the sentence does not settle', () => {
    expect(read('Oslo Oslo PROPN 0 root').government).toBeNull()
  })
})
