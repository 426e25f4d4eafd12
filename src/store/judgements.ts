import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Judgement, judgementSchema, SynopticError } from '../model/index.js'

const fileName = 'judgements.jsonl'

/** The judgements of a workspace in the order they were made. A line that a killed process left half written is not one. */
export function readJudgements(dir: string): Judgement[] {
  const path = join(dir, fileName)
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      const parsed = judgementSchema.safeParse(JSON.parse(line))
      if (parsed.success) return parsed.data
      throw new SynopticError(
        'SYN_JUDGEMENT',
        `Line ${index + 1} of ${path} is no judgement: ${parsed.error.message}`,
      )
    })
}

/** Appends a judgement and returns when it is on the disk. */
export function appendJudgement(dir: string, judgement: Judgement): void {
  const path = join(dir, fileName)
  if (existsSync(path)) {
    const text = readFileSync(path)
    const end = text.lastIndexOf(10) + 1
    if (end < text.length) truncateSync(path, end)
  }
  const fd = openSync(path, 'a')
  try {
    writeSync(fd, `${JSON.stringify(judgement)}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
