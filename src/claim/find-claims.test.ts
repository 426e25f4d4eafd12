import { describe, expect, it } from 'vitest'
import { claimsOf } from './claims.test-kit.js'

describe('chains', () => {
  const shown = (text: string, parse: readonly string[], content: string) =>
    claimsOf(text, parse)
      .find(claim => claim.content.text === content)
      ?.chain.map(({ kind, text: words }) => `${kind}: ${words}`)

  it.each([
    [
      'The ferry ran onto a sandbank, the coast guard said in a statement, Reuters reported.',
      [
        'The||DET|DT|1|det ferry||NOUN|NN|2|nsubj ran|run|VERB|VBD|16|ccomp onto||ADP|IN|5|case a||DET|DT|5|det sandbank||NOUN|NN|2|obl ,||PUNCT|,|2|punct the||DET|DT|9|det coast||NOUN|NN|9|compound guard|Guard|PROPN|NNP|10|nsubj said|say|VERB|VBD|16|ccomp in||ADP|IN|13|case a||DET|DT|13|det statement||NOUN|NN|10|obl ,||PUNCT|,|2|punct Reuters||PROPN|NNP|16|nsubj reported|report|VERB|VBD|-1|root .||PUNCT|.|16|punct',
      ],
      'The ferry ran onto a sandbank',
      ['ministry: the coast guard', 'document: a statement', 'agency: Reuters'],
    ],
    [
      'Reuters, citing the harbour ministry, said the port was open.',
      [
        'Reuters|Reuter|PROPN|NNPS|7|nsubj ,||PUNCT|,|5|punct citing|cite|VERB|VBG|5|case the||DET|DT|5|det harbour||NOUN|NN|5|compound ministry||NOUN|NN|0|nmod ,||PUNCT|,|5|punct said|say|VERB|VBD|-1|root the||DET|DT|9|det port||NOUN|NN|11|nsubj was|be|AUX|VBD|11|cop open||ADJ|JJ|7|ccomp .||PUNCT|.|7|punct',
      ],
      'the port was open',
      ['ministry: the harbour ministry', 'agency: Reuters'],
    ],
    [
      'An official was quoted by Interfax as saying that the bridge was gone.',
      [
        'An|a|DET|DT|1|det official||NOUN|NN|3|nsubj:pass was|be|AUX|VBD|3|aux:pass quoted|quote|VERB|VBN|-1|root by||ADP|IN|5|case Interfax||PROPN|NNP|3|obl:agent as||SCONJ|IN|7|mark saying|say|VERB|VBG|3|advcl that||SCONJ|IN|12|mark the||DET|DT|10|det bridge||NOUN|NN|12|nsubj:pass was|be|AUX|VBD|12|aux:pass gone|go|VERB|VBN|7|ccomp .||PUNCT|.|3|punct',
      ],
      'that the bridge was gone',
      ['anonymous: An official', 'agency: Interfax'],
    ],
    [
      'The captain told Radio Lisse that the light had failed.',
      [
        'The||DET|DT|1|det captain||NOUN|NN|2|nsubj told|tell|VERB|VBD|-1|root Radio||PROPN|NNP|4|compound Lisse||PROPN|NNP|2|iobj that||SCONJ|IN|9|mark the||DET|DT|7|det light||NOUN|NN|9|nsubj had|have|AUX|VBD|9|aux failed|fail|VERB|VBN|2|ccomp .||PUNCT|.|2|punct',
      ],
      'that the light had failed',
      ['person: The captain', 'broadcaster: Radio Lisse'],
    ],
    [
      'The bridge is safe, as first reported by the weekly Kurier.',
      [
        'The||DET|DT|1|det bridge||NOUN|NN|3|nsubj is|be|AUX|VBZ|3|cop safe||ADJ|JJ|-1|root ,||PUNCT|,|7|punct as||SCONJ|IN|7|mark first||ADV|RB|7|advmod reported|report|VERB|VBN|3|advcl by||ADP|IN|11|case the||DET|DT|11|det weekly||ADJ|JJ|11|amod Kurier||PROPN|NNP|7|obl:agent .||PUNCT|.|3|punct',
      ],
      'The bridge is safe',
      ['newspaper: the weekly Kurier'],
    ],
    [
      'The minister told the Courier that nobody was hurt.',
      [
        'The||DET|DT|1|det minister||NOUN|NN|2|nsubj told|tell|VERB|VBD|-1|root the||DET|DT|4|det Courier||PROPN|NNP|2|iobj that||SCONJ|WDT|8|mark nobody||PRON|NN|8|nsubj:pass was|be|AUX|VBD|8|aux:pass hurt||VERB|VBN|2|ccomp .||PUNCT|.|2|punct',
      ],
      'that nobody was hurt',
      ['person: The minister'],
    ],
  ] as const)('%s', (text, parse, content, chain) => expect(shown(text, parse, content)).toEqual(chain))

  it('ends with the agency that the page credits, which has no place in the text', () => {
    const [claim] = claimsOf(
      'The captain told Radio Lisse that the light had failed.',
      [
        'The||DET|DT|1|det captain||NOUN|NN|2|nsubj told|tell|VERB|VBD|-1|root Radio||PROPN|NNP|4|compound Lisse||PROPN|NNP|2|iobj that||SCONJ|IN|9|mark the||DET|DT|7|det light||NOUN|NN|9|nsubj had|have|AUX|VBD|9|aux failed|fail|VERB|VBN|2|ccomp .||PUNCT|.|2|punct',
      ],
      'Reuters',
    )
    expect(claim!.chain.at(-1)).toEqual({ name: 'Reuters', kind: 'agency' })
  })

  it('every link equals its slice', () => {
    const text = 'The ferry ran onto a sandbank, the coast guard said in a statement, Reuters reported.'
    for (const { chain } of claimsOf(text, [
      'The||DET|DT|1|det ferry||NOUN|NN|2|nsubj ran|run|VERB|VBD|16|ccomp onto||ADP|IN|5|case a||DET|DT|5|det sandbank||NOUN|NN|2|obl ,||PUNCT|,|2|punct the||DET|DT|9|det coast||NOUN|NN|9|compound guard|Guard|PROPN|NNP|10|nsubj said|say|VERB|VBD|16|ccomp in||ADP|IN|13|case a||DET|DT|13|det statement||NOUN|NN|10|obl ,||PUNCT|,|2|punct Reuters||PROPN|NNP|16|nsubj reported|report|VERB|VBD|-1|root .||PUNCT|.|16|punct',
    ]))
      for (const link of chain) expect(link.text).toBe(text.slice(...link.span!))
  })
})

