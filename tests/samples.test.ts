import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isFailure, readCaptures } from '../src/capture/index.js'
import { ploverEvents } from '../src/model/index.js'

const samples = join(import.meta.dirname, '..', 'samples')

interface Page {
  readonly file: string
  readonly story: string
  readonly title: string
  readonly published: string | null
  readonly firstWords: string
  readonly lastWords: string
  readonly copyFamily: string | null
}
interface Values {
  readonly values: readonly { readonly value: string; readonly pages: readonly string[] }[]
}
interface Story {
  readonly id: string
  readonly pages: readonly string[]
  readonly copies: readonly (readonly string[])[]
  readonly events: readonly {
    readonly event: string
    readonly actors: readonly string[]
    readonly pages: readonly string[]
  }[]
  readonly disputes: readonly Values[]
  readonly chains: readonly { readonly page: string }[]
}

const gold = JSON.parse(readFileSync(join(samples, 'gold.json'), 'utf8')) as {
  pages: readonly Page[]
  stories: readonly Story[]
}

/** What stands on a page, white space made even; tags are taken away roughly, which is enough to look words up. */
function words(file: string): string {
  const text = new TextDecoder(file.includes('faro') ? 'latin1' : 'utf-8').decode(
    readFileSync(join(samples, file)),
  )
  return text
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}

test('the samples are read whole, in the order of gold.json within each story, and nothing fails', async () => {
  const uris: string[] = []
  for await (const found of readCaptures(['samples'], { cwd: join(samples, '..') })) {
    if (isFailure(found)) throw new Error(`${found.uri}: ${found.message}`)
    uris.push(found.uri.replace('samples/', ''))
  }
  expect(uris).toEqual(gold.pages.map(page => page.file).sort())
})

describe('gold.json', () => {
  test.each(gold.pages)('$file holds what is said of it', page => {
    const text = words(page.file)
    expect(text).toContain(page.title)
    expect(text).toContain(page.firstWords)
    expect(text).toContain(page.lastWords)
    expect(text.indexOf(page.firstWords)).toBeLessThanOrEqual(text.lastIndexOf(page.lastWords))
    if (page.published) expect(page.published).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test.each(gold.stories)('$id names only pages of its own', story => {
    expect(story.pages).toEqual(gold.pages.filter(page => page.story === story.id).map(page => page.file))
    const named = [
      ...story.copies.flat(),
      ...story.events.flatMap(event => event.pages),
      ...story.disputes.flatMap(dispute => dispute.values.flatMap(value => value.pages)),
      ...story.chains.map(chain => chain.page),
    ]
    for (const page of named) expect(story.pages).toContain(page)
    for (const event of story.events) {
      expect(ploverEvents).toContain(event.event)
      expect(event.pages.length, JSON.stringify(event)).toBeGreaterThan(0)
    }
  })

  test('is described page by page in the README', () => {
    const readme = readFileSync(join(samples, 'README.md'), 'utf8')
    for (const page of gold.pages) expect(readme).toContain(`| \`${page.file}\` |`)
  })
})
