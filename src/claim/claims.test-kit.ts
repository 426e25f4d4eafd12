import type { Article } from '../model/article.js'
import type { Claim } from '../model/claim.js'
import type { Sentence, Token } from '../model/parsed-text.js'
import { loadClaimResources } from '../resources/claim.js'
import { findClaims } from './find-claims.js'

/** A word as `form|lemma|UPOS|XPOS|head|relation`; an empty lemma is the form in lower case. */
function wordsOf(text: string, line: string, from: number): Token[] {
  let at = from
  return line.split(' ').map(cell => {
    const [form, lemma, upos, xpos, head, deprel] = cell.split('|') as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const start = text.indexOf(form, at)
    at = start + form.length
    return {
      form,
      start,
      end: at,
      lemma: lemma || form.toLowerCase(),
      upos,
      xpos,
      feats: '',
      head: Number(head),
      deprel,
    }
  })
}

function sentencesOf(text: string, lines: readonly string[]): Sentence[] {
  let at = 0
  return lines.map(line => {
    const tokens = wordsOf(text, line, at)
    at = tokens.at(-1)!.end
    return { span: [tokens[0]!.start, at], tokens, entities: [], multiword: [], block: 0 }
  })
}

/** Claims of a one-paragraph text of the outlet Courier with its parse; nobody is resolved. */
export function claimsOf(text: string, lines: readonly string[], agency?: string): Claim[] {
  const article: Article = {
    id: 'a',
    capture: 'a',
    uri: 'a',
    outlet: { name: 'Courier' },
    title: null,
    basis: {},
    bylines: [],
    published: null,
    language: 'en',
    ...(agency ? { agency } : {}),
    text,
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    removed: [],
    truncated: false,
  }
  const parsed = { article: 'a', language: 'en', sentences: sentencesOf(text, lines) }
  const mentions = { mentions: [], chains: [] }
  return findClaims({ article, parsed, mentions, actors: [], times: [], places: [] }, loadClaimResources())
    .records
}
