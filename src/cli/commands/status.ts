import type { Failure } from '../../model/index.js'
import {
  documentVersions,
  readFailures,
  storedRecords,
  uncodedCaptures,
  type Workspace,
} from '../../store/index.js'
import type { ExitCode, Invocation, WorkspaceCommand } from '../command.js'

async function run({ context, values }: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { db } = workspace
  const counts: Record<string, number> = {}
  for (const kind of storedRecords) {
    const row = await db
      .selectFrom(kind)
      .select(eb => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    counts[kind] = Number(row.n)
  }
  const languages = await db
    .selectFrom('article')
    .select(['language', eb => eb.fn.countAll().as('n')])
    .groupBy('language')
    .orderBy('language')
    .execute()
  const failures = (await readFailures(db)).map(line => JSON.parse(line) as Failure)
  const report = {
    workspace: workspace.dir,
    counts,
    languages: Object.fromEntries(languages.map(({ language, n }) => [language, Number(n)])),
    waiting: (await uncodedCaptures(db)).length,
    versions: Object.fromEntries(await documentVersions(db)),
    failures: failures.length,
  }
  if (values['json']) {
    await context.out.write(`${JSON.stringify(report)}\n`)
    return 0
  }
  const lines = [
    `workspace ${report.workspace}`,
    ...Object.entries(counts).map(([kind, n]) => `${kind.padEnd(10)} ${String(n).padStart(8)}`),
    `languages  ${
      Object.entries(report.languages)
        .map(([language, n]) => `${language} ${n}`)
        .join(', ') || 'none'
    }`,
    report.waiting > 0
      ? `${report.waiting} archived documents are not coded yet: run synoptic code again`
      : 'every archived document is coded or listed as failed',
    ...failures.slice(0, 10).map(({ uri, code, message }) => `failed: ${uri}: ${message} (${code})`),
    ...(failures.length > 10 ? [`... and ${failures.length - 10} more: synoptic export failure`] : []),
  ]
  await context.out.write(`${lines.join('\n')}\n`)
  return 0
}

export const status: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [{ name: 'json', text: 'print one JSON line' }],
  examples: ['synoptic status', 'synoptic status --json | jq .counts'],
  run,
}
