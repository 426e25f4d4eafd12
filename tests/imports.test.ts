import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')

/** Folders from left to right; a folder may import only what stands to its left, and stages do not import each other. */
const layers: readonly (readonly string[])[] = [
  ['model', 'text'],
  [
    'capture',
    'article',
    'language',
    'mention',
    'grounding',
    'claim',
    'event',
    'story',
    'account',
    'relation',
  ],
  ['resources'],
  ['store'],
  ['pipeline'],
  ['fleet'],
  ['export', 'brief', 'explain', 'audit', 'review'],
  ['watch', 'alert'],
  ['server'],
  ['cli', 'client'],
]
const layerOf = new Map(layers.flatMap((folders, index) => folders.map(folder => [folder, index] as const)))

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (entry.name.endsWith('.ts') && !/\.test(-kit)?\.ts$/.test(entry.name)) yield path
  }
}

const folderOf = (path: string) => relative(src, path).split('/')[0]!

test('a folder imports only folders to its left, and no stage imports another', () => {
  const wrong: string[] = []
  for (const path of sources(src)) {
    const from = folderOf(path)
    if (from === 'index.ts') continue
    for (const [, target] of readFileSync(path, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)) {
      const to = folderOf(resolve(dirname(path), target!))
      if (to === from) continue
      const [a, b] = [layerOf.get(from), layerOf.get(to)]
      // `text` holds helpers on the records of `model`; within the first layer that is the only direction.
      const allowed = a !== undefined && b !== undefined && (b < a || (from === 'text' && to === 'model'))
      if (!allowed) wrong.push(`${relative(src, path)} imports ${to}`)
    }
  }
  expect(wrong).toEqual([])
})

test('every folder of src has its place', () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(entry => entry.name).sort()).toEqual([...layerOf.keys()].sort())
})
