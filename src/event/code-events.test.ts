import { describe, expect, it } from 'vitest'
import type { Actor } from '../model/actor.js'
import type { Article } from '../model/article.js'
import type { Claim } from '../model/claim.js'
import type { GroundedText } from '../model/grounded-text.js'
import { loadEventResources } from '../resources/lexicon.js'
import { readConllu } from '../text/conllu.js'
import { codeEvents } from './code-events.js'

const resources = loadEventResources()

const state = (country: string, sectors: string[] = []): Actor => ({
  id: `c:${country}`,
  name: country,
  kind: 'country',
  country,
  sectors,
  roles: [],
})

/** A grounded text from CoNLL-U written by hand; `heads` names the actor of each token that heads a mention. */
function grounded(source: string, heads: Record<string, Actor | readonly Actor[]>): GroundedText {
  const { text, blocks, sentences } = readConllu(source)
  const mentions = sentences.flatMap((sentence, s) =>
    sentence.tokens.flatMap((token, i) =>
      heads[token.form]
        ? [
            {
              id: `m${s}-${i}`,
              kind: 'name' as const,
              text: token.form,
              span: [token.start, token.end] as const,
              sentence: s,
              from: i,
              to: i + 1,
              head: i,
              chain: 0,
            },
          ]
        : [],
    ),
  )
  return {
    article: { id: 'a1', text, blocks } as unknown as Article,
    parsed: { article: 'a1', language: 'en', sentences },
    mentions: { mentions, chains: [] },
    actors: mentions.map(({ id, text: form }) => {
      const actor = heads[form]!
      const single = !Array.isArray(actor)
      return {
        mention: id,
        actor: single ? (actor as Actor) : null,
        ...(single ? {} : { members: actor as readonly Actor[] }),
        score: 1,
        rule: 'test',
        rivals: [],
      }
    }),
    times: [],
    places: [],
  }
}

const summary = (text: GroundedText, claims: Claim[] = []) =>
  codeEvents(text, claims, resources).records.map(
    ({ event, cameo, factuality, actors, recipients }) =>
      `${event} ${cameo} ${factuality} ${actors.map(({ actor }) => actor.country)}>${recipients.map(({ actor }) => actor.country)}`,
  )

describe('codeEvents', () => {
  it('reads actor and recipient of an active clause', () => {
    const text = grounded(
      `1 Norway Norway PROPN NNP _ 2 nsubj
2 expelled expel VERB VBD Tense=Past 0 root
3 Danish Danish ADJ JJ _ 4 amod
4 diplomats diplomat NOUN NNS _ 2 obj
5 . . PUNCT . _ 2 punct`,
      { Norway: state('NOR'), diplomats: state('DNK', ['GOV']) },
    )
    expect(summary(text)).toEqual(['SANCTION 166 CT+ NOR>DNK'])
  })

  it('turns a passive clause round', () => {
    const text = grounded(
      `1 Danish Danish ADJ JJ _ 2 amod
2 diplomats diplomat NOUN NNS _ 4 nsubj:pass
3 were be AUX VBD _ 4 aux:pass
4 expelled expel VERB VBN Tense=Past 0 root
5 by by ADP IN _ 6 case
6 Norway Norway PROPN NNP _ 4 obl:agent
7 . . PUNCT . _ 4 punct`,
      { Norway: state('NOR'), diplomats: state('DNK', ['GOV']) },
    )
    expect(summary(text)).toEqual(['SANCTION 166 CT+ NOR>DNK'])
  })

  it('lets a threat take over what is threatened', () => {
    const text = grounded(
      `1 Norway Norway PROPN NNP _ 2 nsubj
2 threatened threaten VERB VBD Tense=Past 0 root
3 to to PART TO _ 4 mark
4 impose impose VERB VB VerbForm=Inf 2 xcomp
5 sanctions sanction NOUN NNS _ 4 obj
6 on on ADP IN _ 7 case
7 Denmark Denmark PROPN NNP _ 4 obl
8 . . PUNCT . _ 2 punct`,
      { Norway: state('NOR'), Denmark: state('DNK') },
    )
    expect(summary(text)).toEqual(['THREATEN 1312 CT+ NOR>DNK'])
  })

  it('codes a planned meeting as AGREE and a meeting held as CONSULT', () => {
    const planned = grounded(
      `1 Norway Norway PROPN NNP _ 3 nsubj
2 will will AUX MD _ 3 aux
3 meet meet VERB VB _ 0 root
4 Denmark Denmark PROPN NNP _ 3 obj
5 . . PUNCT . _ 3 punct`,
      { Norway: state('NOR'), Denmark: state('DNK') },
    )
    expect(summary(planned)).toEqual(['AGREE 036 PR+ NOR>DNK'])
    const held = grounded(
      `1 Norway Norway PROPN NNP _ 4 nsubj
2 and and CCONJ CC _ 3 cc
3 Denmark Denmark PROPN NNP _ 1 conj
4 met meet VERB VBD _ 0 root
5 . . PUNCT . _ 4 punct`,
      { Norway: state('NOR'), Denmark: state('DNK') },
    )
    expect(summary(held)).toEqual(['CONSULT 040 CT+ NOR,DNK>'])
  })

  it('expands plural mentions', () => {
    const text = grounded(
      `1 Both both DET DT _ 2 det
2 countries country NOUN NNS _ 3 nsubj
3 met meet VERB VBD _ 0 root
4 . . PUNCT . _ 3 punct`,
      { countries: [state('NOR'), state('DNK')] },
    )
    expect(summary(text)).toEqual(['CONSULT 040 CT+ NOR,DNK>'])
  })

  it('lifting sanctions is no sanction', () => {
    const text = grounded(
      `1 Norway Norway PROPN NNP _ 2 nsubj
2 lifted lift VERB VBD Tense=Past 0 root
3 sanctions sanction NOUN NNS _ 2 obj
4 on on ADP IN _ 5 case
5 Denmark Denmark PROPN NNP _ 3 nmod
6 . . PUNCT . _ 2 punct`,
      { Norway: state('NOR'), Denmark: state('DNK') },
    )
    expect(summary(text)).toEqual(['RETREAT 085 CT+ NOR>DNK'])
  })

  it('says why a sentence was not coded', () => {
    const text = grounded(
      `1 Rain rain NOUN NN _ 2 nsubj
2 fell fall VERB VBD Tense=Past 0 root
3 . . PUNCT . _ 2 punct`,
      {},
    )
    const { records, diagnostics } = codeEvents(text, [], resources)
    expect(records).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['no-trigger'])
  })
})
