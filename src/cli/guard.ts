import { SynopticError } from '../model/diagnostic.js'
import { type ExitCode, UsageError } from './command.js'
import type { Context } from './context.js'

/** Runs a command and prints the errors that a user can mend, with exit code 2; others are thrown. */
export async function guarded(
  name: string | undefined,
  context: Context,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UsageError) {
      await context.err.write(`${error.message}\nSee: synoptic ${name ? `${name} ` : ''}--help\n`)
      return 2
    }
    if (error instanceof SynopticError) {
      await context.err.write(`${error.message} (${error.code})\n`)
      return 2
    }
    throw error
  }
}
