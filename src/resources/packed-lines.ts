/** Lines of a text that stay bytes until they are asked for; the text of a gazetteer has hundreds of thousands. */
export class PackedLines {
  readonly #bytes: Uint8Array
  readonly #starts: Uint32Array

  constructor(bytes: Uint8Array, count: number) {
    this.#bytes = bytes
    this.#starts = new Uint32Array(count + 1)
    let line = 1
    for (let at = bytes.indexOf(10); at >= 0 && line <= count; at = bytes.indexOf(10, at + 1))
      this.#starts[line++] = at + 1
    this.#starts[count] = bytes.length + 1
  }

  get length(): number {
    return this.#starts.length - 1
  }

  at(line: number): string {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength).toString(
      'utf8',
      this.#starts[line]!,
      this.#starts[line + 1]! - 1,
    )
  }

  /** First line, of lines sorted by their bytes, that is not before the searched bytes. */
  lowerBound(searched: Uint8Array): number {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#before(middle, searched)) low = middle + 1
      else high = middle
    }
    return low
  }

  #before(line: number, searched: Uint8Array): boolean {
    const start = this.#starts[line]!
    const length = this.#starts[line + 1]! - 1 - start
    const shorter = Math.min(length, searched.length)
    for (let i = 0; i < shorter; i++) {
      const difference = this.#bytes[start + i]! - searched[i]!
      if (difference !== 0) return difference < 0
    }
    return length < searched.length
  }

  /** True when a line begins with the searched bytes. */
  beginsWith(line: number, searched: Uint8Array): boolean {
    if (line >= this.length) return false
    const start = this.#starts[line]!
    if (this.#starts[line + 1]! - 1 - start < searched.length) return false
    return searched.every((byte, i) => this.#bytes[start + i] === byte)
  }

  /** True when a line is the searched bytes. */
  equals(line: number, searched: Uint8Array): boolean {
    return (
      this.beginsWith(line, searched) && this.#starts[line + 1]! - 1 - this.#starts[line]! === searched.length
    )
  }
}
