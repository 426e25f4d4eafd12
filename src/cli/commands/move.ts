import { SynopticError } from '../../model/index.js'
import { copyRecords, openRecords, plainAddress, readBacklog, type Workspace } from '../../store/index.js'
import { type ExitCode, type Invocation, UsageError, type WorkspaceCommand } from '../command.js'
import { progressLine } from '../progress.js'

function check({ positionals }: Invocation): void {
  if (positionals.length !== 1 || !/^postgres(ql)?:\/\//.test(positionals[0]!))
    throw new UsageError('Name the database to move to, like postgres://user:password@host/database.')
}

async function run({ context, positionals }: Invocation, workspace: Workspace): Promise<ExitCode> {
  const [url] = positionals as [string]
  if (workspace.databaseUrl)
    throw new SynopticError(
      'SYN_DATABASE',
      'DATABASE_URL is set, so the records are in PostgreSQL already. Unset it to move those of the embedded database.',
    )
  const progress = progressLine(context.err)
  const { captures, articles } = await readBacklog(workspace.db)
  if (captures + articles > 0)
    throw new SynopticError(
      'SYN_DATABASE',
      `${captures + articles} documents are not coded yet. Finish with "synoptic code" first, then move.`,
    )
  const target = await openRecords(workspace.dir, url, note => progress.note(note))
  try {
    let moved = 0
    let under = ''
    await copyRecords(workspace.db, target, (table, rows) => {
      if (table !== under) moved++
      under = table
      progress.update(`moving ${table}`, rows, null)
    })
    progress.end()
    await context.err.write(
      `${moved} tables are in ${plainAddress(url)} now. Set DATABASE_URL to use them; the embedded database in ${workspace.dir}/db is left as it is.\n`,
    )
    return 0
  } finally {
    progress.end()
    await target.destroy()
  }
}

export const move: WorkspaceCommand = {
  workspace: 'opens',
  writes: true,
  options: [],
  details: `Copies the records of the embedded database to PostgreSQL without coding anything again. The archive and the judgements stay in the folder
of the workspace, which every worker must reach. A move that was cut off can be repeated.`,
  check,
  examples: ['synoptic move postgres://synoptic:secret@db.example/synoptic --workspace /shared/news'],
  run,
}
