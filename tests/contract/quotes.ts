type Span = readonly [number, number]

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every(n => Number.isInteger(n))

/** Everything below `value` that claims a place in `text` and does not stand there, as readable complaints. */
export function brokenQuotes(value: unknown, text: string, path = ''): string[] {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  const wrong: string[] = []
  const record = value as Record<string, unknown>
  for (const key of ['span', 'sentence']) {
    const span = record[key]
    if (!isSpan(span)) continue
    if (span[0] < 0 || span[1] > text.length || span[0] > span[1])
      wrong.push(`${path}.${key} ${span} is out of range`)
    else if (key === 'span' && typeof record['text'] === 'string' && record['text'] !== text.slice(...span)) {
      wrong.push(`${path}: "${record['text']}" is not "${text.slice(...span)}"`)
    }
  }
  for (const [key, child] of Object.entries(record))
    wrong.push(...brokenQuotes(child, text, `${path}.${key}`))
  return wrong
}

/** Freezes a value through and through, so that a stage that changes its input throws. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value)
    for (const child of Object.values(value)) deepFreeze(child)
  }
  return value
}
