import { describe, expect, it } from 'vitest'
import { readConllu } from '../text/conllu.js'
import { repaired } from './repair.js'

/** `form>head relation` of the tokens that a repair moved. */
function moved(source: string): string[] {
  const { tokens } = readConllu(source).sentences[0]!
  const result = repaired(tokens)
  return result.flatMap((token, i) =>
    token.head === tokens[i]!.head && token.deprel === tokens[i]!.deprel
      ? []
      : [`${token.form}>${result[token.head]?.form ?? 'root'} ${token.deprel}`],
  )
}

describe('repaired', () => {
  it('joins a title and a name that were parsed as two subjects', () => {
    expect(
      moved(`1 President President PROPN NNP _ 3 nsubj
2 Berg Berg PROPN NNP _ 3 nsubj
3 left leave VERB VBD _ 0 root`),
    ).toEqual(['Berg>President appos'])
  })

  it('gives a possessor back to its noun', () => {
    expect(
      moved(`1 Berg Berg PROPN NNP _ 4 nsubj
2 's 's PART POS _ 1 case
3 visit visit NOUN NN _ 4 nsubj
4 began begin VERB VBD _ 0 root`),
    ).toEqual(['Berg>visit nmod:poss'])
  })

  it('hangs a relative clause on the noun before it', () => {
    expect(
      moved(`1 The the DET DT _ 2 det
2 visit visit NOUN NN _ 8 nsubj
3 , , PUNCT , _ 5 punct
4 which which PRON WDT _ 5 nsubj
5 began begin VERB VBD _ 8 advcl
6 early early ADV RB _ 5 advmod
7 , , PUNCT , _ 5 punct
8 ended end VERB VBD _ 0 root`),
    ).toEqual(['began>visit acl:relcl'])
  })

  it('finds a subject lost to the list before it', () => {
    expect(
      moved(`1 According accord VERB VBG _ 3 case
2 to to ADP IN _ 1 fixed
3 officials official NOUN NNS _ 8 obl
4 , , PUNCT , _ 5 punct
5 Oslo Oslo PROPN NNP _ 3 conj
6 and and CCONJ CC _ 7 cc
7 Riga Riga PROPN NNP _ 3 conj
8 denounced denounce VERB VBD _ 0 root
9 it it PRON PRP _ 8 obj`),
    ).toEqual(['Oslo>denounced nsubj', 'Riga>Oslo conj'])
  })

  it('leaves a sound tree alone', () => {
    expect(
      moved(`1 Oslo Oslo PROPN NNP _ 2 nsubj
2 objected object VERB VBD _ 0 root`),
    ).toEqual([])
  })
})
