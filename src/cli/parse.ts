import { parseArgs } from 'node:util'
import { type Command, type Invocation, UsageError } from './command.js'
import type { Context } from './context.js'
import { commonOptions } from './help.js'

/** The arguments of a command, read by its option table. Unknown options and missing values are wrong use. */
export function parse(command: Command, args: readonly string[], context: Context): Invocation {
  const options = Object.fromEntries(
    [...command.options, ...commonOptions].map(({ name, short, value, many }) => [
      name,
      {
        type: value ? ('string' as const) : ('boolean' as const),
        multiple: many ?? false,
        ...(short && { short }),
      },
    ]),
  )
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return { context, positionals: parsed.positionals, values: parsed.values as Invocation['values'] }
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\. To specify a positional argument.*$/s, '.'))
  }
}
