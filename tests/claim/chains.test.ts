import { beforeAll, describe, expect, it } from 'vitest'
import { findClaims } from '../../src/claim/index.js'
import type { LanguageResources } from '../../src/language/index.js'
import { paragraphs, parsePlainText } from '../../src/language/index.js'
import type { Article, Claim } from '../../src/model/index.js'
import { loadClaimResources } from '../../src/resources/claim.js'
import { loadLanguageResources } from '../../src/resources/language.js'

const resources = loadClaimResources()
let language: LanguageResources
beforeAll(async () => {
  language = await loadLanguageResources()
})

async function claims(text: string): Promise<Claim[]> {
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
  }
  const { records: parsed } = await parsePlainText(article.id, text, language)
  const mentions = { mentions: [], chains: [] }
  return findClaims({ article, parsed, mentions, actors: [], times: [], places: [] }, resources).records
}

const chainOf = (claim: Claim | undefined): string[] =>
  (claim?.chain ?? []).map(({ kind, text }) => `${kind}: ${text}`)

describe('chains', () => {
  it.each([
    [
      'A statement released by the harbour ministry and reported by the news agency Interfax called the talks useful.',
      ['ministry: the harbour ministry', 'document: A statement', 'agency: the news agency Interfax'],
    ],
    [
      'In comments published by Reuters, the admiral described the drill as a success.',
      ['person: the admiral', 'interview: comments', 'agency: Reuters'],
    ],
    [
      'Officials briefed on the plan told the Financial Times that half of the boats were gone.',
      ['anonymous: Officials', 'newspaper: the Financial Times'],
    ],
    [
      'A contract seen by Reuters puts the price at two billion euros.',
      ['document: A contract', 'agency: Reuters'],
    ],
    [
      'It emerged from emails leaked to Le Monde that the sale had been approved.',
      ['document: emails', 'newspaper: Le Monde'],
    ],
    ['The two airlines will merge, reports El Tiempo.', ['newspaper: El Tiempo']],
  ])('%s', async (text, chain) => {
    const [first] = (await claims(text)).filter(({ speaker }) => speaker)
    expect(chainOf(first)).toEqual(chain)
  })

  it('gives evidence to the nearest cue', async () => {
    const all = await claims(
      'Investigators think the driver fell asleep, Reuters reported, citing the police.',
    )
    expect(chainOf(all.find(({ content }) => content.text === 'the driver fell asleep'))).toEqual([
      'person: Investigators',
      'ministry: the police',
      'agency: Reuters',
    ])
  })
})

describe('stance of the cue', () => {
  it.each([
    ['The envoy said that the road was open.', 'said', 'neutral'],
    ['The envoy claimed that the road was open.', 'claimed', 'distancing'],
    ['The envoy alleged that the road was mined.', 'alleged', 'distancing'],
    ['The envoy admitted that the road was mined.', 'admitted', 'endorsing'],
    ['The envoy pointed out that the road was open.', 'pointed out', 'endorsing'],
  ])('%s', async (text, cue, stance) => {
    const [claim] = await claims(text)
    expect(claim).toMatchObject({ cue: { text: cue }, stance })
  })
})

describe('speakers of awkward text', () => {
  const speakers = async (text: string) =>
    (await claims(text)).map(({ speaker, content }) => `${speaker?.text ?? '-'}: ${content.text}`)

  it('reads a transcript by labels that come again', async () => {
    expect(
      await speakers('Witness 4: I saw a van.\n\nCounsel: Did it stop?\n\nWitness 4: It never stopped.'),
    ).toEqual(['Witness 4: I saw a van', 'Counsel: Did it stop?', 'Witness 4: It never stopped'])
  })

  it('takes turns in a dialogue with questions', async () => {
    const text =
      '“Is this your hand?” the judge asked.\n\n“It is mine,” the witness said.\n\n“And this one?”\n\n“That is not.”'
    expect(await speakers(text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^the judge: “Is this your hand\?”/),
        expect.stringMatching(/^the witness: “It is mine,”/),
      ]),
    )
    const all = await claims(text)
    const holder = (words: string) =>
      all.find(({ content }) => content.spans.some(span => text.slice(...span).includes(words)))?.speaker
        ?.text
    expect([holder('And this one'), holder('That is not')]).toEqual(['the judge', 'the witness'])
  })

  it('bears a quotation without its end, other marks and nothing at all', async () => {
    expect(await speakers('"We are not enemies, the minister told the delegation.')).not.toEqual([])
    expect(await speakers('« La route est coupée », a déclaré le préfet.')).not.toEqual([])
    expect(await speakers('„Das Schiff ist sicher“, sagte der Kapitän.')).not.toEqual([])
    expect(await claims('@quay: “”\n\n““””')).toEqual([])
  })

  it('every quote equals its slice', async () => {
    const text = 'The army, in a tweet, said “the ship is ours”, state television reported.'
    for (const { speaker, cue, chain } of await claims(text)) {
      for (const part of [speaker, cue]) if (part) expect(text.slice(...part.span)).toBe(part.text)
      for (const link of chain) if (link.span) expect(text.slice(...link.span)).toBe(link.text)
    }
  })
})
