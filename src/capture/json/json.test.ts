import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lines } from './lines.js'
import { values } from './values.js'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The bytes cut at arbitrary places, as they come from a file or pipe. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [...new Set(cuts.map(cut => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  return [...at, bytes.length].map((end, i) => bytes.subarray(at[i - 1] ?? 0, end))
}

async function texts(stream: AsyncGenerator<{ bytes: Uint8Array | null }>): Promise<(string | null)[]> {
  const found: (string | null)[] = []
  for await (const { bytes } of stream) found.push(bytes && decoder.decode(bytes))
  return found
}

const cuts = fc.array(fc.nat(), { maxLength: 8 })
const items = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 })

it('finds the elements of an array, byte for byte, however it is laid out and cut', async () => {
  await fc.assert(
    fc.asyncProperty(items, cuts, fc.constantFrom(0, 1, 3), async (list, at, indent) => {
      const written = list.map(item => JSON.stringify(item, null, indent))
      const bytes = encoder.encode(`[ ${written.join(' ,\n')}\n]\n`)
      expect(await texts(values(pieces(bytes, at), 1e6))).toEqual(written)
    }),
  )
})

it('finds values that follow each other', async () => {
  await fc.assert(
    fc.asyncProperty(items, cuts, async (list, at) => {
      const written = list.map(item => JSON.stringify(item, null, 2))
      expect(await texts(values(pieces(encoder.encode(written.join('\n')), at), 1e6))).toEqual(written)
    }),
  )
})

it('finds lines, empty ones left out, and counts all', async () => {
  await fc.assert(
    fc.asyncProperty(items, cuts, fc.constantFrom('\n', '\r\n', '\n\n'), async (list, at, end) => {
      const written = list.map(item => JSON.stringify(item))
      expect(await texts(lines(pieces(encoder.encode(written.join(end)), at), 1e6))).toEqual(written)
    }),
  )
})

it('survives any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), cuts, async (bytes, at) => {
      await texts(values(pieces(bytes, at), 50))
      await texts(lines(pieces(bytes, at), 50))
    }),
  )
})

it('drops what is over the limit and goes on', async () => {
  const long = JSON.stringify({ text: 'x'.repeat(500) })
  const text = `${long}\n{"text":"short"}\n`
  expect(await texts(lines(pieces(encoder.encode(text), [30, 100, 300]), 100))).toEqual([
    null,
    '{"text":"short"}',
  ])
  const array = encoder.encode(`[${long},{"text":"short"},7,"a ] \\" b"]`)
  expect(await texts(values(pieces(array, [30, 100, 300]), 100))).toEqual([
    null,
    '{"text":"short"}',
    '7',
    '"a ] \\" b"',
  ])
})
