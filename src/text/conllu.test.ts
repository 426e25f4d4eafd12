import { describe, expect, it } from 'vitest'
import { readConllu, writeConllu } from './conllu.js'

const sample = `# newdoc id = sample
# newpar
# text = Anna Bell didn't go.
1 Anna Anna PROPN NNP Number=Sing 5 nsubj _ NER=B-PER
2 Bell Bell PROPN NNP Number=Sing 1 flat _ NER=I-PER
3-4 didn't
3 did do AUX VBD _ 5 aux
4 n't not PART RB _ 5 advmod
5 go go VERB VB VerbForm=Inf 0 root _ SpaceAfter=No
6 . . PUNCT . _ 5 punct

# text = Why?
1 Why why ADV WRB _ 0 root _ SpaceAfter=No
2 ? ? PUNCT . _ 1 punct

# newpar
1 # # SYM NN _ 0 root _ SpaceAfter=No
2 5 5 NUM CD _ 1 nummod
`

describe('CoNLL-U', () => {
  const read = readConllu(sample)

  it('rebuilds the text, its blocks and the offsets of every word', () => {
    expect(read.text).toBe("Anna Bell didn't go. Why?\n\n#5")
    expect(read.blocks.map(block => read.text.slice(...block.span))).toEqual([
      "Anna Bell didn't go. Why?",
      '#5',
    ])
    for (const sentence of read.sentences)
      for (const token of sentence.tokens) expect(read.text.slice(token.start, token.end)).toBe(token.form)
    expect(read.sentences[0]!.multiword).toEqual([{ from: 2, to: 4, span: [10, 16] }])
    expect(read.sentences[0]!.tokens.map(token => token.head)).toEqual([4, 0, 4, 4, -1, 4])
  })

  it('reads entities', () => {
    expect(read.sentences[0]!.entities).toEqual([{ type: 'PER', from: 0, to: 2, span: [0, 9] }])
  })

  it('writes what it reads', () => {
    const written = writeConllu({ article: 'sample', sentences: read.sentences }, read.text)
    expect(written).toContain("3-4\tdidn't\t_")
    expect(readConllu(written)).toEqual(read)
  })

  it('names the line of a broken head', () => {
    expect(() => readConllu('1 a a X X _ b root')).toThrow('line 1')
  })
})
