import { expect, test } from 'vitest'
import { source, written } from './export.test-kit.js'
import { formatNamed, formatNames, formats, kindFor } from './formats.js'
import { oneADay } from './one-a-day.js'

test('names are unique; an unknown one names all that there are', () => {
  expect(new Set(formatNames).size).toBe(formatNames.length)
  expect(() => formatNamed('gdlet')).toThrow(/no format "gdlet".*parquet.*gdelt2/)
  expect(formatNamed('gdelt').name).toBe('gdelt2')
})

test('a kind that a format does not hold is refused with those it holds', () => {
  expect(() => kindFor(formatNamed('gexf'), 'claim')).toThrow(/relation, event, not claim/)
  expect(kindFor(formatNamed('gexf'), undefined)).toBe('relation')
})

const pairs = formats
  .filter(format => format.name !== 'conllu')
  .flatMap(format => format.records.map(kind => [format.name, kind] as const))

test.each(pairs)('%s of %s: two runs give the same bytes', async (name, kind) => {
  const format = formatNamed(name)
  const once = await written(format.write(kind, source))
  expect((await written(format.write(kind, source))).equals(once)).toBe(true)
})

test.each(pairs)('%s of %s: an empty workspace gives a file that is whole', async (name, kind) => {
  const empty = { ...source, async *lines() {} }
  await expect(written(formatNamed(name).write(kind, empty))).resolves.toBeInstanceOf(Buffer)
})

test('one a day: the second event of the same day, pair and code is left out, others are not', async () => {
  const event = {
    id: 'e',
    time: { earliest: '2021-01-01', latest: '2021-01-01' },
    actors: [{ id: 'c:CUB' }],
    recipients: [],
    cameo: '040',
  }
  const variants = [
    event,
    { ...event, id: 'double' },
    { ...event, id: 'code', cameo: '042' },
    { ...event, id: 'day', time: { earliest: '2021-01-02', latest: '2021-01-02' } },
    { ...event, id: 'unknown 1', time: null },
    { ...event, id: 'unknown 2', time: null },
  ]
  const lines = async function* () {
    for (const one of variants) yield JSON.stringify(one)
  }
  const kept: string[] = []
  for await (const line of oneADay(lines())) kept.push((JSON.parse(line) as { id: string }).id)
  expect(kept).toEqual(['e', 'code', 'day', 'unknown 1', 'unknown 2'])
})
