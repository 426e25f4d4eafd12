import type { Capture, Failure } from '../model/index.js'
import {
  type CaptureTable,
  lastSequence,
  type Workspace,
  writeCaptures,
  writeFailures,
} from '../store/index.js'

/** Captures that are archived, synced and coded together. Two batches are under way at a time. */
export const batchSize = 32
/** Bytes of captures after which a batch is closed early, so that memory stays bounded with large documents. */
const batchBytes = 16_000_000

/** A capture and its place in the archive's order. */
export interface Job {
  readonly sequence: number
  readonly capture: Capture
}

/** What came in: captures seen for the first time and seen before, and inputs that could not be read. */
export interface IntakeCounts {
  added: number
  known: number
  readonly failures: Failure[]
}

/** Archives new captures in groups; a group is on the disk and entered in the database before it is handed on. Counts into `counts`. */
export async function* takeIn(
  workspace: Workspace,
  captures: AsyncIterable<Capture | Failure>,
  counts: IntakeCounts,
): AsyncGenerator<Job[]> {
  let batch: (Job & { file: string; offset: number })[] = []
  let bytes = 0
  const flush = async (): Promise<Job[]> => {
    bytes = 0
    await workspace.archive.sync()
    await writeCaptures(
      workspace.db,
      batch.map(({ sequence, capture, file, offset }) => ({
        sequence,
        id: capture.id,
        uri: capture.uri,
        file,
        offset,
      })),
    )
    const jobs = batch
    batch = []
    return jobs
  }
  for await (const item of captures) {
    if (!('body' in item)) {
      counts.failures.push(item)
      continue
    }
    const { isNew, file, offset, sequence } = await workspace.archive.append(item)
    if (!isNew) {
      counts.known++
      continue
    }
    counts.added++
    batch.push({ sequence, capture: item, file, offset })
    bytes += item.body.length
    if (batch.length === batchSize || bytes > batchBytes) yield await flush()
  }
  if (batch.length > 0) yield await flush()
  await writeFailures(workspace.db, counts.failures)
}

/** Enters captures of the archive that the database does not know: after a crash, or when the database was deleted. */
export async function enterArchive(
  { archive, db }: Workspace,
  onProgress: (done: number, total: number | null) => void,
): Promise<void> {
  const first = (await lastSequence(db)) + 1
  let rows: CaptureTable[] = []
  for await (const { capture, sequence, file, offset } of archive.captures(first)) {
    rows.push({ sequence, id: capture.id, uri: capture.uri, file, offset })
    if (rows.length < 500) continue
    await writeCaptures(db, rows)
    rows = []
    onProgress(sequence - first + 1, null)
  }
  await writeCaptures(db, rows)
}
