import { expect, test } from 'vitest'
import type { EventMention, Judgement, MentionAnchor } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { activeJudgements, Judged, resolveAnchor } from './judged.js'

const judgement = (id: string, kind: Judgement['kind'], anchor: Judgement['anchor']): Judgement => ({
  id,
  at: '2024-05-01T10:00:00Z',
  kind,
  anchor,
  value: null,
})
const article = (name: string) => ({ article: name, uri: `${name}.txt` })

test('an undone judgement does not count, an undone undo does nothing', () => {
  const first = judgement('j_1', 'accept', { articles: [article('a_1')] })
  const undo = judgement('j_2', 'undo', { judgement: 'j_1' })
  const again = judgement('j_3', 'undo', { judgement: 'j_2' })
  expect(activeJudgements([first, undo])).toEqual([])
  expect(activeJudgements([first, undo, again])).toEqual([first])
})

test('merged stories take the name of the first, split articles found their own', () => {
  const judged = new Judged([
    judgement('j_1', 'merge', { articles: [article('a_1'), article('a_2')] }),
    judgement('j_2', 'split', { articles: [article('a_1'), article('a_7'), article('a_8')] }),
  ])
  expect(judged.storyOf('a_5', hashId('s', 'a_2'))).toBe(hashId('s', 'a_1'))
  expect(judged.storyOf('a_8', hashId('s', 'a_1'))).toBe(hashId('s', 'a_7'))
  expect(judged.storyOf('a_9', 's_other')).toBe('s_other')
})

test('an anchor is found by its characters, else by its words, else not', () => {
  const text = 'Chad met Mali. Chad met Mali.'
  const mention = (id: string, start: number, sentence: [number, number]) =>
    ({ id, trigger: { text: 'met', span: [start, start + 3] }, sentence }) as unknown as EventMention
  const anchor: MentionAnchor = {
    article: 'a_1',
    uri: 'a.txt',
    trigger: 'met',
    span: [5, 8],
    sentence: 'Chad met Mali.',
  }
  const mentions = new Map([['a_1', [mention('m_1', 5, [0, 14]), mention('m_2', 20, [15, 29])]]])
  expect(resolveAnchor(anchor, mentions, text)?.id).toBe('m_1')
  expect(resolveAnchor({ ...anchor, span: [99, 102] }, mentions, text)?.id).toBe('m_1')
  expect(resolveAnchor({ ...anchor, span: [99, 102], sentence: 'Gone.' }, mentions, text)).toBeNull()
})
