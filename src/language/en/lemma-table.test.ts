import { expect, it } from 'vitest'
import { loadWordResources } from '../../resources/language.js'
import { lemmaOf } from './lemma-table.js'

const { lemmas } = loadWordResources()

it.each([
  ['denounced', 'VERB', 'VBD', 'denounce'],
  ['stopped', 'VERB', 'VBD', 'stop'],
  ['carries', 'VERB', 'VBZ', 'carry'],
  ['overthrew', 'VERB', 'VBD', 'overthrow'],
  ['said', 'VERB', 'VBD', 'say'],
  ['ministries', 'NOUN', 'NNS', 'ministry'],
  ['spokesmen', 'NOUN', 'NNS', 'spokesman'],
  ['Crises', 'NOUN', 'NNS', 'crisis'],
  ['worst', 'ADJ', 'JJS', 'bad'],
  ['n’t', 'PART', 'RB', 'not'],
  ['’s', 'PART', 'POS', "'s"],
  ['Castro', 'PROPN', 'NNP', 'Castro'],
  ['I', 'PRON', 'PRP', 'I'],
  ['were', 'AUX', 'VBD', 'be'],
])('%s %s/%s', (form, upos, xpos, lemma) => expect(lemmaOf(form, upos, xpos, lemmas)).toBe(lemma))
