import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCapture } from '../capture/index.js'
import type { Capture } from '../model/capture.js'
import { type Archive, openArchive } from './archive.js'
import type { ArchiveHandle } from './archive-file.js'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'archive-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const time = '2024-03-01T08:00:00.123Z'
const local = (name: string, text: string): Capture =>
  makeCapture({ uri: name, origin: 'file', time }, 'text/plain', new TextEncoder().encode(text))
const page = (uri: string, text: string): Capture =>
  makeCapture(
    { uri, origin: 'http', time, charset: 'iso-8859-1' },
    'text/html',
    new Uint8Array(Buffer.from(text, 'latin1')),
  )

async function all(archive: Archive, from = 1): Promise<Capture[]> {
  const captures: Capture[] = []
  for await (const { capture } of archive.captures(from)) captures.push(capture)
  return captures
}

async function filled(...captures: Capture[]): Promise<void> {
  const archive = await openArchive(dir)
  for (const capture of captures) await archive.append(capture)
  await archive.close()
}

describe('round trip', () => {
  it('gives back local files, pages, items and odd names as they were', async () => {
    const captures = [
      local('reports/Ministers meet – día 1.txt', 'Ministers met.'),
      page('https://daily.example/a?b=c d', '<p>Señor</p>'),
      makeCapture(
        { uri: 'items.jsonl#2', origin: 'file', time, container: 'items.jsonl' },
        'application/json',
        new Uint8Array([123, 125]),
      ),
      makeCapture(
        { uri: 'line\nbreak: \u0001', origin: 'stdin', time },
        'text/plain',
        new Uint8Array([0, 13, 10, 13, 10, 255]),
      ),
      page('https://daily.example/empty', ''),
    ]
    await filled(...captures)
    const archive = await openArchive(dir)
    expect(await all(archive)).toEqual(captures)
    const place = archive.find(captures[1]!.id)!
    expect(await archive.read(place)).toEqual(captures[1])
    expect(await all(archive, 4)).toEqual(captures.slice(3))
    await archive.close()
  })

  it('gives back any bytes under any name', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.uint8Array({ maxLength: 300 }),
        async (uri, body) => {
          const folder = mkdtempSync(join(dir, 'p-'))
          const capture = makeCapture({ uri, origin: 'file', time }, 'text/plain', body)
          const archive = await openArchive(folder)
          await archive.append(capture)
          await archive.close()
          const again = await openArchive(folder)
          expect(await all(again)).toEqual([capture])
          await again.close()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is WARC/1.1 in plain gzip members', async () => {
    await filled(local('a.txt', 'One.'), page('https://daily.example/', '<p>Two</p>'))
    const text = gunzipSync(readFileSync(join(dir, 'synoptic-000001.warc.gz'))).toString('latin1')
    expect(text.match(/^WARC\/1\.1\r$/gm)).toHaveLength(3)
    expect(text.match(/^WARC-Type: .*$/gm)).toEqual([
      'WARC-Type: warcinfo',
      'WARC-Type: resource',
      'WARC-Type: response',
    ])
    expect(text).toContain('WARC-Target-URI: file:///a.txt')
    expect(text).toContain('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1')
  })

  it('writes equal files for equal appends', async () => {
    const now = () => new Date(0)
    const files = []
    for (const name of ['x', 'y']) {
      const archive = await openArchive(join(dir, name), { now })
      await archive.append(local('a.txt', 'One.'))
      await archive.append(local('a.txt', 'One.'))
      await archive.close()
      files.push(readFileSync(join(dir, name, 'synoptic-000001.warc.gz')).toString('hex'))
    }
    expect(files[0]).toBe(files[1])
  })
})

describe('the same bytes again', () => {
  it('are acknowledged as known and leave a revisit', async () => {
    const archive = await openArchive(dir)
    const first = await archive.append(local('a.txt', 'One.'))
    const again = await archive.append({ ...local('a.txt', 'One.'), time: '2024-03-02T08:00:00.000Z' })
    const changed = await archive.append(local('a.txt', 'Two.'))
    const elsewhere = await archive.append(local('b.txt', 'One.'))
    expect(first).toMatchObject({ isNew: true, sequence: 1 })
    expect(again).toEqual({ ...first, isNew: false })
    expect([changed, elsewhere]).toMatchObject([
      { isNew: true, sequence: 2 },
      { isNew: true, sequence: 3 },
    ])
    await archive.close()
    const reopened = await openArchive(dir)
    expect(reopened.size).toBe(3)
    expect((await reopened.append(local('b.txt', 'One.'))).isNew).toBe(false)
    expect((await all(reopened)).map(capture => capture.uri)).toEqual(['a.txt', 'a.txt', 'b.txt'])
    await reopened.close()
    expect(gunzipSync(readFileSync(join(dir, 'synoptic-000001.warc.gz'))).toString('latin1')).toContain(
      'WARC-Type: revisit',
    )
  })
})

