import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Capture } from '../model/capture.js'
import { SynopticError } from '../model/diagnostic.js'
import { captureRecord, infoRecord, parseCaptureRecord, revisitRecord } from './archive-record.js'
import { rewriteWithout } from './archive-rewrite.js'
import { Segment, writeError } from './archive-segment.js'
import type { Appended, Archive, ArchivedCapture, ArchiveOptions, ArchivePlace } from './archive-types.js'

export type { Appended, Archive, ArchivedCapture, ArchiveOptions, ArchivePlace } from './archive-types.js'

const fileName = (number: number): string => `synoptic-${String(number).padStart(6, '0')}.warc.gz`
const ours = /^synoptic-(\d{6,})\.warc\.gz$/

/**
 * Opens (or begins) the archive in a folder: `synoptic-000001.warc.gz` and so on, WARC/1.1, each record a gzip member by itself. One process
 * at a time may have it open. A record that was cut off when the last process died is taken away before anything is appended.
 */
export async function openArchive(dir: string, options: ArchiveOptions = {}): Promise<Archive> {
  const archive = new WarcArchive(dir, options)
  await archive.load()
  return archive
}

class WarcArchive implements Archive {
  readonly #dir: string
  readonly #options: Required<ArchiveOptions>
  #segments: Segment[] = []
  readonly #places = new Map<string, ArchivePlace>()
  #next = 1
  #revisits = 0
  #queue: Promise<unknown> = Promise.resolve()

  constructor(dir: string, options: ArchiveOptions) {
    this.#dir = dir
    this.#options = {
      rotateBytes: options.rotateBytes ?? 256 * 2 ** 20,
      onNote: options.onNote ?? (() => {}),
      openFile: options.openFile ?? open,
      now: options.now ?? (() => new Date()),
    }
  }

  get size(): number {
    return this.#places.size
  }

  async load(): Promise<void> {
    await mkdir(this.#dir, { recursive: true })
    const names = await readdir(this.#dir)
    // A rewriting that was cut short: the file it was made from is still there.
    for (const name of names.filter(name => /^synoptic-\d+\.warc\.gz\.new$/.test(name)))
      await rm(join(this.#dir, name))
    const numbers = names
      .flatMap(name => ours.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
    for (const [index, number] of numbers.entries()) {
      this.#segments.push(await this.#openSegment(fileName(number), index === numbers.length - 1))
    }
    this.#index()
  }

  async #openSegment(name: string, repair: boolean): Promise<Segment> {
    const path = join(this.#dir, name)
    return Segment.open(path, name, await this.#options.openFile(path, 'r+'), repair, this.#options.onNote)
  }

  #index(): void {
    this.#places.clear()
    for (const segment of this.#segments) {
      for (const { kind, id, sequence, offset } of segment.entries) {
        if (kind === 'capture') this.#places.set(id, { file: segment.name, offset, sequence })
        this.#next = Math.max(this.#next, sequence + 1)
      }
    }
  }

  /** Runs a step after all that were asked for before, whether they succeeded or not. */
  #inOrder<T>(step: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(step)
    this.#queue = run.catch(() => {})
    return run
  }

  append(capture: Capture): Promise<Appended> {
    return this.#inOrder(async () => {
      const known = this.#places.get(capture.id)
      const segment = await this.#lastSegment()
      if (known) {
        const record = await revisitRecord(capture, ++this.#revisits)
        await segment.append(record, { kind: 'revisit', sequence: 0, id: capture.id })
        return { ...known, isNew: false }
      }
      const sequence = this.#next
      const entry = await segment.append(await captureRecord(capture, sequence), {
        kind: 'capture',
        sequence,
        id: capture.id,
      })
      const place = { file: segment.name, offset: entry.offset, sequence }
      this.#places.set(capture.id, place)
      this.#next++
      return { ...place, isNew: true }
    })
  }

  /** The file to append to; begins a new one when there is none or the last is large enough. */
  async #lastSegment(): Promise<Segment> {
    const last = this.#segments.at(-1)
    if (last && last.end < this.#options.rotateBytes) return last
    await last?.sync()
    const number = last ? Number(ours.exec(last.name)![1]) + 1 : 1
    const name = fileName(number)
    const path = join(this.#dir, name)
    const segment = await this.#newSegment(path, name)
    this.#segments.push(segment)
    return segment
  }

  async #newSegment(path: string, name: string): Promise<Segment> {
    try {
      const handle = await this.#options.openFile(path, 'w+')
      const segment = await Segment.open(path, name, handle, true, this.#options.onNote)
      const record = await infoRecord(name, this.#options.now().toISOString())
      await segment.append(record, { kind: 'info', sequence: 0, id: '' }).catch(async error => {
        await segment.close()
        throw error
      })
      await this.#syncFolder()
      return segment
    } catch (error) {
      await rm(path, { force: true }).catch(() => {})
      throw error instanceof SynopticError ? error : writeError(path, error)
    }
  }

  /** Makes new and renamed names durable. Some systems cannot open folders; they do without. */
  async #syncFolder(): Promise<void> {
    const folder = await open(this.#dir, 'r').catch(() => null)
    await folder?.sync().catch(() => {})
    await folder?.close()
  }

  sync(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#segments.at(-1)?.sync()
    })
  }

  find(captureId: string): ArchivePlace | undefined {
    return this.#places.get(captureId)
  }

  read(place: Pick<ArchivePlace, 'file' | 'offset'>): Promise<Capture> {
    return this.#inOrder(async () => {
      const segment = this.#segments.find(one => one.name === place.file)
      if (!segment) throw new SynopticError('SYN_BAD_ARCHIVE', `The archive has no file ${place.file}.`)
      return await parseCaptureRecord(await segment.read(place.offset))
    })
  }

  async *captures(sequence = 1): AsyncGenerator<ArchivedCapture> {
    const places = [...this.#places.entries()].filter(([, place]) => place.sequence >= sequence)
    for (const [id] of places) {
      // Looked up again: a removal in between moves or takes captures.
      const place = this.#places.get(id)
      if (!place) continue
      const capture = await this.read(place).catch((error: Error) => {
        this.#options.onNote(`Capture ${place.sequence} cannot be read any more: ${error.message}`)
      })
      if (capture) yield { ...place, capture }
    }
  }

  remove(captureIds: Iterable<string>): Promise<number> {
    return this.#inOrder(async () => {
      const ids = new Set([...captureIds].filter(id => this.#places.has(id)))
      if (ids.size === 0) return 0
      try {
        for (const segment of this.#segments) {
          if (segment.entries.some(entry => ids.has(entry.id))) await this.#rewrite(segment, ids)
        }
      } finally {
        this.#index()
      }
      return ids.size
    })
  }

  async #rewrite(segment: Segment, ids: ReadonlySet<string>): Promise<void> {
    const fresh = `${segment.path}.new`
    try {
      const copy = await this.#options.openFile(fresh, 'w+')
      await rewriteWithout(segment, ids, copy, this.#options.now().toISOString()).finally(() => copy.close())
    } catch (cause) {
      await rm(fresh, { force: true })
      throw writeError(fresh, cause)
    }
    await rename(fresh, segment.path)
    await this.#syncFolder()
    await segment.close()
    this.#segments[this.#segments.indexOf(segment)] = await this.#openSegment(segment.name, true)
  }

  close(): Promise<void> {
    return this.#inOrder(async () => {
      await this.#segments.at(-1)?.sync()
      for (const segment of this.#segments.splice(0)) await segment.close()
    })
  }
}
