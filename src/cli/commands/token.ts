import { createToken, readTokens, revokeToken } from '../../server/security/tokens.js'
import type { Workspace } from '../../store/index.js'
import { type ExitCode, type Invocation, stringValue, UsageError, type WorkspaceCommand } from '../command.js'

async function run({ context, values }: Invocation, workspace: Workspace): Promise<ExitCode> {
  const revoked = stringValue(values, 'revoke')
  if (revoked !== undefined) {
    if (!revokeToken(workspace.dir, revoked))
      throw new UsageError(`There is no token ${revoked}. List them with --list.`)
    await context.err.write(`Token ${revoked} is taken back.\n`)
    return 0
  }
  if (values['list']) {
    for (const { id, created, note } of readTokens(workspace.dir))
      await context.out.write(`${id}  ${created}  ${note}\n`)
    return 0
  }
  const { token, id } = createToken(workspace.dir, stringValue(values, 'note') ?? '')
  await context.out.write(`${token}\n`)
  await context.err.write(
    `Token ${id}. It is shown this once; the workspace keeps only its hash. Take it back with: synoptic token --revoke ${id}\n`,
  )
  return 0
}

export const token: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [
    { name: 'note', value: 'TEXT', text: 'what it is for' },
    { name: 'list', text: 'list the tokens: id, when made, note' },
    { name: 'revoke', value: 'ID', text: 'take a token back' },
  ],
  details:
    'Needed where the interface is served on another address than 127.0.0.1. Programs send it as "Authorization: Bearer TOKEN".',
  examples: [
    'synoptic token --note "reading room"',
    'synoptic serve --host 0.0.0.0 --allow-host desk.example',
  ],
  run,
}
