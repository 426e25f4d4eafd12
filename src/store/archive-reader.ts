import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Capture } from '../model/capture.js'
import { SynopticError } from '../model/diagnostic.js'
import { readAt } from './archive-file.js'
import { frameHeaderLength, readFrameHeader, unframe } from './archive-frame.js'
import { parseCaptureRecord } from './archive-record.js'
import type { ArchivePlace } from './archive-types.js'

/** One capture of the archive of the workspace `dir`, read beside the process that writes it. */
export async function readCapture(
  dir: string,
  { file, offset }: Pick<ArchivePlace, 'file' | 'offset'>,
): Promise<Capture> {
  const path = join(dir, 'archive', file)
  const handle = await open(path, 'r').catch((cause: Error) => {
    throw new SynopticError(
      'SYN_BAD_ARCHIVE',
      `${path} cannot be read: ${cause.message}. All workers need the folder of the workspace at the same place.`,
      { cause },
    )
  })
  try {
    const header = readFrameHeader(await readAt(handle, offset, frameHeaderLength))
    const record = header && unframe(await readAt(handle, offset, header.length))
    if (!record)
      throw new SynopticError('SYN_BAD_ARCHIVE', `${path} holds no whole record at offset ${offset}.`)
    return await parseCaptureRecord(record)
  } finally {
    await handle.close()
  }
}
