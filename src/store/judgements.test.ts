import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Judgement } from '../model/index.js'
import { appendJudgement, readJudgements } from './judgements.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'synoptic-judgements-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const judgement = (id: string): Judgement => ({
  id,
  at: '2024-01-01T00:00:00Z',
  kind: 'accept',
  anchor: { articles: [{ article: id, uri: 'page.txt' }] },
  value: null,
})

test('judgements are read back in the order they were made', () => {
  appendJudgement(dir, judgement('j1'))
  appendJudgement(dir, judgement('j2'))
  expect(readJudgements(dir).map(j => j.id)).toEqual(['j1', 'j2'])
})

test('a half-written last line is neither read nor kept', () => {
  appendJudgement(dir, judgement('j1'))
  appendFileSync(join(dir, 'judgements.jsonl'), '{"id":"j')
  expect(readJudgements(dir).map(j => j.id)).toEqual(['j1'])
  appendJudgement(dir, judgement('j2'))
  expect(readJudgements(dir).map(j => j.id)).toEqual(['j1', 'j2'])
})

test('a workspace without judgements has none', () => {
  expect(readJudgements(dir)).toEqual([])
})
