// `npm start`: codes the sample corpus into ./synoptic-samples, prints its stories with their accounts side by side, and writes an HTML brief.
import { spawnSync } from 'node:child_process'
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
