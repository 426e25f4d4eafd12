import { join } from 'node:path'
import { makeCapture } from '../capture/index.js'
import type { Capture, Failure } from '../model/index.js'
import { type Archive, openArchive } from '../store/archive.js'
import { type Workspace, writeCaptures, writeFailures } from '../store/index.js'
import type { Answer } from './get.js'

/** Feeds, sitemaps and robots.txt files as received. They are no documents, so they have an archive of their own in `watch/archive`. */
export class ListArchive {
  private constructor(
    private readonly archive: Archive,
    private readonly now: () => number,
  ) {}

  static async open(dir: string, now: () => number): Promise<ListArchive> {
    return new ListArchive(await openArchive(join(dir, 'watch', 'archive')), now)
  }

  /** Keeps an answer; it is on the disk when this resolves. */
  async keep(answer: Answer): Promise<void> {
    if (answer.body.length === 0) return
    const from = {
      uri: answer.url,
      origin: 'http' as const,
      time: new Date(this.now()).toISOString(),
      ...(answer.charset && { charset: answer.charset }),
    }
    await this.archive.append(makeCapture(from, answer.mediaType ?? 'application/octet-stream', answer.body))
    await this.archive.sync()
  }

  close(): Promise<void> {
    return this.archive.close()
  }
}

/**
 * Archives captures and enters them, so that the next run codes them; they are on the disk when this resolves. To be called in turn with everything that
 * writes to the workspace. Returns how many were new.
 */
export async function archiveCaptures(
  { archive, db }: Workspace,
  captures: readonly Capture[],
  failures: readonly Failure[],
): Promise<number> {
  const rows: Parameters<typeof writeCaptures>[1][number][] = []
  for (const capture of captures) {
    const { isNew, sequence, file, offset } = await archive.append(capture)
    if (isNew) rows.push({ sequence, id: capture.id, uri: capture.uri, file, offset })
  }
  await archive.sync()
  await writeCaptures(db, rows)
  await writeFailures(db, failures)
  return rows.length
}
