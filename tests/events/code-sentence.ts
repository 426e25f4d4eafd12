import { plainArticle } from '../../bench/tasks/plain-text.js'
import { findClaims } from '../../src/claim/index.js'
import { codeEvents } from '../../src/event/index.js'
import { groundText } from '../../src/grounding/index.js'
import { parseText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { Claim, Diagnostic, EventMention } from '../../src/model/index.js'
import { loadResources, type Resources } from '../../src/resources/index.js'

let loaded: Promise<Resources> | undefined
/** The shipped resources, loaded once for a test file. */
export const resources = (): Promise<Resources> => (loaded ??= loadResources({ backend: 'auto' }))

export interface CodedText {
  readonly text: string
  readonly events: readonly EventMention[]
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Runs a plain text through all stages of a document up to the events, with the event resources of the package unless others are given. */
export async function codeText(text: string, event?: Resources['event']): Promise<CodedText> {
  const all = await resources()
  const article = plainArticle('a', text)
  const parsed = (await parseText(article, all.language)).records
  const mentions = findMentions(article, parsed, all.mention).records
  const grounded = groundText(article, parsed, mentions, all.grounding).records
  const claims = findClaims(grounded, all.claim).records
  const { records, diagnostics } = codeEvents(grounded, claims, event ?? all.event)
  return { text, events: records, claims, diagnostics }
}

const who = (roles: EventMention['actors']): string =>
  roles.map(({ actor }) => actor.country ?? actor.id.slice(2)).join(' ')

/** `actors>recipients` by country. */
export const dyad = (event: EventMention): string => `${who(event.actors)}>${who(event.recipients)}`

/** `EVENT/mode actors>recipients factuality holder`. */
export const line = (event: EventMention): string =>
  `${event.event}${event.mode ? `/${event.mode}` : ''} ${dyad(event)} ${event.factuality} ${event.holder === 'outlet' ? 'outlet' : 'claim'}`
