import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadingModel } from '../event/resources.js'
import { packageRoot } from './root.js'

/** `models/event-readings.json`, written by `train/event/train.mjs`; the word tables stand in `event-readings.bin`, one after the other. */
interface ReadingFile {
  readonly domains: readonly string[]
  readonly threshold: number
  readonly bias: readonly number[]
  readonly scales: readonly number[]
  readonly marks: Readonly<Record<string, readonly number[]>>
  readonly words: string
}

/** Loads the learned check of event words; undefined where the package was put together without it. */
export function loadReadingModel(folder = join(packageRoot, 'models')): ReadingModel | undefined {
  const path = join(folder, 'event-readings.json')
  if (!existsSync(path)) return undefined
  const { domains, threshold, bias, scales, marks, words } = JSON.parse(
    readFileSync(path, 'utf8'),
  ) as ReadingFile
  const packed = readFileSync(join(folder, 'event-readings.bin'))
  const list = words.split(' ')
  const size = list.length * domains.length
  return {
    domains,
    threshold,
    bias,
    words: new Map(list.map((word, row) => [word, row])),
    tables: scales.map((scale, view) => ({
      scale,
      rows: new Int8Array(packed.buffer, packed.byteOffset + view * size, size),
    })),
    marks: new Map(Object.entries(marks)),
  }
}
