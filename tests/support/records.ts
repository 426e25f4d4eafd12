import type {
  Actor,
  Article,
  Claim,
  EventMention,
  Participant,
  Quote,
  StoryMember,
  Time,
} from '../../src/model/index.js'
import { hashId } from '../../src/text/hash.js'

/** Builders of records for tests of the corpus stages. Words are found in the article's text, so that every span is true. */
export function article(id: string, text: string, more: Partial<Article> = {}): Article {
  return {
    id,
    capture: `c_${id}`,
    uri: `${id}.txt`,
    outlet: { name: `Outlet ${id}` },
    title: null,
    basis: {},
    bylines: [],
    published: null,
    modified: null,
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    removed: [],
    truncated: false,
    ...more,
  }
}

export function quote({ text }: Pick<Article, 'text'>, words: string): Quote {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`"${words}" does not stand in the text.`)
  return { text: words, span: [start, start + words.length] }
}

export const country = (code: string, name: string): Actor => ({
  id: `c:${code}`,
  name,
  kind: 'country',
  country: code,
  sectors: ['GOV'],
  roles: [],
})

export const person = (name: string, code: string): Actor => ({
  id: `p:${name.toLowerCase().replaceAll(' ', '-')}`,
  name,
  kind: 'person',
  country: code,
  sectors: ['GOV'],
  roles: [],
})

export const participant = (of: Article, words: string, actor: Actor): Participant => ({
  ...quote(of, words),
  actor,
})

export const on = (of: Article, words: string, day: string): Time => {
  const { text, span } = quote(of, words)
  return {
    earliest: day,
    latest: day,
    value: day,
    text,
    span,
    basis: 'explicit date',
    evidence: [{ article: of.id, span }],
  }
}

/** A time that the article leaves open: `XXXX-WXX-5` for a Friday, `XXXX-WXX` for "this week". */
export const open = (of: Article, words: string, value: string): Time => {
  const { text, span } = quote(of, words)
  return {
    earliest: null,
    latest: null,
    value,
    text,
    span,
    basis: 'weekday without document date',
    evidence: [{ article: of.id, span }],
  }
}

export function mention(of: Article, trigger: string, more: Partial<EventMention>): EventMention {
  const words = quote(of, trigger)
  const start = of.text.lastIndexOf('. ', words.span[0]) + 1
  const stop = of.text.indexOf('.', words.span[1])
  return {
    id: hashId('m', of.id, ...words.span),
    article: of.id,
    story: null,
    sentence: [start, stop < 0 ? of.text.length : stop + 1],
    trigger: words,
    event: 'CONSULT',
    contexts: [],
    cameo: '042',
    quad: 'verbal_cooperation',
    goldstein: 1.9,
    score: 1,
    factuality: 'CT+',
    holder: 'outlet',
    actors: [],
    recipients: [],
    time: null,
    place: null,
    rule: 'test',
    ...more,
  }
}

export function claim(of: Article, speaker: string, content: string, more: Partial<Claim> = {}): Claim {
  const { text, span } = quote(of, content)
  return {
    id: hashId('cl', of.id, ...span),
    article: of.id,
    story: null,
    speaker: quote(of, speaker),
    cue: null,
    content: { text, spans: [span] },
    quoted: false,
    stance: 'neutral',
    chain: [],
    mentions: [],
    rule: 'test',
    ...more,
  }
}

export const member = (
  of: Article,
  events: EventMention[],
  more: Partial<StoryMember> = {},
): StoryMember => ({
  article: of,
  claims: [],
  events,
  origin: of.outlet.name ?? of.id,
  ...more,
})