describe('speakers of quotations', () => {
  const shown = (text: string, parse: readonly string[]) =>
    claimsOf(text, parse)
      .filter(({ quoted }) => quoted)
      .map(({ speaker, content }) => [speaker?.text ?? null, content.text])

  it.each([
    [
      '“Stop,” a voice called from the deck.',
      [
        '“|"|PUNCT|``|1|punct Stop||VERB|VB|6|advcl ,||PUNCT|,|1|punct ”|"|PUNCT|\'\'|1|punct a||DET|DT|5|det voice||NOUN|NN|6|nsubj called|call|VERB|VBD|-1|root from||ADP|IN|9|case the||DET|DT|9|det deck||NOUN|NN|6|obl .||PUNCT|.|6|punct',
      ],
      [['a voice', '“Stop,”']],
    ],
    [
      'The pilot radioed, “We are losing oil,” and then, “We are going down.”',
      [
        'The||DET|DT|1|det pilot||NOUN|NN|2|nsubj radioed|radio|VERB|VBD|-1|root ,||PUNCT|,|7|punct “|"|PUNCT|``|7|punct We||PRON|PRP|7|nsubj are|be|AUX|VBP|7|aux losing|lose|VERB|VBG|2|parataxis oil||NOUN|NN|7|obj ,||PUNCT|,|7|punct ”|"|PUNCT|\'\'|7|punct and||CCONJ|CC|17|cc then||ADV|RB|17|advmod ,||PUNCT|,|12|punct “|"|PUNCT|``|17|punct We||PRON|PRP|17|nsubj are|be|AUX|VBP|17|aux going|go|VERB|VBG|7|parataxis down||ADV|RP|17|advmod .||PUNCT|.|7|punct ”|"|PUNCT|\'\'|7|punct',
      ],
      [
        ['The pilot', '“We are losing oil,”'],
        ['The pilot', '“We are going down.”'],
      ],
    ],
    [
      '“My father told me, ‘Never sell the boat,’ and I never have,” said Ann Bell.',
      [
        "“|\"|PUNCT|``|3|punct My||PRON|PRP$|2|nmod:poss father||NOUN|NN|3|nsubj told|tell|VERB|VBD|19|ccomp me|I|PRON|PRP|3|iobj ,||PUNCT|,|8|punct ‘|'|PUNCT|``|8|punct Never||ADV|RB|8|advmod sell||VERB|VB|3|ccomp the||DET|DT|10|det boat||NOUN|NN|8|obj ,||PUNCT|,|8|punct ’|'|PUNCT|''|8|punct and||CCONJ|CC|16|cc I||PRON|PRP|16|nsubj never||ADV|RB|16|advmod have||VERB|VBP|8|conj ,||PUNCT|,|8|punct ”|\"|PUNCT|''|3|punct said|say|VERB|VBD|-1|root Ann||PROPN|NNP|19|nsubj Bell||PROPN|NNP|20|flat .||PUNCT|.|19|punct",
      ],
      [
        ['Ann Bell', '“My father told me, ‘Never sell the boat,’ and I never have,”'],
        ['My father', '‘Never sell the boat,’'],
      ],
    ],
    [
      "The so-called “people's bank” has closed.",
      [
        "The||DET|DT|5|det so||ADV|RB|3|advmod -||PUNCT|HYPH|1|punct called|call|VERB|VBN|5|amod “|\"|PUNCT|``|3|punct people||NOUN|NNS|7|nmod:poss 's||PART|POS|5|case bank||NOUN|NN|10|nsubj ”|\"|PUNCT|''|7|punct has|have|AUX|VBZ|10|aux closed|close|VERB|VBN|-1|root .||PUNCT|.|10|punct",
      ],
      [[null, "“people's bank”"]],
    ],
    [
      '„Wir bleiben“, sagte die Ministerin.',
      [
        "„||PUNCT|``|2|punct Wir||PROPN|NNP|2|compound bleiben|Bleiben|PROPN|NNP|6|vocative “||PUNCT|''|2|punct ,||PUNCT|,|2|punct sagte||NOUN|NN|6|nsubj die||VERB|VBP|-1|root Ministerin||PROPN|NNP|6|obj .||PUNCT|.|6|punct",
      ],
      [['die Ministerin', '„Wir bleiben“']],
    ],
    [
      'Her answer was short: “Never.”',
      [
        'Her||PRON|PRP$|1|nmod:poss answer||NOUN|NN|3|nsubj was|be|AUX|VBD|3|cop short||ADJ|JJ|-1|root :||PUNCT|:|6|punct “|"|PUNCT|``|6|punct Never||ADV|RB|3|advmod .||PUNCT|.|6|punct ”|"|PUNCT|\'\'|6|punct',
      ],
      [['Her', '“Never.”']],
    ],
  ] as const)('%s', (text, parse, expected) => expect(shown(text, parse)).toEqual(expected))
})
