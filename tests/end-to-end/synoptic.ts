import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { synoptic } from '../../bench/kit/cli.js'

export { exportAll, type Outcome, start, synoptic } from '../../bench/kit/cli.js'

/** A folder for one test file, with an empty workspace that tests copy: creating a database cluster takes seconds. */
export async function scratch(): Promise<{ dir: string; workspace(name: string): string; remove(): void }> {
  const dir = mkdtempSync(join(tmpdir(), 'synoptic-test-'))
  const empty = join(dir, 'empty')
  const made = await synoptic(['code', '--recode', '--threads', '0', '--workspace', empty])
  if (made.code !== 0) throw new Error(`The empty workspace could not be made: ${made.err}`)
  return {
    dir,
    workspace: name => {
      const path = join(dir, name)
      cpSync(empty, path, { recursive: true })
      return path
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}
