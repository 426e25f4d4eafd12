import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stageOrder } from '../src/pipeline/stages.js'

test('src/README.md names the stages in the order of the pipeline', () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'src', 'README.md'), 'utf8')
  const named = [...text.matchAll(/^(\w+ -> .*?)(?: {2,}|$)/gm)].flatMap(match => match[1]!.split(' -> '))
  expect(named).toEqual([...stageOrder])
})
