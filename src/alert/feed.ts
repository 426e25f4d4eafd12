import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type AtomEntry, atomEntry, atomFoot, atomHead } from '../export/atom.js'
import type { AtomTarget } from './config.js'
import type { Notice } from './notice.js'

/** Entries a feed holds, newest first. */
const kept = 100

const entryOf = ({ id, alert, kind, title, text, time }: Notice): AtomEntry => ({
  id: `urn:synoptic:${id}`,
  title,
  updated: time,
  summary: text,
  categories: [alert, kind],
})

/** Entries of the feed as it stands, one a line; none when there is no feed or it is not one of ours. */
function entriesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter(line => line.startsWith('<entry>'))
  } catch {
    return []
  }
}

/** Puts a notice on top of an Atom feed (RFC 4287). The same notice stands in it once. */
export function addToFeed(notice: Notice, target: AtomTarget, dir: string): void {
  const path = resolve(dir, target.atom)
  mkdirSync(dirname(path), { recursive: true })
  const id = `<id>urn:synoptic:${notice.id}</id>`
  const others = entriesOf(path).filter(line => !line.includes(id))
  const entries = [atomEntry(entryOf(notice)).trimEnd(), ...others].slice(0, kept)
  const head = atomHead(`urn:synoptic:alerts:${target.atom}`, 'Alerts', notice.time)
  writeFileSync(`${path}.part`, `${head}${entries.join('\n')}\n${atomFoot}`)
  renameSync(`${path}.part`, path)
}
