import type { Command, CommandEntry, Option } from './command.js'

/** Options that every command has. */
export const commonOptions: readonly Option[] = [
  { name: 'workspace', value: 'DIR', text: 'folder with archive and database (default ./synoptic)' },
  { name: 'help', text: 'show this help' },
]

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

const optionLabel = ({ name, short, value }: Option) =>
  `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`

export function commandHelp(entry: CommandEntry, command: Command): string {
  const options = [
    ...command.options,
    ...commonOptions.filter(o => o.name !== 'workspace' || command.workspace !== 'none'),
  ]
  const parts = [
    `synoptic ${entry.name} ${entry.arguments}`.trimEnd(),
    entry.summary,
    `Options:\n${columns(options.map(option => [optionLabel(option), option.text] as const))}`,
    ...(command.details ? [command.details] : []),
    `Examples:\n${command.examples.map(example => `  ${example}`).join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

export function generalHelp(commands: readonly CommandEntry[], version: string): string {
  return `synoptic ${version}: reads what many outlets write about the same event and works out, with evidence, what happened and who says so.

Usage: synoptic COMMAND ARGS

Commands:
${columns(commands.map(command => [`${command.name} ${command.arguments}`.trimEnd(), command.summary] as const))}

Records go to standard output, everything else to standard error.
Exit codes: 0 done, 1 some documents failed and are listed, 2 wrong use.

Examples:
  synoptic code articles/                      code a folder of pages into ./synoptic
  synoptic export event --format csv > events.csv
  synoptic brief --all                         what happened, every sentence with its source

Help on a command: synoptic COMMAND --help
`
}
