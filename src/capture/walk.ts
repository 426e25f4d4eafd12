import { readdir, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Failure } from '../model/failure.js'
import { asFailure } from './failure.js'

/** A regular file met in a folder. */
export interface FoundFile {
  readonly path: string
  readonly size: number
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Files below a folder in a fixed order: names of each folder sorted by code units, folders and files alike, whatever the file system's own
 * order. Symbolic links are followed, but a folder that was already entered is not entered again, so links that lead in a circle end.
 * Hidden names are left out. `skip` is told of names that are not entered. Paths are relative to `cwd`.
 */
export async function* walk(
  folder: string,
  skip: (path: string, reason: string) => void,
  cwd: string,
  entered: Set<string> = new Set(),
): AsyncGenerator<FoundFile | Failure> {
  let names: string[]
  try {
    const real = await realpath(resolve(cwd, folder))
    if (entered.has(real))
      return skip(folder, 'A symbolic link leads back to a folder that was already read.')
    entered.add(real)
    names = await readdir(resolve(cwd, folder))
  } catch (error) {
    yield asFailure(folder, error)
    return
  }
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  for (const name of names.sort(byCodeUnits)) {
    if (name.startsWith('.')) continue
    yield* entry(`${prefix}${name}`, skip, cwd, entered)
  }
}

async function* entry(
  path: string,
  skip: (path: string, reason: string) => void,
  cwd: string,
  entered: Set<string>,
): AsyncGenerator<FoundFile | Failure> {
  try {
    const found = await stat(resolve(cwd, path))
    if (found.isDirectory()) yield* walk(path, skip, cwd, entered)
    else if (found.isFile()) yield { path, size: found.size }
    else skip(path, 'It is neither a file nor a folder.')
  } catch (error) {
    yield asFailure(path, error)
  }
}
