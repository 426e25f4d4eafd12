import type { Workspace } from '../store/index.js'
import type { Context } from './context.js'

/** An option of a command; `value` names its argument in the help, without it the option is a switch. */
export interface Option {
  readonly name: string
  /** One letter, for options used often. */
  readonly short?: string
  readonly value?: string
  readonly text: string
  readonly many?: boolean
}

/** Values as typed on the command line, by option name. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Invocation {
  readonly context: Context
  readonly positionals: readonly string[]
  readonly values: Values
}

/** 0 done, 1 some documents failed and are listed, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

interface CommandBase {
  /** What the help says below the options: facts a user needs, in whole sentences. */
  readonly details?: string
  readonly examples: readonly string[]
  readonly options: readonly Option[]
  /** Throws a `UsageError` for arguments that make no sense, before a workspace is opened or made. */
  check?(invocation: Invocation): void
}

/** Runs work that changes the workspace after all such work that was asked for before. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** What a command is told of other work on the workspace that this process owns. */
export interface Owned {
  readonly inTurn: InTurn
  /** True while something writes. */
  readonly busy: boolean
  /** Calls back after something was written, before the next writer begins. */
  onWritten(listener: () => Promise<void>): void
}

/** A command that works on a workspace; `creates` when it makes one that does not exist. */
export interface WorkspaceCommand extends CommandBase {
  readonly workspace: 'opens' | 'creates'
  /** Commands that change the workspace run one at a time. */
  readonly writes: boolean
  /** Set for commands that only the process that owns the workspace can run, not one that is answered by it. */
  readonly ownsOnly?: boolean
  run(invocation: Invocation, workspace: Workspace, owned: Owned): Promise<ExitCode>
}

export interface PlainCommand extends CommandBase {
  readonly workspace: 'none'
  run(invocation: Invocation): Promise<ExitCode>
}

export type Command = WorkspaceCommand | PlainCommand

/** A command's line in the help, and where its code is. */
export interface CommandEntry {
  readonly name: string
  readonly arguments: string
  readonly summary: string
  load(): Promise<Command>
}

/** Wrong use of a command: printed with a pointer to its help, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function stringValue(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** A whole number of at least `least`, or the default. */
export function numberValue(values: Values, name: string, least: number, otherwise: number): number {
  const text = stringValue(values, name)
  if (text === undefined) return otherwise
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new UsageError(`--${name} takes a whole number of at least ${least}, not "${text}".`)
}

/** One of a few words, or the default. */
export function choiceValue<const T extends string>(
  values: Values,
  name: string,
  choices: readonly T[],
  otherwise: NoInfer<T>,
): T {
  const text = stringValue(values, name)
  if (text === undefined) return otherwise
  if ((choices as readonly string[]).includes(text)) return text as T
  throw new UsageError(`--${name} is one of ${choices.join(', ')}, not "${text}".`)
}
