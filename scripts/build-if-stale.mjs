// Builds dist/ when a source file is newer than the last build, so that commands run from a checkout never run old code.
// With the argument `web`, the interface too.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

function newest(folder) {
  let time = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) time = Math.max(time, newest(path))
    else if (/\.(ts|tsx|css|html|svg)$/.test(entry.name)) time = Math.max(time, statSync(path).mtimeMs)
  }
  return time
}

const stamp = join(root, 'dist', 'src', 'cli', 'main.js')
const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
if (Math.max(newest(join(root, 'src')), newest(join(root, 'bench'))) > built) {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  )
}

if (process.argv[2] === 'web') {
  const page = join(root, 'dist', 'web', 'index.html')
  const made = existsSync(page) ? statSync(page).mtimeMs : 0
  if (Math.max(newest(join(root, 'web')), newest(join(root, 'src', 'client'))) > made) {
    execFileSync(
      process.execPath,
      [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', 'web', '--logLevel', 'warn'],
      { cwd: root, stdio: ['ignore', 2, 2] },
    )
  }
}
