// `npm start`: codes the sample corpus into ./synoptic-samples, prints its stories with their accounts side by side, writes an HTML brief, and
// on a terminal serves the interface and opens it. Without a terminal (scripts, CI) or with `--no-serve` it ends after the brief.
import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const workspace = 'synoptic-samples'

function synoptic(...args) {
  console.error(`\n$ synoptic ${args.join(' ')}`)
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'src', 'cli', 'main.js'), ...args], {
    stdio: 'inherit',
    cwd: root,
  })
  if (status !== 0 && status !== 1) process.exit(status ?? 1)
}

synoptic('code', 'samples', '--workspace', workspace)
synoptic('brief', '--all', '--format', 'text', '--workspace', workspace)
synoptic('brief', '--all', '--out', `${workspace}/brief.html`, '--workspace', workspace)
console.error(
  `\nThe brief, every sentence linked to the words it rests on: ${join(root, workspace, 'brief.html')}`,
)

if (process.stdout.isTTY && !process.argv.includes('--no-serve')) {
  console.error('\n$ synoptic serve --open')
  const server = spawn(
    process.execPath,
    [join(root, 'dist', 'src', 'cli', 'main.js'), 'serve', '--open', '--workspace', workspace],
    { stdio: 'inherit', cwd: root },
  )
  // Ctrl-C reaches the server as well; this process waits for it to close the workspace.
  process.on('SIGINT', () => {})
  server.on('exit', code => process.exit(code ?? 0))
} else {
  console.error(
    'To look at it in the browser: npm run -s synoptic -- serve --open --workspace synoptic-samples',
  )
}
