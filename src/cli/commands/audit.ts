import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type AuditCase, auditCase, precision } from '../../audit/case.js'
import { drawSample } from '../../audit/sample.js'
import { type Article, type EventMention, SynopticError } from '../../model/index.js'
import { readRecord, readRecords, type Workspace } from '../../store/index.js'
import {
  type ExitCode,
  type Invocation,
  numberValue,
  stringValue,
  type WorkspaceCommand,
} from '../command.js'

function readJudged(path: string): AuditCase[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      try {
        const judged = JSON.parse(line) as AuditCase
        if (judged.right) return judged
      } catch {}
      throw new SynopticError(
        'SYN_AUDIT',
        `Line ${index + 1} of ${path} is no audit case: a JSON object with "right" is expected, as synoptic audit writes it.`,
      )
    })
}

async function report({ context, values }: Invocation, path: string): Promise<ExitCode> {
  const cases = readJudged(path)
  const rows = precision(cases)
  if (values['json']) {
    await context.out.write(`${JSON.stringify(rows)}\n`)
    return 0
  }
  const percent = (share: number) => (100 * share).toFixed(1).padStart(5)
  await context.out.write(`${'field'.padEnd(12)} judged  right  precision  95 % interval\n`)
  for (const { field, judged, right, share, low, high } of rows) {
    const figures = judged > 0 ? `${percent(share)}      ${percent(low)} to ${percent(high)}` : '    -'
    await context.out.write(
      `${field.padEnd(12)} ${String(judged).padStart(6)} ${String(right).padStart(6)}  ${figures}\n`,
    )
  }
  return 0
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { context, values } = invocation
  const judged = stringValue(values, 'judged')
  if (judged !== undefined) return await report(invocation, resolve(context.cwd, judged))
  const mentions: EventMention[] = []
  for await (const line of readRecords(workspace.db, 'mention'))
    mentions.push(JSON.parse(line) as EventMention)
  for (const mention of drawSample(
    mentions,
    numberValue(values, 'sample', 1, 50),
    stringValue(values, 'seed') ?? '1',
  )) {
    const article = await readRecord<Article>(workspace.db, 'article', mention.article)
    if (article) await context.out.write(`${JSON.stringify(auditCase(mention, article))}\n`)
  }
  return 0
}

export const audit: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [
    { name: 'sample', value: 'N', text: 'size of the sample (default 50)' },
    { name: 'seed', value: 'WORD', text: 'another sample (default 1)' },
    { name: 'judged', value: 'FILE', text: 'read judged cases and report precision with its interval' },
    { name: 'json', text: 'print the report as JSON' },
  ],
  details: `The sample goes to standard output, one case a line. Set each value under "right" to true or false (null: not judged), then
run synoptic audit --judged FILE.`,
  examples: ['synoptic audit --sample 100 > sample.jsonl', 'synoptic audit --judged sample.jsonl'],
  run,
}
