import { expect, test } from 'vitest'
import * as synoptic from '../src/index.js'

test('the front door exports functions and schemas by name, and nothing by accident', () => {
  const functions = Object.entries(synoptic)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
    .sort()
  expect(functions).toEqual([
    'SynopticError',
    'codeCapture',
    'codeDocument',
    'inlineCoder',
    'loadResources',
    'loadStoryResources',
    'openWorkspace',
    'relaysOf',
    'runPipeline',
    'threadCoder',
  ])
})
