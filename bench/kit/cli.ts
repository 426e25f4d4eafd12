import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../src/resources/root.js'
import { openWorkspace, readActors, readFailures, readRecords, storedRecords } from '../../src/store/index.js'

const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js')

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the built command line, as a user's shell would. */
export function start(args: readonly string[], cwd = packageRoot, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs the built command line to its end. */
export async function synoptic(
  args: readonly string[],
  options: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const child = start(args, options.cwd, options.env)
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    out += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    err += chunk
  })
  child.stdin?.end(options.input ?? '')
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  return { code, out, err }
}

/** Every record of a workspace, or of the PostgreSQL database it uses, as the export writes it, by kind. */
export async function exportAll(dir: string, databaseUrl?: string): Promise<Record<string, string>> {
  const opened = await openWorkspace(dir, 'test', undefined, databaseUrl)
  if (!opened.owned) throw new Error(`${dir} is in use by process ${opened.owner.pid}.`)
  const { workspace } = opened
  try {
    const all: Record<string, string> = {}
    for (const kind of storedRecords) {
      all[kind] = ''
      for await (const line of readRecords(workspace.db, kind)) all[kind] += `${line}\n`
    }
    all['actor'] = JSON.stringify(await readActors(workspace.db))
    all['failure'] = (await readFailures(workspace.db)).join('\n')
    return all
  } finally {
    await workspace.close()
  }
}
