import { expect, it } from 'vitest'
import { parse, writeConllu } from './parse.js'

it('parses a text with one call, offsets being those of the text', async () => {
  const text = 'Ingrid Solheim left Oslo.\n\nNobody knew why.'
  const parsed = await parse(text)
  expect(parsed.sentences.map(({ span }) => text.slice(...span))).toEqual([
    'Ingrid Solheim left Oslo.',
    'Nobody knew why.',
  ])
  const [first] = parsed.sentences
  expect(first!.entities.map(({ type, span }) => [type, text.slice(...span)])).toEqual([
    ['PER', 'Ingrid Solheim'],
    ['LOC', 'Oslo'],
  ])
  expect(first!.tokens[2]).toMatchObject({ form: 'left', lemma: 'leave', upos: 'VERB', deprel: 'root' })
  expect(parsed.diagnostics).toEqual([])
  expect(writeConllu(parsed, text)).toContain('\tleft\tleave\tVERB\tVBD\t')
})

it('rejects when there is no model, and tries again at the next call', async () => {
  for (const _ of [1, 2])
    await expect(parse('Text.', { folder: '/nowhere' })).rejects.toMatchObject({ code: 'SYN_MODEL_MISSING' })
})
