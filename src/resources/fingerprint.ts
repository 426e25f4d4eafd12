import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashId, sha256 } from '../text/hash.js'
import { packageRoot } from './root.js'

function* files(folder: string): Generator<string> {
  const entries = readdirSync(join(packageRoot, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* files(path)
    else if (!entry.name.endsWith('.md')) yield path
  }
}

/** Version of all tables in `data/` together with that of the models and of what a study adds. */
export function fingerprint(models: string, added: readonly string[] = []): string {
  const readings = ['models/event-readings.json', 'models/event-readings.bin'].filter(path =>
    existsSync(join(packageRoot, path)),
  )
  const tables = [...files('data'), ...readings].map(
    path => `${path}:${sha256(readFileSync(join(packageRoot, path)))}`,
  )
  return hashId('r', models, ...tables, ...added.map(text => `dictionary:${sha256(Buffer.from(text))}`))
}
