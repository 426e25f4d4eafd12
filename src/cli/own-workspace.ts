import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SynopticError } from '../model/diagnostic.js'
import { isDiskFull } from '../store/database.js'
import { openWorkspace, type Workspace } from '../store/workspace.js'
import {
  type ExitCode,
  type InTurn,
  type Invocation,
  type Owned,
  stringValue,
  type WorkspaceCommand,
} from './command.js'
import { commands } from './commands.js'
import type { Context } from './context.js'
import { guarded } from './guard.js'
import { forwardToOwner, serveCommands } from './owner-socket.js'
import { parse } from './parse.js'

const workspaceDir = ({ values, context }: Invocation) =>
  resolve(context.cwd, stringValue(values, 'workspace') ?? process.env['SYNOPTIC_WORKSPACE'] ?? 'synoptic')

/** Milliseconds to wait for an owner that is opening or closing the workspace. */
const patience = 60_000

/** Runs what it is given one after the other, and tells listeners when a piece is done. */
class Writers implements Owned {
  private last: Promise<unknown> = Promise.resolve()
  private under = 0
  private readonly listeners: (() => Promise<void>)[] = []

  get busy(): boolean {
    return this.under > 0
  }

  onWritten(listener: () => Promise<void>): void {
    this.listeners.push(listener)
  }

  readonly inTurn: InTurn = work => {
    this.under++
    const done = async () => {
      try {
        return await work()
      } finally {
        for (const listener of this.listeners) await listener().catch(() => {})
        this.under--
      }
    }
    const next = this.last.then(done, done)
    this.last = next.catch(() => {})
    return next
  }
}

type Run = (command: WorkspaceCommand, invocation: Invocation) => Promise<ExitCode>

/** A command that another process asked for, on the workspace this process owns. */
async function runServed(args: readonly string[], context: Context, run: Run): Promise<ExitCode> {
  const [name, ...rest] = args
  const command = await commands.find(entry => entry.name === name)?.load()
  if (!command || command.workspace === 'none') return 2
  return await guarded(name, context, async () => {
    const invocation = parse(command, rest, context)
    command.check?.(invocation)
    return await run(command, invocation)
  })
}

async function runAsOwner(
  workspace: Workspace,
  command: WorkspaceCommand,
  invocation: Invocation,
): Promise<ExitCode> {
  const writers = new Writers()
  const run: Run = (what, how) =>
    what.writes ? writers.inTurn(() => what.run(how, workspace, writers)) : what.run(how, workspace, writers)
  const server = await serveCommands(workspace.socket, (args, context) => runServed(args, context, run))
  try {
    return await run(command, invocation)
  } catch (error) {
    if (!(error instanceof Error) || !isDiskFull(error.message)) throw error
    throw new SynopticError(
      'SYN_DISK_FULL',
      `The disk that holds ${workspace.dir} is full. Nothing that was archived is lost: make room and run the command again.`,
      { cause: error },
    )
  } finally {
    await server.close()
    await workspace.close()
  }
}

/** Runs a command on its workspace: here when this process can own it, else through the process that does. `args` begin with the command's name. */
export async function runOnWorkspace(
  command: WorkspaceCommand,
  invocation: Invocation,
  args: readonly string[],
): Promise<ExitCode> {
  const { context } = invocation
  const dir = workspaceDir(invocation)
  if (command.workspace === 'opens' && !existsSync(join(dir, 'archive'))) {
    throw new SynopticError(
      'SYN_NO_WORKSPACE',
      `There is no workspace in ${dir}. Make one with: synoptic code INPUT... --workspace ${dir}`,
    )
  }
  let told = false
  for (const start = Date.now(); ; ) {
    const opened = await openWorkspace(
      dir,
      `synoptic ${args[0]}`,
      note => void context.err.write(`${note}\n`),
      process.env['DATABASE_URL'] || undefined,
    )
    if (opened.owned) return await runAsOwner(opened.workspace, command, invocation)
    const { owner } = opened
    if (command.ownsOnly) {
      const message = `The workspace ${dir} is in use by process ${owner.pid} (${owner.command}). End that first, or serve another workspace.`
      throw new SynopticError('SYN_OWNED', message)
    }
    const exit = await forwardToOwner(owner, args, context)
    if (exit !== null) return exit
    if (Date.now() - start > patience) {
      const message = `The workspace ${dir} is in use by process ${owner.pid} (${owner.command}), which does not answer. Wait until it has ended.`
      throw new SynopticError('SYN_OWNED', message)
    }
    if (!told)
      await context.err.write(
        `Waiting for process ${owner.pid} (${owner.command}), which is opening or closing the workspace.\n`,
      )
    told = true
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
