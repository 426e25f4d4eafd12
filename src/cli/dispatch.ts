import { type ExitCode, UsageError } from './command.js'
import { commands } from './commands.js'
import type { Context } from './context.js'
import { guarded } from './guard.js'
import { commandHelp, generalHelp } from './help.js'
import { parse } from './parse.js'
import { version } from './version.js'

async function help(topic: string | undefined, context: Context): Promise<void> {
  const entry = commands.find(command => command.name === topic)
  await context.out.write(entry ? commandHelp(entry, await entry.load()) : generalHelp(commands, version))
}

/** Runs one command line and returns its exit code. Errors that a user can mend are printed; others are thrown. */
export async function dispatch(args: readonly string[], context: Context): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    await help(rest[0], context)
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    await context.out.write(`${version}\n`)
    return 0
  }
  const entry = commands.find(command => command.name === name)
  return await guarded(entry?.name, context, async () => {
    if (!entry) throw new UsageError(`There is no command "${name}".`)
    const command = await entry.load()
    const invocation = parse(command, rest, context)
    if (invocation.values['help']) {
      await help(name, context)
      return 0
    }
    command.check?.(invocation)
    if (command.workspace === 'none') return await command.run(invocation)
    const { runOnWorkspace } = await import('./own-workspace.js')
    return await runOnWorkspace(command, invocation, args)
  })
}
