import { reconcileCorpus } from '../../pipeline/corpus.js'
import { Judged } from '../../pipeline/judged.js'
import { regroupStories } from '../../pipeline/regroup.js'
import { loadStoryResources } from '../../resources/story.js'
import {
  deleteCaptures,
  deleteDocuments,
  findCaptures,
  readJudgements,
  type Workspace,
} from '../../store/index.js'
import { type ExitCode, type Invocation, UsageError, type WorkspaceCommand } from '../command.js'

async function run({ context, positionals }: Invocation, workspace: Workspace): Promise<ExitCode> {
  if (positionals.length === 0)
    throw new UsageError(
      'Name the addresses of the documents to forget, as "synoptic export article" shows them.',
    )
  let missing = 0
  const captures: string[] = []
  for (const uri of positionals) {
    const found = await findCaptures(workspace.db, uri)
    if (found.length === 0) {
      missing++
      await context.err.write(`There is no document with the address ${uri}.\n`)
    }
    captures.push(...found)
  }
  if (captures.length > 0) {
    // The archive first: if this process dies in between, the database still knows the document and forgetting can be repeated.
    await workspace.archive.remove(captures)
    await deleteDocuments(workspace.db, captures)
    await deleteCaptures(workspace.db, captures, workspace.archive)
    const judged = new Judged(readJudgements(workspace.dir))
    await regroupStories(workspace.db, await loadStoryResources(), judged)
    await reconcileCorpus(workspace.db, judged)
    await context.err.write(
      `${captures.length} ${captures.length === 1 ? 'document' : 'documents'} forgotten.\n`,
    )
  }
  return missing > 0 ? 1 : 0
}

export const forget: WorkspaceCommand = {
  workspace: 'opens',
  writes: true,
  options: [],
  details: 'Stories, events and relations are worked out again without the document. This cannot be undone.',
  examples: ['synoptic forget articles/page-3.html'],
  run,
}