describe('files', () => {
  it('are begun anew at the given size and read in order', async () => {
    const archive = await openArchive(dir, { rotateBytes: 2000 })
    const captures = Array.from({ length: 12 }, (_, i) => local(`${i}.txt`, `Report ${i}.`))
    const appended = await Promise.all(captures.map(capture => archive.append(capture)))
    expect(appended.map(one => one.sequence)).toEqual(captures.map((_, i) => i + 1))
    await archive.close()
    expect(readdirSync(dir).length).toBeGreaterThan(2)
    const again = await openArchive(dir, { rotateBytes: 2000 })
    expect(await all(again)).toEqual(captures)
    await again.close()
  })
})

describe('a process killed in mid-write', () => {
  it('leaves whole records readable, whatever byte it was cut at', async () => {
    const captures = [local('a.txt', 'One.'), local('b.txt', 'Two.'), local('c.txt', 'Three.')]
    await filled(...captures)
    const file = join(dir, 'synoptic-000001.warc.gz')
    const size = statSync(file).size
    const archive = await openArchive(dir)
    const { offset } = archive.find(captures[2]!.id)!
    await archive.close()
    for (let cut = offset; cut <= size; cut++) {
      const folder = join(dir, `cut-${cut}`)
      mkdirSync(folder)
      copyFileSync(file, join(folder, 'synoptic-000001.warc.gz'))
      truncateSync(join(folder, 'synoptic-000001.warc.gz'), cut)
      const notes: string[] = []
      const reopened = await openArchive(folder, { onNote: note => notes.push(note) })
      expect(reopened.size).toBe(cut === size ? 3 : 2)
      expect(notes).toHaveLength(cut > offset && cut < size ? 1 : 0)
      const { isNew } = await reopened.append(captures[2]!)
      expect(isNew).toBe(cut < size)
      expect(await all(reopened)).toEqual(captures)
      await reopened.close()
      rmSync(folder, { recursive: true })
    }
  })

  it('finds damage in records that were never synced', async () => {
    const archive = await openArchive(dir)
    await archive.append(local('a.txt', 'One.'))
    await archive.sync()
    const { offset } = await archive.append(local('b.txt', 'Two.'))
    await archive.append(local('c.txt', 'Three.'))
    const file = join(dir, 'synoptic-000001.warc.gz')
    const bytes = readFileSync(file)
    // The system wrote the later page of the file and lost the earlier one.
    bytes.fill(0, offset + 150, offset + 170)
    writeFileSync(file, bytes)
    const reopened = await openArchive(dir)
    expect((await all(reopened)).map(capture => capture.uri)).toEqual(['a.txt'])
    await reopened.close()
    await archive.close()
  })

  it('goes past damage in what was safely written', async () => {
    const captures = [local('a.txt', 'One.'), local('b.txt', 'Two.'), local('c.txt', 'Three.')]
    const archive = await openArchive(dir)
    for (const capture of captures) {
      await archive.append(capture)
      await archive.sync()
    }
    const { offset } = archive.find(captures[1]!.id)!
    await archive.close()
    const file = join(dir, 'synoptic-000001.warc.gz')
    const bytes = readFileSync(file)
    bytes.fill(7, offset, offset + 30)
    writeFileSync(file, bytes)
    const notes: string[] = []
    const reopened = await openArchive(dir, { onNote: note => notes.push(note) })
    expect(await all(reopened)).toEqual([captures[0], captures[2]])
    expect(notes[0]).toContain('damaged')
    expect((await reopened.append(captures[1]!)).sequence).toBe(4)
    await reopened.close()
  })
})

