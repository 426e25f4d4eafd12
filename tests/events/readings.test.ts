import { beforeAll, describe, expect, it } from 'vitest'
import { codeText, resources } from './code-sentence.js'

beforeAll(async () => void (await resources()), 60_000)

describe('event words that other domains share', () => {
  it.each([
    ['Bosnia hosted Wales on Sunday and the visitors scrambled a late equaliser.', 'sport'],
    ['The Lithuanian bank signed an agreement with a Danish lender about card payments.', 'business'],
  ])('%s is read as %s', async (text, domain) => {
    const { events, diagnostics } = await codeText(text)
    expect(events).toEqual([])
    expect(diagnostics.map(({ message }) => message).join('\n')).toMatch(
      new RegExp(`${domain}|no political actor`),
    )
  })

  it.each([
    'Norway boycotted the football match in Belarus and recalled its ambassador from Minsk.',
    'Peru accused Chile of spying on its central bank.',
    'Russian missiles hit a theatre in Kharkiv, Ukrainian officials said.',
  ])('%s is politics', async text => {
    expect((await codeText(text)).events.length).toBeGreaterThan(0)
  })
})
