import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { defaultLimits } from '../capture/index.js'
import { SynopticError } from '../model/index.js'
import { addressLines, readList } from './read-list.js'
import { parseDuration } from './wait.js'

const duration = z
  .string()
  .refine(text => parseDuration(text) !== undefined, 'a time such as 90s, 15m, 2h or 1d')
const address = z.url({ protocol: /^https?$/, error: 'an address that begins with http:// or https://' })

const sourceSchema = z.union([
  address,
  z.strictObject({
    url: address,
    /** How often to look; default: what the command says. */
    every: duration.optional(),
    /** False keeps to what the feed itself says and never asks for the pages it names. */
    follow: z.boolean().optional(),
  }),
])

const configSchema = z.strictObject({ sources: z.array(sourceSchema).max(10_000) })

/** A source to be watched. */
export interface Source {
  readonly url: string
  /** Milliseconds between two looks. */
  readonly every?: number
  readonly follow: boolean
}

function sourceOf(value: z.infer<typeof sourceSchema>): Source {
  if (typeof value === 'string') return { url: new URL(value).href, follow: true }
  const every = value.every && parseDuration(value.every)
  return { url: new URL(value.url).href, follow: value.follow ?? true, ...(every && { every }) }
}

/** Sources of `watch.json` in a workspace; none when there is no such file. Throws `SYN_WATCH_FILE`, naming the place of the mistake. */
export function configuredSources(dir: string): Source[] {
  const path = join(dir, 'watch.json')
  if (!existsSync(path)) return []
  const fail = (reason: string) => new SynopticError('SYN_WATCH_FILE', `${path}: ${reason}`)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw fail((error as Error).message)
  }
  const parsed = configSchema.safeParse(value)
  if (parsed.success) return parsed.data.sources.map(sourceOf)
  throw fail(
    parsed.error.issues.map(issue => `${issue.path.join('.') || 'the file'}: ${issue.message}`).join('; '),
  )
}

/** Sources that the command names: addresses, and files with an address a line or an OPML list of feeds. */
export async function namedSources(inputs: readonly string[], cwd: string): Promise<Source[]> {
  const found: Source[] = []
  for (const input of inputs) {
    if (/^https?:\/\//i.test(input)) found.push({ url: new URL(input).href, follow: true })
    else found.push(...(await fileSources(input, resolve(cwd, input))))
  }
  return found
}

async function fileSources(name: string, path: string): Promise<Source[]> {
  const fail = (reason: string) => new SynopticError('SYN_WATCH_FILE', `${name} ${reason}`)
  let body: Buffer
  try {
    body = readFileSync(path)
  } catch (error) {
    throw fail(`is no address, and cannot be read as a file (${(error as NodeJS.ErrnoException).code}).`)
  }
  const lines = addressLines(body.toString('utf8'))
  if (lines) return lines.map(url => ({ url: new URL(url).href, follow: true }))
  const list = await readList(path, body, undefined, defaultLimits)
  if (list.kind === 'list' && list.lists.length > 0) return list.lists.map(url => ({ url, follow: true }))
  throw fail('is neither a list with an address a line nor an OPML list of feeds.')
}

/** Sources each once, the first mention counts. */
export const distinctSources = (sources: readonly Source[]): Source[] =>
  [...new Map(sources.map(source => [source.url, source]).reverse() as [string, Source][]).values()].reverse()