describe('a full disk', () => {
  /** A handle that writes only up to `room` bytes of the file, as a full disk does: part of the write, then ENOSPC. */
  const limited =
    (room: { bytes: number }, truncates = true) =>
    async (path: string, flags: string) => {
      const handle = await open(path, flags)
      const limitedHandle: ArchiveHandle = {
        read: (...args) => handle.read(...args),
        write: async (buffer, offset, length, position) => {
          const fits = Math.min(length, room.bytes - position)
          if (fits <= 0)
            throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
          return await handle.write(buffer, offset, fits, position)
        },
        truncate: async length => {
          if (!truncates) throw new Error('truncate failed')
          await handle.truncate(length)
        },
        datasync: () => handle.datasync(),
        stat: () => handle.stat(),
        close: () => handle.close(),
      }
      return limitedHandle
    }

  for (const truncates of [true, false]) {
    it(`is an error, and the archive stays readable and usable (${truncates ? 'torn bytes cut' : 'torn bytes left'})`, async () => {
      const first = local('a.txt', 'One.')
      await filled(first)
      const room = { bytes: statSync(join(dir, 'synoptic-000001.warc.gz')).size + 200 }
      const archive = await openArchive(dir, { openFile: limited(room, truncates) })
      await expect(archive.append(local('b.txt', 'Two.'))).rejects.toMatchObject({ code: 'SYN_DISK_FULL' })
      expect(await all(archive)).toEqual([first])
      room.bytes = 1e9
      if (truncates) expect((await archive.append(local('b.txt', 'Two.'))).sequence).toBe(2)
      else
        await expect(archive.append(local('b.txt', 'Two.'))).rejects.toMatchObject({
          code: 'SYN_ARCHIVE_WRITE',
        })
      await archive.close()
      const reopened = await openArchive(dir)
      expect(await all(reopened)).toHaveLength(truncates ? 2 : 1)
      await reopened.close()
    })
  }

  it('leaves no half-made file when there is no room for a first record', async () => {
    const archive = await openArchive(dir, { openFile: limited({ bytes: 50 }) })
    await expect(archive.append(local('a.txt', 'One.'))).rejects.toMatchObject({ code: 'SYN_DISK_FULL' })
    await archive.close()
    expect(readdirSync(dir)).toEqual([])
  })

  it('keeps the old file when a removal finds no room', async () => {
    const captures = [local('a.txt', 'One.'), local('b.txt', 'Two.')]
    await filled(...captures)
    const archive = await openArchive(dir, { openFile: limited({ bytes: 400 }) })
    await expect(archive.remove([captures[0]!.id])).rejects.toMatchObject({ code: 'SYN_DISK_FULL' })
    expect(await all(archive)).toEqual(captures)
    await archive.close()
    expect(readdirSync(dir)).toEqual(['synoptic-000001.warc.gz'])
  })
})

describe('removing', () => {
  it('leaves nothing of a document and moves no other', async () => {
    const captures = [
      local('a.txt', 'One.'),
      local('secret-source.txt', 'Confidential.'),
      local('c.txt', 'Three.'),
    ]
    const archive = await openArchive(dir)
    for (const capture of captures) await archive.append(capture)
    await archive.append(captures[1]!)
    expect(await archive.remove([captures[1]!.id, 'c_unknown'])).toBe(1)
    expect(await all(archive)).toEqual([captures[0], captures[2]])
    expect(archive.find(captures[2]!.id)!.sequence).toBe(3)
    expect(await archive.append(local('d.txt', 'Four.'))).toMatchObject({ isNew: true, sequence: 4 })
    await archive.close()
    const raw = readFileSync(join(dir, 'synoptic-000001.warc.gz'))
    expect(raw.toString('latin1')).not.toContain(captures[1]!.id)
    expect(gunzipSync(raw).toString('latin1')).not.toMatch(/secret|Confidential/)
    const reopened = await openArchive(dir)
    expect((await all(reopened)).map(capture => capture.uri)).toEqual(['a.txt', 'c.txt', 'd.txt'])
    await reopened.close()
  })

  it('of the last document does not give its place away again', async () => {
    const archive = await openArchive(dir)
    const capture = local('a.txt', 'One.')
    await archive.append(capture)
    await archive.remove([capture.id])
    await archive.close()
    const reopened = await openArchive(dir)
    expect(reopened.size).toBe(0)
    expect(await reopened.append(capture)).toMatchObject({ isNew: true, sequence: 2 })
    await reopened.close()
  })

  it('cut short leaves the file as it was', async () => {
    const capture = local('a.txt', 'One.')
    await filled(capture)
    writeFileSync(join(dir, 'synoptic-000001.warc.gz.new'), 'half')
    const archive = await openArchive(dir)
    expect(await all(archive)).toEqual([capture])
    await archive.close()
    expect(readdirSync(dir)).toEqual(['synoptic-000001.warc.gz'])
  })
})
