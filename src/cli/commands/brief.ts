import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Brief, composeBrief } from '../../brief/compose.js'
import { briefHtml } from '../../brief/html.js'
import { briefMarkdown } from '../../brief/markdown.js'
import { readBriefInput } from '../../brief/read.js'
import { briefText } from '../../brief/text.js'
import { SynopticError } from '../../model/index.js'
import type { Workspace } from '../../store/index.js'
import {
  choiceValue,
  type ExitCode,
  type Invocation,
  stringValue,
  UsageError,
  type WorkspaceCommand,
} from '../command.js'

async function storyIds({ positionals, values }: Invocation, workspace: Workspace): Promise<string[]> {
  if (!values['all']) {
    if (positionals.length === 0)
      throw new UsageError('Name a story (synoptic export story lists them), or --all.')
    return [...positionals]
  }
  const rows = await workspace.db
    .selectFrom('story')
    .select('id')
    .orderBy('latest', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { context, values } = invocation
  const briefs: Brief[] = []
  for (const id of await storyIds(invocation, workspace)) {
    const input = await readBriefInput(workspace.db, id)
    if (!input)
      throw new SynopticError(
        'SYN_NO_RECORD',
        `There is no story ${id} in this workspace. List them with: synoptic export story`,
      )
    briefs.push(composeBrief(input))
  }
  const out = stringValue(values, 'out')
  const format = choiceValue(
    values,
    'format',
    ['markdown', 'html', 'text'],
    out?.endsWith('.html') ? 'html' : 'markdown',
  )
  const written = {
    html: () => briefHtml(briefs),
    markdown: () => briefs.map(briefMarkdown).join('\n'),
    text: () => `${briefs.map(brief => briefText(brief, context.out.columns)).join('\n')}\n`,
  }[format]()
  if (out === undefined) await context.out.write(written)
  else writeFileSync(resolve(context.cwd, out), written)
  return 0
}

export const brief: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [
    { name: 'all', text: 'all stories, newest first' },
    {
      name: 'format',
      value: 'F',
      text: 'markdown (default), html, or text (accounts side by side for a terminal)',
    },
    { name: 'out', value: 'FILE', text: 'write to a file; .html chooses the format' },
  ],
  examples: ['synoptic brief --all --format text', 'synoptic brief s_0123456789abcdef --out brief.html'],
  run,
}
