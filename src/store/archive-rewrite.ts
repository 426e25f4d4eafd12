import type { ArchiveHandle, FrameEntry } from './archive-file.js'
import { readAt } from './archive-file.js'
import { frame, writeLabel } from './archive-frame.js'
import { removedRecord } from './archive-record.js'
import type { Segment } from './archive-segment.js'

/**
 * Copies a file of the archive without some captures: a mark takes the place of each, revisits of it are left out, everything else is
 * copied byte for byte apart from the label. The copy is on the disk when this returns; the caller renames it over the file.
 */
export async function rewriteWithout(
  segment: Segment,
  ids: ReadonlySet<string>,
  copy: ArchiveHandle,
  time: string,
): Promise<void> {
  let end = 0
  for (const entry of segment.entries) {
    const bytes = await replacement(segment, entry, ids, end, time)
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await copy.write(bytes, done, bytes.length - done, end + done)
      if (bytesWritten === 0) throw Object.assign(new Error('no bytes were written'), { code: 'ENOSPC' })
      done += bytesWritten
    }
    end += bytes.length
  }
  await copy.datasync()
}

/** What stands in the copy for one frame. Everything before it will be durable once the copy is in place. */
async function replacement(
  segment: Segment,
  entry: FrameEntry,
  ids: ReadonlySet<string>,
  durable: number,
  time: string,
): Promise<Uint8Array> {
  const { sequence } = entry
  if (ids.has(entry.id)) {
    if (entry.kind !== 'capture') return new Uint8Array(0)
    return frame(await removedRecord(sequence, time), { kind: 'removed', sequence, durable, id: '' })
  }
  const bytes = await readAt(segment.handle, entry.offset, entry.length)
  writeLabel(bytes, { ...entry, durable })
  return bytes
}
