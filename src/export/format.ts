import type { Column } from './column.js'
import type { ExportKind } from './kinds.js'
import type { ExportSource } from './source.js'

/** A part of a format with columns or properties of its own, as its reference page shows it. */
export interface Section {
  readonly title: string
  readonly about?: string
  // Rows differ from section to section; the page needs only names and words.
  // biome-ignore lint/suspicious/noExplicitAny: a list of sections has rows of several types.
  readonly columns: readonly Column<any>[]
}

export interface Reference {
  readonly title: string
  readonly url: string
}

/** A form in which records leave a workspace. */
export interface Format {
  readonly name: string
  /** Other names it goes by on the command line. */
  readonly aliases?: readonly string[]
  readonly title: string
  /** What it is for and how records become its rows, in whole sentences. */
  readonly about: string
  /** Kinds of records it can hold; the first is taken when none is named. */
  readonly records: readonly [ExportKind, ...ExportKind[]]
  readonly extension: string
  readonly mediaType: string
  /** True when the output is bytes and no text. */
  readonly binary?: boolean
  /** Public descriptions that the columns follow. */
  readonly references?: readonly Reference[]
  sections(kind: ExportKind): readonly Section[]
  /** The file, piece by piece; equal records give equal bytes. */
  write(kind: ExportKind, source: ExportSource): AsyncIterable<string | Uint8Array>
}
