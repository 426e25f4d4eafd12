import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvLines } from './csv.js'

async function collect(records: readonly unknown[]): Promise<string[]> {
  async function* lines() {
    for (const record of records) yield JSON.stringify(record)
  }
  const out: string[] = []
  for await (const line of csvLines(lines)) out.push(line)
  return out
}

/** Reads one CSV line back (RFC 4180). */
function parseCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )
}

describe('cells', () => {
  test.each(['=1+1', '+cmd', '@x', '-2+3', '\t=1'])('%j cannot start a formula', value => {
    expect(parseCells(csvCell(value))[0]!.startsWith("'")).toBe(true)
  })
  test('numbers with a sign stay numbers', () => expect(csvCell(-7.4)).toBe('-7.4'))
  test('any text is read back', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const back = parseCells(csvCell(text))[0] ?? ''
        expect(back === text || back === `'${text}`).toBe(true)
      }),
    )
  })
})

test('columns are those of all records; one level of nesting becomes columns', async () => {
  expect(
    await collect([
      { id: 'a', time: { earliest: '2024-01-01' } },
      { id: 'b', n: 2 },
    ]),
  ).toEqual(['id,time.earliest,n', 'a,2024-01-01,', 'b,,2'])
})

test('no records give no lines', async () => expect(await collect([])).toEqual([]))
