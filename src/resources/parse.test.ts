import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse, writeConllu } from './parse.js'
import { packageRoot } from './root.js'

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

/** The plain-text pages of the sample corpus, which was written for this project. */
const samples = (): string[] => {
  const folder = join(packageRoot, 'samples')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'))
}

it('gives the same words, trees and names natively and by WebAssembly, but for a few words in a thousand', async () => {
  let [words, differing] = [0, 0]
  for (const text of samples()) {
    const [native, wasm] = await Promise.all(
      (['native', 'wasm'] as const).map(backend => parse(text, { backend })),
    )
    const rows = (parsed: typeof native) =>
      writeConllu(parsed!, text)
        .split('\n')
        .filter(line => /^\d+\t/.test(line))
    const other = rows(wasm)
    expect(other).toHaveLength(rows(native).length)
    words += other.length
    differing += rows(native).filter((line, i) => line !== other[i]).length
  }
  expect(words).toBeGreaterThan(1000)
  expect(differing / words).toBeLessThan(0.005)
}, 300_000)
