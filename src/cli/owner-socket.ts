import { existsSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { SynopticError } from '../model/index.js'
import type { Owner } from '../store/index.js'
import type { ExitCode } from './command.js'
import type { Context, Sink } from './context.js'

/** One line of JSON each way: the request, then pieces of output, then the exit code. */
interface Request {
  readonly args: readonly string[]
  readonly cwd: string
  readonly columns: number
}
type Reply =
  | { readonly to: 'out' | 'err'; readonly text: string }
  | { readonly to: 'out' | 'err'; readonly base64: string }
  | { readonly exit: ExitCode }

const send = (socket: Socket, message: Request | Reply) =>
  new Promise<void>(resolve => {
    socket.write(`${JSON.stringify(message)}\n`, () => resolve())
  })

function servedContext(socket: Socket, request: Request): Context {
  const sink = (to: 'out' | 'err'): Sink => ({
    write: text =>
      send(
        socket,
        typeof text === 'string' ? { to, text } : { to, base64: Buffer.from(text).toString('base64') },
      ),
    isTerminal: false,
    columns: request.columns,
  })
  return {
    cwd: request.cwd,
    out: sink('out'),
    err: sink('err'),
    stdin: () => {
      throw new SynopticError(
        'SYN_STDIN_SERVED',
        'Another process owns this workspace, and "-" cannot be read through it. Save the input to a file, or wait until that process has ended.',
      )
    },
  }
}

/**
 * Answers commands of other processes while this one owns the workspace. Closing waits for the commands under way.
 */
export async function serveCommands(
  path: string,
  run: (args: readonly string[], context: Context) => Promise<ExitCode>,
): Promise<{ close(): Promise<void> }> {
  if (existsSync(path)) rmSync(path)
  const running = new Set<Promise<void>>()
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy())
    const lines = createInterface({ input: socket })
    lines.once('line', line => {
      const request = JSON.parse(line) as Request
      const work = run(request.args, servedContext(socket, request))
        .catch(async (error: unknown): Promise<ExitCode> => {
          await send(socket, {
            to: 'err',
            text: `${error instanceof Error ? error.message : String(error)}\n`,
          })
          return 2
        })
        .then(async exit => {
          await send(socket, { exit })
          socket.end()
        })
        .finally(() => running.delete(work))
      running.add(work)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // The owner's user alone may connect.
    const mask = process.umask(0o077)
    server.listen(path, resolve)
    process.umask(mask)
  })
  return {
    close: async () => {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      await Promise.all([...running])
      await closed
    },
  }
}

/**
 * Has the owner of the workspace run a command, and passes its output on. Null when the owner does not answer: it is still opening the
 * workspace, or has just ended. Rejects with `SYN_OWNED` when it ends in the middle of the command.
 */
export async function forwardToOwner(
  owner: Owner,
  args: readonly string[],
  context: Context,
): Promise<ExitCode | null> {
  return await new Promise<ExitCode | null>((resolve, reject) => {
    const socket = createConnection(owner.socket)
    let connected = false
    let exit: ExitCode | undefined
    let written = Promise.resolve()
    const receive = (line: string) => {
      const reply = JSON.parse(line) as Reply
      if ('exit' in reply) exit = reply.exit
      else {
        const piece = 'text' in reply ? reply.text : Buffer.from(reply.base64, 'base64')
        written = written.then(() => context[reply.to].write(piece))
      }
    }
    socket.on('connect', () => {
      connected = true
      void send(socket, { args, cwd: context.cwd, columns: context.err.columns })
      createInterface({ input: socket })
        .on('line', receive)
        .on('error', () => {})
    })
    // What an error means is decided when the socket closes, which it always does.
    socket.on('error', () => {})
    socket.on('close', () => {
      void written.then(() => {
        if (exit !== undefined) resolve(exit)
        else if (!connected) resolve(null)
        else {
          const message = `Process ${owner.pid} (${owner.command}), which owns the workspace, ended in the middle of this command. Run it again.`
          reject(new SynopticError('SYN_OWNED', message))
        }
      })
    })
  })
}
