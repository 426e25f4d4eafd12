import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockTexts, read } from '../../../tests/kit/article.js'

const paragraphs = [
  'The foreign minister of Norland arrived in Port Amity on Tuesday for two days of talks about fishing rights, the ministry said in a statement.',
  'He was received by his counterpart, Ana Belmar, who called the visit "an important step" after years in which the two governments hardly spoke.',
  'Diplomats on both sides said that an agreement on the northern banks was close, but that the question of compensation remained open for now.',
  'The talks are to continue on Wednesday, when both ministers are expected to sign a memorandum on the training of coast guards in the region.',
]

/** Null for texts of nothing but furniture, which are refused. */
function readOrNull(text: string): ReturnType<typeof read> | null {
  try {
    return read(text)
  } catch (error) {
    expect((error as { code: string }).code).toBe('SYN_NO_TEXT')
    return null
  }
}

describe('readScrapedText', () => {
  it('takes the doubled title once and puts the trail before it aside', () => {
    const article = read(
      `Home World/Islands Norland minister visits Port Amity for fishing talks\n\nNorland minister visits Port Amity for fishing talks\n\n\n${paragraphs.join('\n')}\n`,
    )
    expect(article.title).toBe('Norland minister visits Port Amity for fishing talks')
    expect(article.section).toBe('World/Islands')
    expect(blockTexts(article)).toEqual(paragraphs)
    expect(article.truncated).toBe(false)
  })

  it('reads a date line below the title and cuts menu and see-also lines', () => {
    const article = read(
      `RSS Region Science Frontline Essays From Our Readers\n\nOceania , Diplomacy\n\nA New Season on the Banks? Norland Minister's Visit to Port Amity\n\nMarch 3rd - 2021\n\n${paragraphs.join('\n\n')}\n\nSee Also`,
    )
    expect(article.title).toBe("A New Season on the Banks? Norland Minister's Visit to Port Amity")
    expect(article.published).toMatchObject({
      earliest: '2021-03-03',
      latest: '2021-03-03',
      basis: 'date line',
    })
    expect(blockTexts(article)).toEqual(paragraphs)
  })

  it('parts a caption from the credit it is glued to and never dates the article by it', () => {
    const caption = 'Foreign Minister Belmar opens the harbour fair in Port Amity, Norland, March 7, 2019'
    const text = `- Courier Online\nWorld\n\nNorland Minister in Port Amity: Talks About Fish\n\n© COASTPRESS / Pool${caption}\n${caption} - Courier Online\nSubscribe\n${paragraphs[0]}\n\n${paragraphs[1]}\n\nREAD MORE: Fleet Returns Early From Northern Banks\n\n${paragraphs[2]}\n\n${paragraphs[3]}\n\nNewsfeed\n0\nTo participate in the discussion\nlog in or register\nloader\nChats\nЗаголовок открываемого материала`
    const article = read(text)
    expect(article.title).toBe('Norland Minister in Port Amity: Talks About Fish')
    expect(article.outlet.name).toBe('Courier Online')
    expect(article.published).toBeNull()
    expect(blockTexts(article)).toEqual(paragraphs)
    const reasons = new Map(article.removed.map(({ text: cut, reason }) => [cut, reason]))
    expect(reasons.get(caption)).toBe('caption')
    expect(reasons.get(`${caption} - Courier Online`)).toBe('caption')
    expect(reasons.get('© COASTPRESS / Pool')).toBe('credit')
    expect(reasons.get('READ MORE: Fleet Returns Early From Northern Banks')).toBe('related link')
    expect(reasons.get('Chats')).toMatch(/comments/)
  })

  it.each([
    ['a line that asks to read on', [...paragraphs, 'Continue reading...']],
    [
      'a quotation that nothing closes',
      [
        ...paragraphs,
        '“We have agreed on most of it,” Belmar said, adding, “the rest will follow before the autumn.',
      ],
    ],
    [
      'a sentence without an end',
      [
        ...paragraphs,
        'Officials in the capital said that the agreement would be signed once the parliament had approved the first part of the',
      ],
    ],
  ])('tells that the text is cut off: %s', (_, lines) => {
    expect(read(`Norland minister visits Port Amity\n\n${lines.join('\n')}`).truncated).toBe(true)
  })

  it('makes spaces plain and drops what cannot be seen', () => {
    const article = read(
      `Norland minister visits Port Amity\n\n${paragraphs.join('\n').replace('Port Amity', 'Port\u00a0Am\u00adity').replace('two days', 'two\u200b\u2009days')}`,
    )
    expect(article.text).toContain('arrived in Port Amity on Tuesday for two days of talks')
  })

  it('joins hard-wrapped lines', () => {
    const wrapped = paragraphs.map(p => p.replace(/(.{50,70}?)\s/g, '$1\n')).join('\n\n')
    expect(blockTexts(read(`Minister visits\n\n${wrapped}`))).toEqual(paragraphs)
  })

  it('keeps a text that is nothing but clean paragraphs', () => {
    expect(read(paragraphs.join('\n\n')).text).toBe(paragraphs.join('\n\n'))
  })

  it('gives the headline as text when there is nothing else', () => {
    const article = read('Norland minister arrives in Port Amity')
    expect(article.text).toBe('Norland minister arrives in Port Amity')
    expect(article.title).toBe('Norland minister arrives in Port Amity')
  })

  it('loses no visible line and covers the text with blocks (property)', () => {
    const word = fc.constantFrom(
      'Norland',
      'harbour',
      'said',
      'the',
      'minister',
      'talks',
      '2021',
      'Share',
      'more:',
      'of',
      'Photo:',
      '©',
      'March',
      '3',
      'quota',
      'By',
      'Ana',
      'Belmar',
    )
    const line = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 30 }), fc.constantFrom('', '.', '!', ':', '...'))
      .map(([words, end]) => words.join(' ') + end)
    const document = fc.array(fc.oneof(line, fc.constantFrom(...paragraphs)), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(document, lines => {
        const article = readOrNull(lines.join('\n'))
        if (!article) return
        const everything = [
          article.title ?? '',
          article.text,
          article.section ?? '',
          ...article.removed.map(r => r.text),
        ].join('\n')
        for (const visible of lines) for (const part of visible.split(' ')) expect(everything).toContain(part)
        let end = 0
        for (const { span } of article.blocks) {
          expect(span[0]).toBeGreaterThanOrEqual(end)
          expect(span[1]).toBeGreaterThan(span[0])
          end = span[1]
        }
        expect(end).toBe(article.text.length)
        expect(blockTexts(article).join('\n\n')).toBe(article.text)
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})
