import { beforeAll, describe, expect, it } from 'vitest'
import { findAttributions, findClaims } from '../../src/claim/index.js'
import { type LanguageResources, paragraphs, parsePlainText } from '../../src/language/index.js'
import type { Article, GroundedText } from '../../src/model/index.js'
import { loadClaimResources } from '../../src/resources/claim.js'
import { loadLanguageResources } from '../../src/resources/language.js'

const claim = loadClaimResources()
let language: LanguageResources
beforeAll(async () => {
  language = await loadLanguageResources()
})

async function grounded(text: string, more: Partial<Article> = {}): Promise<GroundedText> {
  const article: Article = {
    id: 'a_test',
    capture: 'c_test',
    uri: 'test.txt',
    outlet: {},
    title: null,
    basis: {},
    bylines: [],
    published: null,
    language: 'en',
    text,
    blocks: paragraphs(text),
    removed: [],
    truncated: false,
    ...more,
  }
  const { records: parsed } = await parsePlainText(article.id, text, language)
  return { article, parsed, mentions: { mentions: [], chains: [] }, actors: [], times: [], places: [] }
}

/** Outer attributions as `source | cue | content`. */
async function attributions(text: string): Promise<string[]> {
  const { parsed, article } = await grounded(text)
  return findAttributions(text, article.blocks, parsed, claim)
    .filter(({ nested }) => !nested)
    .map(({ source, cueSpan, content }) =>
      [
        source ? text.slice(...source) : '-',
        text.slice(...cueSpan),
        content.map(span => text.slice(...span)).join(' ... '),
      ].join(' | '),
    )
}

describe('attributions', () => {
  it.each([
    [
      'The minister said that the border would stay closed.',
      ['The minister | said | that the border would stay closed'],
    ],
    [
      'The border will stay closed, the agency reported.',
      ['the agency | reported | The border will stay closed'],
    ],
    [
      '“We will reopen the border,” said Marta Oslen, the interior minister of Norland, in a letter.',
      ['Marta Oslen, the interior minister of Norland | said | “We will reopen the border,”'],
    ],
    [
      '“We are ready,” Oslen said. “Nobody will stop us. We have time.”',
      ['Oslen | said | “We are ready,” ... “Nobody will stop us. We have time.”'],
    ],
    [
      '“We want peace. We will not wait,” the envoy said.',
      ['the envoy | said | “We want peace. We will not wait,”'],
    ],
    [
      'According to a report from the ministry, exports fell by a third.',
      ['a report from the ministry | According to | exports fell by a third'],
    ],
    [
      'Exports fell by a third, according to the central bank.',
      ['the central bank | according to | Exports fell by a third'],
    ],
    ['The president wants to meet the rebels.', ['The president | wants | to meet the rebels']],
    ['There are hopes that the talks will resume.', ['- | hopes | that the talks will resume']],
    ['The mayor called the plan “a bad joke.”', ['The mayor | called | the plan “a bad joke.”']],
    ['ROSSI: We never signed the treaty.', ['ROSSI | : | We never signed the treaty']],
    ['“ROSSI: We never signed.\nBRANDT: You did.', ['ROSSI | : | We never signed', 'BRANDT | : | You did']],
    ['“We never signed it.” — Paula Rossi', ['Paula Rossi | — | “We never signed it.”']],
    [
      'MERIDA (NNA) — The border will stay closed, the agency reported.',
      ['the agency | reported | The border will stay closed'],
    ],
    ['Norland accused the army of shelling the port.', ['Norland | accused | shelling the port']],
    [
      'Brandt vowed to retaliate, saying that “patience has limits.”',
      ['Brandt | vowed | to retaliate', 'Brandt | saying | that “patience has limits.”'],
    ],
    [
      'The visit shows that both sides want peace, Dr. Ada Holm, a scholar at the institute, told Radio Merida.',
      ['Dr. Ada Holm, a scholar at the institute | told | The visit shows that both sides want peace'],
    ],
    ['READ MORE: Talks fail again', []],
    ['The ships left the harbour at noon.', []],
  ])('%s', async (text, expected) => expect(await attributions(text)).toEqual(expected))

  it('follows speech over paragraphs', async () => {
    const found = await attributions(
      'The envoy spoke on Monday. “We have waited for years,” she said.\n\n“Nobody should wait any longer.”',
    )
    expect(found).toContain('she | said | “We have waited for years,” ... “Nobody should wait any longer.”')
  })

  it.each([
    '“',
    'said',
    '" said " said',
    'said '.repeat(2000),
    '“He said “she said “they said',
    ': : :',
    '— — —',
  ])('bears %#', async text => {
    for (const span of (await grounded(text)).parsed.sentences.map(sentence => sentence.span))
      expect(span[1]).toBeLessThanOrEqual(text.length)
    await attributions(text)
  })
})

describe('claims', () => {
  const chains = async (text: string, more?: Partial<Article>) =>
    findClaims(await grounded(text, more), claim).records.map(({ chain }) =>
      chain.map(({ kind, name }) => `${kind}: ${name}`),
    )

  it('gives the accusation to the accuser and leaves the accused out of it', async () => {
    const { records } = findClaims(await grounded('Norland accused Westia of shelling the port.'), claim)
    expect(records.map(({ speaker, content }) => [speaker?.text, content.text])).toEqual([
      ['Norland', 'shelling the port'],
    ])
  })

  it('lets the body behind a document speak', async () => {
    const text = 'According to a statement from the Foreign Ministry, both sides agreed.'
    const [record] = findClaims(await grounded(text), claim).records
    expect(record?.speaker?.text).toBe('the Foreign Ministry')
    expect(record?.chain.map(({ kind, name }) => [kind, name])).toEqual([
      ['ministry', 'the Foreign Ministry'],
      ['document', 'a statement'],
    ])
  })

  it('names every link from the origin outwards, the speaker first', async () => {
    expect(await chains('The talks failed, Reuters reported.')).toEqual([['agency: Reuters']])
    expect(await chains('“It is over,” Oslen said in an interview.', { agency: 'AFP' })).toEqual([
      ['person: Oslen', 'interview: an interview', 'agency: AFP'],
    ])
  })

  it('tells wishes and denials from what is asserted', async () => {
    const text =
      'The president wants to meet the rebels. The general denied that troops had crossed the river.'
    const { records } = findClaims(await grounded(text), claim)
    expect(records.map(({ attitude }) => attitude)).toEqual(['wants', 'denies'])
  })

  it('makes no claim of what was not said, and says so', async () => {
    const { records, diagnostics } = findClaims(
      await grounded('The minister did not say that the border would stay closed.'),
      claim,
    )
    expect(records).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['negated-attribution'])
  })

  it('keeps words in quotation marks of nobody in particular', async () => {
    const { records } = findClaims(await grounded('Both states belong to the ‘ring of fire’.'), claim)
    expect(records.map(({ content, stance, speaker }) => [content.text, stance, speaker])).toEqual([
      ['‘ring of fire’', 'distancing', null],
    ])
  })

  it('points every value to its characters', async () => {
    const text = '“No,” Oslen said, adding that “nothing” changed, Reuters reported, citing officials.'
    for (const { speaker, cue, content } of findClaims(await grounded(text), claim).records) {
      for (const quote of [speaker, cue]) if (quote) expect(text.slice(...quote.span)).toBe(quote.text)
      expect(content.spans.map(span => text.slice(...span)).join(' ... ')).toBe(content.text)
    }
  })
})
