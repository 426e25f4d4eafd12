import { readdir, realpath, stat } from 'node:fs/promises'
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
 * Hidden names are left out. `skip` is told of names that are not entered.
 */
export async function* walk(
  folder: string,
  skip: (path: string, reason: string) => void,
  entered: Set<string> = new Set(),
): AsyncGenerator<FoundFile | Failure> {
  let names: string[]
  try {
    const real = await realpath(folder)
    if (entered.has(real))
      return skip(folder, 'A symbolic link leads back to a folder that was already read.')
    entered.add(real)
    names = await readdir(folder)
  } catch (error) {
    yield asFailure(folder, error)
    return
  }
  const prefix = folder.endsWith('/') ? folder : `${folder}/`
  for (const name of names.sort(byCodeUnits)) {
    if (name.startsWith('.')) continue
    yield* entry(`${prefix}${name}`, skip, entered)
  }
}

async function* entry(
  path: string,
  skip: (path: string, reason: string) => void,
  entered: Set<string>,
): AsyncGenerator<FoundFile | Failure> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) yield* walk(path, skip, entered)
    else if (found.isFile()) yield { path, size: found.size }
    else skip(path, 'It is neither a file nor a folder.')
  } catch (error) {
    yield asFailure(path, error)
  }
}
