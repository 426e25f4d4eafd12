import { SynopticError } from '../model/diagnostic.js'
import { type ArchiveHandle, type FileIndex, type FrameEntry, indexFile, readAt } from './archive-file.js'
import { type FrameLabel, frame, frameHeaderLength, readFrameHeader, unframe } from './archive-frame.js'

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Errors of the disk under the archive's own codes. */
export function writeError(path: string, cause: unknown): SynopticError {
  const { code = '', message } = cause as NodeJS.ErrnoException
  return full.has(code)
    ? new SynopticError(
        'SYN_DISK_FULL',
        `${path} cannot grow: the disk is full. Free some space and run again; nothing stored is lost.`,
        { cause },
      )
    : new SynopticError('SYN_ARCHIVE_WRITE', `${path} cannot be written: ${message}`, { cause })
}

/** One file of the archive, open for reading and appending. */
export class Segment {
  readonly entries: FrameEntry[]
  #end: number
  #durable: number
  /** Bytes of a failed write may stand behind the end. */
  #torn = false
  #failed: SynopticError | null = null

  private constructor(
    readonly path: string,
    readonly name: string,
    readonly handle: ArchiveHandle,
    index: FileIndex,
  ) {
    this.entries = [...index.entries]
    this.#end = index.end
    this.#durable = 0
  }

  /** Opens a file; with `repair` (the last one) a tail that was cut off while it was written is taken away. */
  static async open(
    path: string,
    name: string,
    handle: ArchiveHandle,
    repair: boolean,
    note: (text: string) => void,
  ): Promise<Segment> {
    const index = await indexFile(handle)
    const segment = new Segment(path, name, handle, index)
    for (const { offset, length } of index.damaged)
      note(`${path}: ${length} bytes from offset ${offset} are damaged; what follows is read.`)
    const { size } = await handle.stat()
    if (size > index.end) {
      note(
        `${path}: the last ${size - index.end} bytes are an unfinished record${repair ? ' and are taken away' : ''}.`,
      )
      if (repair) await handle.truncate(index.end)
    }
    if (repair) await handle.datasync()
    segment.#durable = index.end
    return segment
  }

  get end(): number {
    return this.#end
  }

  /** Appends one record. When it fails, the file is what it was before. */
  async append(record: Uint8Array, label: Omit<FrameLabel, 'durable'>): Promise<FrameEntry> {
    if (this.#failed) throw this.#failed
    const bytes = frame(record, { ...label, durable: this.#durable })
    try {
      if (this.#torn) await this.#mend()
      await this.#writeAll(bytes)
    } catch (cause) {
      this.#torn = true
      await this.#mend().catch(() => {})
      throw writeError(this.path, cause)
    }
    const entry = { ...label, durable: this.#durable, length: bytes.length, offset: this.#end }
    this.entries.push(entry)
    this.#end += bytes.length
    return entry
  }

  async #mend(): Promise<void> {
    await this.handle.truncate(this.#end)
    this.#torn = false
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    let done = 0
    while (done < bytes.length) {
      const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, this.#end + done)
      if (bytesWritten === 0) throw Object.assign(new Error('no bytes were written'), { code: 'ENOSPC' })
      done += bytesWritten
    }
  }

  /** Forces everything appended so far to the disk. */
  async sync(): Promise<void> {
    if (this.#failed) throw this.#failed
    const end = this.#end
    if (this.#durable >= end) return
    try {
      await this.handle.datasync()
    } catch (cause) {
      // After a failed fsync the system may have dropped the pages: what is on the disk is only known after opening again.
      this.#failed = writeError(this.path, cause)
      throw this.#failed
    }
    this.#durable = Math.max(this.#durable, end)
  }

  /** The record at an offset. */
  async read(offset: number): Promise<Uint8Array> {
    const header = readFrameHeader(await readAt(this.handle, offset, frameHeaderLength))
    const record = header && unframe(await readAt(this.handle, offset, header.length))
    if (!record)
      throw new SynopticError('SYN_BAD_ARCHIVE', `${this.path} holds no whole record at offset ${offset}.`)
    return record
  }

  close(): Promise<void> {
    return this.handle.close()
  }
}
