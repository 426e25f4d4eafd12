import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SynopticError } from '../model/index.js'
import { openWorkspace } from '../store/index.js'
import {
  type Command,
  type ExitCode,
  type Invocation,
  stringValue,
  UsageError,
  type WorkspaceCommand,
} from './command.js'
import { commands } from './commands.js'
import type { Context } from './context.js'
import { commandHelp, commonOptions, generalHelp } from './help.js'
import { forwardToOwner, serveCommands } from './owner-socket.js'
import { version } from './version.js'

function parse(command: Command, args: readonly string[], context: Context): Invocation {
  const options = Object.fromEntries(
    [...command.options, ...commonOptions].map(({ name, value, many }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), multiple: many ?? false },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { context, positionals, values: values as Invocation['values'] }
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\. To specify a positional argument.*$/s, '.'))
  }
}

const workspaceDir = ({ values, context }: Invocation) =>
  resolve(context.cwd, stringValue(values, 'workspace') ?? process.env['SYNOPTIC_WORKSPACE'] ?? 'synoptic')

async function runOwned(
  command: WorkspaceCommand,
  invocation: Invocation,
  args: readonly string[],
): Promise<ExitCode> {
  const dir = workspaceDir(invocation)
  if (command.workspace === 'opens' && !existsSync(join(dir, 'archive'))) {
    throw new SynopticError(
      'SYN_NO_WORKSPACE',
      `There is no workspace in ${dir}. Make one with: synoptic code INPUT... --workspace ${dir}`,
    )
  }
  const line = `synoptic ${command.name}`
  const opened = await openWorkspace(dir, line, note => void invocation.context.err.write(`${note}\n`))
  if (!opened.owned)
    return await forwardToOwner(opened.owner, [command.name, ...args], invocation.context, dir)
  const { workspace } = opened
  const inTurn = oneAtATime()
  const run = (what: WorkspaceCommand, how: Invocation) =>
    what.writes ? inTurn(() => what.run(how, workspace)) : what.run(how, workspace)
  const server = await serveCommands(workspace.socket, async (served, context) => {
    const [name, ...rest] = served
    const other = commands.find(c => c.name === name)
    if (!other || other.workspace === 'none') return 2
    return await guarded(other, context, async () => {
      const invocation = parse(other, rest, context)
      other.check?.(invocation)
      return await run(other, invocation)
    })
  })
  try {
    return await run(command, invocation)
  } finally {
    await server.close()
    await workspace.close()
  }
}

/** Runs what it is given one after the other. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const next = last.then(work, work)
    last = next
    return next
  }
}

async function guarded(
  command: Command | undefined,
  context: Context,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UsageError) {
      const pointer = command ? `synoptic ${command.name} --help` : 'synoptic --help'
      await context.err.write(`${error.message}\nSee: ${pointer}\n`)
      return 2
    }
    if (error instanceof SynopticError) {
      await context.err.write(`${error.message} (${error.code})\n`)
      return 2
    }
    throw error
  }
}

/** Runs one command line and returns its exit code. Errors that a user can mend are printed; others are thrown. */
export async function dispatch(args: readonly string[], context: Context): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const asked = commands.find(command => command.name === rest[0])
    await context.out.write(asked ? commandHelp(asked) : generalHelp(commands, version))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    await context.out.write(`${version}\n`)
    return 0
  }
  const command = commands.find(c => c.name === name)
  return await guarded(command, context, async () => {
    if (!command) throw new UsageError(`There is no command "${name}".`)
    const invocation = parse(command, rest, context)
    if (invocation.values['help']) {
      await context.out.write(commandHelp(command))
      return 0
    }
    command.check?.(invocation)
    return command.workspace === 'none'
      ? await command.run(invocation)
      : await runOwned(command, invocation, rest)
  })
}
