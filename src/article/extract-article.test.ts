import { describe, expect, it } from 'vitest'
import { captureOf, read, resources } from '../../tests/kit/article.js'
import { hashId } from '../text/hash.js'
import { extractArticle } from './extract-article.js'

const text =
  'The minister of Norland arrived in Port Amity on Tuesday for talks about fishing rights, her ministry said in a statement.'
const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

describe('extractArticle', () => {
  it.each([
    ['an empty file', '', {}, 'SYN_EMPTY'],
    ['white space', ' \n\t ', {}, 'SYN_EMPTY'],
    ['a PDF', '%PDF-1.7 ...', {}, 'SYN_BINARY'],
    ['zero bytes', new Uint8Array([1, 0, 3, 5, 0, 1, 2, 2, 2, 255, 0]), {}, 'SYN_BINARY'],
    ['broken JSON', '{"text":', { mediaType: 'application/json' }, 'SYN_BAD_ITEM'],
    [
      'an item without text',
      '{"url":"https://a.example/"}',
      { mediaType: 'application/json' },
      'SYN_NO_TEXT',
    ],
    [
      'a page without text',
      '<html><body><div></div></body></html>',
      { mediaType: 'text/html' },
      'SYN_NO_TEXT',
    ],
  ])('refuses %s', (_, body, options, expected) => {
    expect(code(() => read(body, options))).toBe(expected)
  })

  it('refuses captures above the size limit', () => {
    expect(code(() => extractArticle(captureOf(text), resources, { sizeLimit: 20 }))).toBe('SYN_TOO_LARGE')
  })

  it('takes its identity from the capture and keeps the input as it was', () => {
    const capture = Object.freeze(captureOf(text))
    const bytes = Buffer.from(capture.body)
    const article = extractArticle(capture, resources).records
    expect(article.id).toBe(hashId('a', capture.id))
    expect(Buffer.from(capture.body).equals(bytes)).toBe(true)
    expect(extractArticle(capture, resources).records).toEqual(article)
  })

  it('never dates a local file by the time of its capture; network captures get an upper bound', () => {
    expect(read(text).published).toBeNull()
    expect(read(text).notAfter).toBeUndefined()
    expect(read(text, { origin: 'http', uri: 'https://a.example/x' }).notAfter).toBe('2031-05-05')
  })

  it('lets the fields of an item win over its text', () => {
    const item = {
      url: 'https://www.courier.example/a',
      title: 'Minister arrives',
      date: '2020-04-05T10:00:00Z',
      text,
      outlet: 'Courier',
      author: 'Mia Dietrich',
    }
    const article = read(JSON.stringify(item), { mediaType: 'application/json' })
    expect(article).toMatchObject({
      title: 'Minister arrives',
      text,
      outlet: { name: 'Courier', domain: 'courier.example' },
      bylines: ['Mia Dietrich'],
    })
    expect(article.published).toMatchObject({ value: '2020-04-05', basis: 'item field' })
    expect(article.removed).toEqual([])
  })

  it('reads an item without text as its headline', () => {
    expect(
      read(JSON.stringify({ title: 'Minister arrives in Port Amity' }), { mediaType: 'application/json' })
        .text,
    ).toBe('Minister arrives in Port Amity')
  })

  it('takes a page in a text file for a page', () => {
    const article = read(
      `<html><head><title>Fleet</title></head><body><div><h1>Fleet leaves</h1><p>${text}</p><p>${text.replace('Tuesday', 'Friday')}</p></div></body></html>`,
    )
    expect(article.text).not.toContain('<')
  })
})
