import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../resources/root.js'
import { referencePages } from './reference.js'

const folder = join(packageRoot, 'docs', 'formats')

test('the pages of docs/formats are what the definitions say; make them with: node scripts/build-format-pages.mjs', () => {
  const pages = referencePages()
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
})
