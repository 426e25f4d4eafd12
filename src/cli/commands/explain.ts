import { explain as explainRecord, explanationText } from '../../explain/explain.js'
import { SynopticError } from '../../model/index.js'
import { readJudgements, type Workspace } from '../../store/index.js'
import { type ExitCode, type Invocation, UsageError, type WorkspaceCommand } from '../command.js'

async function run({ context, positionals, values }: Invocation, workspace: Workspace): Promise<ExitCode> {
  if (positionals.length === 0) throw new UsageError('Name a record by its id, or a document by its address.')
  for (const id of positionals) {
    const explanation = await explainRecord(workspace.db, id, readJudgements(workspace.dir))
    if (!explanation) throw new SynopticError('SYN_NO_RECORD', `Nothing in this workspace is called ${id}.`)
    await context.out.write(
      `${values['json'] ? JSON.stringify(explanation) : explanationText(explanation)}\n`,
    )
  }
  return 0
}

export const explain: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [{ name: 'json', text: 'print the explanation as JSON' }],
  details: `ID is the id of an event, mention, claim, story, relation or article, or the address of a document: then what was cut from the
page, what was not coded, and why.`,
  examples: ['synoptic explain e_0123456789abcdef', 'synoptic explain articles/page-3.html'],
  run,
}
