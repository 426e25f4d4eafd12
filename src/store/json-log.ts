import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * A file of JSON lines that only grows, each change a line, synced before anything is built on it. What is appended together is there in whole or not at
 * all but for its last lines; a line that a killed process left half written is not one.
 */
export class JsonLog<Line> {
  private count = 0

  constructor(private readonly path: string) {}

  /** Every whole line, in order. Takes away what was cut off. */
  read(): Line[] {
    mkdirSync(dirname(this.path), { recursive: true })
    if (!existsSync(this.path)) return []
    const text = readFileSync(this.path, 'utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const lines = whole
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Line)
    this.count = lines.length
    if (whole.length < text.length) this.rewrite(lines)
    return lines
  }

  /** Number of lines in the file. */
  get length(): number {
    return this.count
  }

  append(lines: readonly Line[]): void {
    if (lines.length === 0) return
    this.write(this.path, 'a', lines)
    this.count += lines.length
  }

  /** Puts other lines in the place of all. */
  rewrite(lines: readonly Line[]): void {
    this.write(`${this.path}.new`, 'w', lines)
    renameSync(`${this.path}.new`, this.path)
    this.count = lines.length
  }

  private write(path: string, flags: 'a' | 'w', lines: readonly Line[]): void {
    const file = openSync(path, flags, 0o600)
    try {
      writeSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
}
