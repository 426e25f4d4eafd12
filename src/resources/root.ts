import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'data'))) return folder
  const parent = dirname(folder)
  if (parent === folder)
    throw new Error('The package root (package.json beside data/) was not found above this file.')
  return findRoot(parent)
}

/** Folder of the installed package: `data/` and `models/` lie in it, whether the code runs from `src/` or from `dist/src/`. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)))
