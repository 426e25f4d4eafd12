import { describe, expect, it } from 'vitest'
import type { Article } from '../model/index.js'
import { lineageOf } from './lineage.js'

function article(id: string, outlet: string, text: string, day?: string, agency?: string): Article {
  let at = 0
  const blocks = text.split('\n\n').map(piece => {
    const start = at
    at += piece.length + 2
    return { kind: 'paragraph' as const, span: [start, start + piece.length] as const }
  })
  return {
    id,
    capture: id,
    uri: id,
    outlet: { name: outlet },
    title: null,
    basis: {},
    bylines: [],
    published: day ? { earliest: day, latest: day, basis: 'table', evidence: [] } : null,
    language: 'en',
    ...(agency ? { agency } : {}),
    text,
    blocks,
    removed: [],
    truncated: false,
  }
}

const lead =
  'The ferry Alma ran onto a sandbank off Port Lisse shortly before dawn on Tuesday with ninety people on board.'
const second =
  'Fishermen brought the passengers ashore in small boats before the coast guard arrived from the next harbour.'
const own =
  'The harbour master has asked for a new lighthouse since the winter storms of last year took the old one.'

const shown = (articles: readonly Article[]) =>
  lineageOf(articles).map(({ article: id, span, source, share, of, credited }) => {
    const slice = (name: string, at: readonly [number, number]) =>
      articles.find(one => one.id === name)!.text.slice(...at)
    return {
      id,
      text: slice(id, span),
      from: source.article,
      source: slice(source.article, source.span),
      share,
      of,
      credited,
    }
  })

describe('lineage', () => {
  it('ties sentences to the earlier report they are taken from, neighbours as one stretch', () => {
    const found = shown([
      article('a', 'Coast Wire', `${lead} ${second}`),
      article('b', 'Daily Lamp', `${own}\n\n${lead} ${second}`),
    ])
    expect(found).toEqual([
      {
        id: 'b',
        text: `${lead} ${second}`,
        from: 'a',
        source: `${lead} ${second}`,
        share: 1,
        of: 'words',
        credited: false,
      },
    ])
  })

  it('finds a sentence with some of its words changed', () => {
    const changed = lead.replace('shortly before dawn on Tuesday', 'early on Tuesday')
    const [tie] = shown([article('a', 'Coast Wire', lead), article('b', 'Daily Lamp', changed)])
    expect(tie).toMatchObject({ id: 'b', from: 'a', of: 'words' })
    expect(tie!.share).toBeGreaterThan(0.5)
    expect(tie!.share).toBeLessThan(1)
  })

  it('goes by the day of publication before the order of arrival', () => {
    const found = shown([
      article('late', 'Daily Lamp', lead, '2031-05-03'),
      article('early', 'Coast Wire', lead, '2031-05-02'),
    ])
    expect(found.map(({ id, from }) => [id, from])).toEqual([['late', 'early']])
  })

  it('leaves one house, independent reports and shared quotations of few words alone', () => {
    expect(shown([article('a', 'Coast Wire', lead), article('b', 'Coast Wire', lead)])).toEqual([])
    expect(shown([article('a', 'Coast Wire', lead), article('b', 'Daily Lamp', own)])).toEqual([])
    const quote = (words: string) => `A sailor had “${words}” to say about it all that morning.`
    expect(
      shown([
        article('a', 'X', quote('nothing good at all, sir')),
        article('b', 'Y', 'He said “nothing good at all, sir” again.'),
      ]),
    ).toEqual([])
  })

  it('ties a longer quotation that two reports have, and tells when the source is named', () => {
    const words = '“We saw the light go out and knew that the bank was close,” the mate said.'
    const found = shown([
      article('a', 'Coast Wire', words),
      article(
        'b',
        'Daily Lamp',
        `Much was heard in the harbour, Coast Wire reported. ${words.replace('the mate said', 'one man recalled')}`,
      ),
    ])
    expect(found).toMatchObject([{ id: 'b', from: 'a', of: 'quotation', share: 1, credited: true }])
  })

  it('stays fast on many copies', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      article(`n${i}`, `Outlet ${i}`, `${lead} ${second} ${own}`),
    )
    expect(lineageOf(many)).toHaveLength(299)
  })
})
