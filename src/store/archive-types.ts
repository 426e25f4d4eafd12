import type { Capture } from '../model/capture.js'
import type { ArchiveHandle } from './archive-file.js'

export interface ArchiveOptions {
  /** Size at which a new file is begun. Default 256 MB. */
  readonly rotateBytes?: number
  /** Told of damage found while opening. */
  readonly onNote?: (note: string) => void
  /** Opens a file; replaced in tests. */
  readonly openFile?: (path: string, flags: 'r' | 'r+' | 'w+') => Promise<ArchiveHandle>
  /** The clock, for the dates of the archive's own records. */
  readonly now?: () => Date
}

/** Where a capture stands. `sequence` counts captures from 1 and never changes, not even when others are removed. */
export interface ArchivePlace {
  readonly file: string
  readonly offset: number
  readonly sequence: number
}

export interface Appended extends ArchivePlace {
  /** False when the same bytes of the same address were there already: then the place is that of the first. */
  readonly isNew: boolean
}

export interface ArchivedCapture extends ArchivePlace {
  readonly capture: Capture
}

/** Every capture ever taken, in the order it came. Calls may overlap; they are carried out one after the other. */
export interface Archive {
  /** Number of captures held. */
  readonly size: number
  append(capture: Capture): Promise<Appended>
  /** Returns when everything appended so far is on the disk; only then may a capture be acknowledged. */
  sync(): Promise<void>
  find(captureId: string): ArchivePlace | undefined
  read(place: Pick<ArchivePlace, 'file' | 'offset'>): Promise<Capture>
  /** Captures in archive order, from `sequence` on. */
  captures(sequence?: number): AsyncGenerator<ArchivedCapture>
  /** Removes captures and every trace of them; returns how many there were. */
  remove(captureIds: Iterable<string>): Promise<number>
  close(): Promise<void>
}
