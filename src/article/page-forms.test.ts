import { describe, expect, it } from 'vitest'
import { read, readHtml } from '../../tests/kit/article.js'

const prose = (what: string): string =>
  `<p>${`The council of Port Amity spoke about ${what} on Monday and put off its vote until the spring session. `.repeat(3)}</p>`
const page = (body: string, head = '', html = ''): string =>
  `<html ${html}><head><title>Council puts off vote</title>${head}</head><body><main><h1>Council puts off vote</h1>${body}</main></body></html>`
const linked = (data: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const two = prose('the bridge') + prose('the ferry')

describe('versions of a page', () => {
  it('names the canonical address of an AMP page', () => {
    const head = '<link rel="canonical" href="/council">'
    const article = readHtml(page(two, head, 'amp'), { uri: 'https://gazette.example/council/amp' })
    expect([article.version, article.canonical]).toEqual(['amp', 'https://gazette.example/council'])
  })
  it('knows a print version', () => {
    const head = '<link rel="canonical" href="https://gazette.example/council">'
    const article = readHtml(page(two, head), { uri: 'https://gazette.example/council?print=1' })
    expect(article.version).toBe('print')
  })
  it('says where an article of several pages goes on', () => {
    const next = '<p><a rel="next" href="/council/2">Next</a></p>'
    const article = readHtml(page(two + next), { uri: 'https://gazette.example/council' })
    expect([article.nextPage, article.truncated]).toEqual(['https://gazette.example/council/2', true])
  })
  it('takes the next post of a blog for no next page', () => {
    const next = '<p><a rel="next" href="/2031/05/ferry-stays">The ferry stays</a></p>'
    expect(
      readHtml(page(two + next), { uri: 'https://gazette.example/2031/04/council' }).nextPage,
    ).toBeUndefined()
  })
  it('notes a paywall', () => {
    const data = { '@type': 'NewsArticle', headline: 'Council puts off vote', isAccessibleForFree: 'False' }
    const article = readHtml(
      page(`${two}<div class="paywall-box"><p>Subscribe to go on.</p></div>`, linked(data)),
    )
    expect([article.paywalled, article.truncated]).toEqual([true, true])
  })
  it('says that a page with a film has little text', () => {
    const head = linked({ '@type': 'VideoObject', name: 'Council puts off vote' })
    expect(
      readHtml(page('<p>The vote in two minutes, with the voices of both sides.</p>', head)).medium,
    ).toBe('video')
    expect(readHtml(page(two + prose('the school') + prose('the market'), head)).medium).toBeUndefined()
  })
})

describe('live blogs', () => {
  const update = (hour: number, headline: string, articleBody: string): unknown => ({
    '@type': 'BlogPosting',
    datePublished: `2031-04-07T${hour}:00:00Z`,
    headline,
    articleBody,
  })
  const blog = {
    '@type': 'LiveBlogPosting',
    headline: 'Council puts off vote',
    liveBlogUpdate: [
      update(
        12,
        'Session ends early',
        'The mayor closed the session and thanked the ferry crews for coming.',
      ),
      update(10, 'Session begins', 'The session began with a minute of silence for the old harbour pilot.'),
    ],
  }
  it('keep their entries with times from JSON-LD, each pointing at its words', () => {
    const entries =
      '<h2>Session ends early</h2><p>The mayor closed the session and thanked the ferry crews for coming.</p><h2>Session begins</h2><p>The session began with a minute of silence for the old harbour pilot.</p>'
    const article = readHtml(page(two + entries, linked(blog)))
    const texts = (article.entries ?? []).map(({ time, span }) => [
      time,
      article.text.slice(...span).split('\n')[0],
    ])
    expect(texts).toEqual([
      ['2031-04-07T12:00:00Z', 'Session ends early'],
      ['2031-04-07T10:00:00Z', 'Session begins'],
    ])
    expect(article.text.endsWith('pilot.')).toBe(true)
  })
  it('that show their entries by script only have them from JSON-LD', () => {
    const article = readHtml(page(two, linked(blog)))
    expect(article.entries).toHaveLength(2)
    expect(article.text).toContain('thanked the ferry crews')
  })
  it('are known by their mark-up', () => {
    const entry = (hour: number): string =>
      `<div class="liveblog-entry"><time datetime="2031-04-07T${hour}:00:00Z">${hour}:00</time>${prose(`matter ${hour}`)}</div>`
    expect(readHtml(page(entry(12) + entry(11) + entry(10))).entries?.map(e => e.time)).toEqual([
      '2031-04-07T12:00:00Z',
      '2031-04-07T11:00:00Z',
      '2031-04-07T10:00:00Z',
    ])
  })
})

describe('hostile pages', () => {
  it('never run scripts and leave templates aside', () => {
    const article = readHtml(
      page(
        `${two}<template><p>${'Hidden words of a template that nobody sees on this page. '.repeat(3)}</p></template><script>document.title = 'changed'; globalThis.ran = true</script>`,
      ),
    )
    expect(article.text).not.toContain('template')
    expect((globalThis as Record<string, unknown>)['ran']).toBeUndefined()
    expect(article.title).toBe('Council puts off vote')
  })
  it.each(['div', 'span', 'b', 'template', 'blockquote'])('read 100,000 nested <%s>', tag => {
    const article = readHtml(
      `<html><body><h1>Council puts off vote</h1>${two}${`<${tag}>`.repeat(100_000)}x</body></html>`,
    )
    expect(article.text).toContain('the bridge')
  })
})

describe('languages', () => {
  it.each([
    [
      'en',
      'The council of the town put off its vote on the bridge, and the mayor said that it would meet again in the spring.',
    ],
    [
      'es',
      'El concejo de la ciudad aplazó la votación sobre el puente y el alcalde dijo que se reunirá de nuevo en la primavera.',
    ],
    [
      'fr',
      'Le conseil de la ville a reporté le vote sur le pont et le maire a dit qu’il se réunira de nouveau au printemps.',
    ],
    [
      'de',
      'Der Rat der Stadt hat die Abstimmung über die Brücke verschoben, und der Bürgermeister will im Frühling wieder tagen.',
    ],
    [
      'pt',
      'A câmara da cidade adiou a votação sobre a ponte e o presidente disse que não vai reunir-se de novo antes da primavera.',
    ],
    [
      'ru',
      'Совет города отложил голосование о мосте, и мэр сказал, что он снова соберётся весной, когда сойдёт лёд.',
    ],
    [
      'ar',
      'أجل مجلس المدينة التصويت على الجسر وقال رئيس البلدية إن المجلس سيجتمع مرة أخرى في الربيع مع جميع الأعضاء.',
    ],
    ['ko', '시의회는 다리에 관한 표결을 미루었고 시장은 봄에 다시 모일 것이라고 말했다.'],
    ['zh', '市议会推迟了关于大桥的表决，市长说议会将在春天再次开会讨论这个问题。'],
    ['ja', '市議会は橋についての採決を延期し、市長は春に再び集まると述べた。'],
  ])('knows %s', (language, sentence) => {
    const article = readHtml(
      `<html><body><main><h1>${sentence.slice(0, 24)}</h1><p>${sentence}</p><p>${sentence}!</p></main></body></html>`,
    )
    expect(article.language).toBe(language)
    expect(article.text).toContain(sentence)
  })
  it('keeps right-to-left text free of marks and in its order', () => {
    const article = read(
      '\u202bقال رئيس البلدية إن المجلس سيجتمع في الربيع.\u202c\n\nوأجل المجلس التصويت على الجسر إلى ذلك الحين.',
    )
    expect(article.text.startsWith('قال رئيس')).toBe(true)
    expect(article.text).not.toMatch(/[\u202a-\u202e]/)
  })
  it('drops soft hyphens and makes odd spaces plain', () => {
    const article = read(
      'The coun\u00adcil met\u00a0on\u2009Monday in Port Amity.\n\nIt put off its vote on the bridge until spring.',
    )
    expect(article.text).toContain('The council met on Monday')
  })
})
