import { beforeAll, describe, expect, it } from 'vitest'
import { frameRows } from '../../src/resources/lexicon.js'
import { codeText, dyad, resources } from './code-sentence.js'

beforeAll(async () => void (await resources()), 60_000)

describe('examples of the event lexicon', () => {
  it.each(frameRows().map(({ event, row }) => [row['id']!, event, row] as const))(
    '%s',
    async (id, _, row) => {
      const { text, events } = await codeText(row['example']!)
      const coded = events.find(({ rule }) => rule === id)
      expect(coded && dyad(coded), text).toBe(row['expect'])
    },
  )
})
