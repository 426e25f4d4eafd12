import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Failure } from '../model/failure.js'
import type { Source } from './capture.js'
import { asFailure, failure, isFailure } from './failure.js'
import { globExpression, globRoot, isGlob } from './glob.js'
import { fetchPage } from './http/fetch-page.js'
import { kindByName } from './kind.js'
import type { ResolvedOptions } from './options.js'
import { walk } from './walk.js'

/** What one input of the command line names: files, the files of a folder or pattern, an address, or standard input. */
export async function* sourcesOf(input: string, options: ResolvedOptions): AsyncGenerator<Source | Failure> {
  if (input === '-') yield standardInput(options)
  else if (/^https?:\/\//i.test(input)) yield* fromNetwork(input, options)
  else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) {
    yield failure(input, 'SYN_ADDRESS_REFUSED', 'Only http and https addresses are read.')
  } else yield* fromDisk(input, options)
}

function standardInput(options: ResolvedOptions): Source {
  const open = () => options.stdin ?? (process.stdin as AsyncIterable<Uint8Array>)
  return { uri: '-', origin: 'stdin', time: options.now().toISOString(), named: true, open }
}

async function* fromNetwork(address: string, options: ResolvedOptions): AsyncGenerator<Source | Failure> {
  try {
    const page = await (options.fetch ?? fetchPage)(address, options)
    yield {
      uri: page.url,
      origin: 'http',
      time: options.now().toISOString(),
      ...(page.mediaType && { mediaType: page.mediaType }),
      ...(page.charset && { charset: page.charset }),
      size: page.body.length,
      named: true,
      open: () => [page.body],
    }
  } catch (error) {
    yield asFailure(address, error)
  }
}

async function* fromDisk(path: string, options: ResolvedOptions): AsyncGenerator<Source | Failure> {
  try {
    const found = await stat(resolve(options.cwd, path))
    if (found.isDirectory()) yield* fromFolder(path, options)
    else yield fileSource(path, found.isFile() ? found.size : undefined, true, options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isGlob(path)) yield* fromPattern(path, options)
    else yield asFailure(path, error)
  }
}

async function* fromFolder(path: string, options: ResolvedOptions): AsyncGenerator<Source | Failure> {
  let any = false
  const passOver = (uri: string, reason: string) => options.onPassedOver({ uri, reason })
  for await (const found of walk(path, passOver, options.cwd)) {
    any = true
    if (isFailure(found)) yield found
    else if (kindByName(found.path) === 'other') passOver(found.path, 'Its name says that it is no document.')
    else yield fileSource(found.path, found.size, false, options)
  }
  if (!any) yield failure(path, 'SYN_EMPTY', 'The folder holds no files.')
}

async function* fromPattern(pattern: string, options: ResolvedOptions): AsyncGenerator<Source | Failure> {
  const expression = globExpression(pattern)
  const root = globRoot(pattern)
  const folders = new Set<string>()
  let any = false
  for await (const found of walk(root || '.', () => {}, options.cwd)) {
    if (isFailure(found)) continue
    const path = root ? found.path : found.path.slice(2)
    const folder = folderMatching(path, expression)
    if (folder && !folders.has(folder)) {
      // A pattern may name folders, as `samples/*` does.
      folders.add(folder)
      any = true
      yield* fromFolder(folder, options)
    } else if (!folder && expression.test(path)) {
      any = true
      yield fileSource(path, found.size, true, options)
    }
  }
  if (!any) yield failure(pattern, 'SYN_NOT_FOUND', 'Nothing matches this pattern.')
}

function folderMatching(path: string, expression: RegExp): string | undefined {
  const parts = path.split('/')
  for (let count = 1; count < parts.length; count++) {
    const folder = parts.slice(0, count).join('/')
    if (expression.test(folder) || expression.test(`${folder}/`)) return folder
  }
  return undefined
}

function fileSource(
  path: string,
  size: number | undefined,
  named: boolean,
  options: ResolvedOptions,
): Source {
  return {
    uri: path,
    origin: 'file',
    time: options.now().toISOString(),
    ...(size !== undefined && { size }),
    named,
    open: () => createReadStream(resolve(options.cwd, path)),
  }
}
