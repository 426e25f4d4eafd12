import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockWorkspace } from './lock.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'synoptic-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a second taker is told who owns the workspace, and may take it after the release', () => {
  const first = lockWorkspace(dir, 'first', 'first.sock')
  const second = lockWorkspace(dir, 'second', 'second.sock')
  expect(second).toMatchObject({
    held: false,
    owner: { pid: process.pid, command: 'first', socket: 'first.sock' },
  })
  if (first.held) first.release()
  expect(lockWorkspace(dir, 'second', 'second.sock').held).toBe(true)
})

test('the lock of a dead process is taken over', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  writeFileSync(
    join(dir, 'owner.json'),
    JSON.stringify({ pid: child.pid, started: '1', command: 'dead', socket: '' }),
  )
  expect(lockWorkspace(dir, 'me', '').held).toBe(true)
})

test('a process that got the number of a dead owner does not keep the lock alive', () => {
  writeFileSync(
    join(dir, 'owner.json'),
    JSON.stringify({ pid: process.pid, started: 'earlier', command: 'dead', socket: '' }),
  )
  expect(lockWorkspace(dir, 'me', '').held).toBe(true)
})

test('a lock file that was left half written is taken over', () => {
  writeFileSync(join(dir, 'owner.json'), '{"pid":')
  expect(lockWorkspace(dir, 'me', '').held).toBe(true)
})
