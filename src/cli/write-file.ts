import { open, rename, rm } from 'node:fs/promises'
import { SynopticError } from '../model/index.js'

/**
 * Writes a file in whole or not at all: the pieces go to a file beside it, which takes its name when the last one is on the disk. A reader never
 * sees half a file, and what was there stays when something fails.
 */
export async function writeWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const fresh = `${path}.${process.pid}.part`
  const file = await open(fresh, 'w').catch((error: NodeJS.ErrnoException) => {
    throw new SynopticError('SYN_OUTPUT', `${path} cannot be written (${error.code}).`, { cause: error })
  })
  try {
    for await (const piece of pieces) await file.writeFile(piece)
    await file.sync()
    await file.close()
    await rename(fresh, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(fresh, { force: true })
    throw error
  }
}
