import type { Actor } from '../model/actor.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Mention } from '../model/mention.js'
import type { Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { overlaps } from './fragments.js'

/** Actors of mentions, looked up by the words they stand in. */
export class Speakers {
  private readonly own: ReadonlyMap<string, Actor>
  private readonly bySentence: ReadonlyMap<number, readonly Mention[]>
  private readonly plural: ReadonlyMap<string, readonly Actor[]>
  private readonly byId: ReadonlyMap<string, Mention>

  constructor(private readonly grounded: GroundedText) {
    this.own = new Map(grounded.actors.flatMap(({ mention, actor }) => (actor ? [[mention, actor]] : [])))
    const bySentence = new Map<number, Mention[]>()
    for (const mention of grounded.mentions.mentions) {
      const own = bySentence.get(mention.sentence)
      if (own) own.push(mention)
      else bySentence.set(mention.sentence, [mention])
    }
    this.bySentence = bySentence
    this.plural = new Map(
      grounded.actors.flatMap(({ mention, members }) => (members ? [[mention, members]] : [])),
    )
    this.byId = new Map(grounded.mentions.mentions.map(mention => [mention.id, mention]))
  }

  /**
   * Actor of a source phrase: of the mention with its head word, else of the first mention in it, the longer one of two that begin together.
   * Adjectives name nobody.
   */
  actorOf(source: Span): Actor | undefined {
    const heads = this.headsOf(source)
    const isHead = ({ sentence, head }: Mention) =>
      heads.some(h => h.sentence === sentence && h.token === head)
    const inside = this.mentionsNear(source)
      .filter(mention => mention.kind !== 'adjective' && overlaps(mention.span, source))
      .sort((a, b) => Number(isHead(b)) - Number(isHead(a)) || a.span[0] - b.span[0] || b.span[1] - a.span[1])
    for (const mention of inside) {
      const actor = this.resolved(mention)
      if (actor) return actor
      if (isHead(mention)) return undefined
    }
    return undefined
  }

  /** Actors of a source that stands for several: "both countries", "the two leaders". Empty for any other. */
  membersOf(source: Span): readonly Actor[] {
    const own = this.mentionAt(source)
    return own ? (this.plural.get(own.id) ?? []) : []
  }

  /** Whether a phrase names somebody or something that speaks: its last head is that of a mention. */
  isSomebody(source: Span): boolean {
    const last = this.headsOf(source).at(-1)
    return (
      last !== undefined && (this.bySentence.get(last.sentence) ?? []).some(({ head }) => head === last.token)
    )
  }

  /** Whether a phrase surely names a person: he or she, a person's name, an actor that is one. */
  isPerson(source: Span): boolean {
    const heads = this.headsOf(source)
    const mention = (this.bySentence.get(heads[0]?.sentence ?? -1) ?? []).find(({ head }) =>
      heads.some(({ token }) => token === head),
    )
    if (!mention) return false
    if (mention.kind === 'pronoun') return /^(?:he|she)$/i.test(mention.text)
    return mention.entity === 'PER' || this.resolved(mention)?.kind === 'person'
  }

  /** Whether two phrases are put into one chain of mentions. */
  areSame(one: Span, other: Span): boolean {
    const chain = this.mentionAt(one)?.chain
    return chain !== undefined && this.mentionAt(other)?.chain === chain
  }

  /** Other mentions of whom a phrase stands for that are no pronouns: the words of their sentences and their head. */
  namesOf(source: Span): { readonly tokens: readonly Token[]; readonly head: number }[] {
    const own = this.mentionAt(source)
    if (!own) return []
    return this.grounded.mentions.mentions
      .filter(mention => mention.chain === own.chain && mention.id !== own.id && mention.kind !== 'pronoun')
      .map(({ sentence, head }) => ({
        tokens: this.grounded.parsed.sentences[sentence]!.tokens,
        head,
      }))
  }

  /** The mention with the head word of a phrase. */
  private mentionAt(source: Span): Mention | undefined {
    const heads = this.headsOf(source)
    return (this.bySentence.get(heads[0]?.sentence ?? -1) ?? []).find(({ head }) =>
      heads.some(({ token }) => token === head),
    )
  }

  /** Mentions of the sentences that a span reaches over. */
  private mentionsNear(source: Span): readonly Mention[] {
    const { sentences } = this.grounded.parsed
    const found: Mention[] = []
    for (let i = this.sentenceAt(source[0]); i >= 0 && i < sentences.length; i++) {
      if (sentences[i]!.span[0] >= source[1]) break
      found.push(...(this.bySentence.get(i) ?? []))
    }
    return found
  }

  /** Index of the last sentence that begins at or before a place; 0 when none does. */
  private sentenceAt(place: number): number {
    const { sentences } = this.grounded.parsed
    let low = 0
    let high = sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sentences[middle]!.span[0] <= place) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  /** Words of a phrase whose syntactic head lies outside of it. */
  private headsOf(source: Span): { sentence: number; token: number }[] {
    const { sentences } = this.grounded.parsed
    const at = this.sentenceAt(source[0])
    const span = sentences[at]?.span
    const sentence = span && span[0] <= source[0] && source[1] <= span[1] ? at : -1
    const tokens = sentences[sentence]?.tokens ?? []
    const within = (i: number) => i >= 0 && tokens[i]!.start >= source[0] && tokens[i]!.end <= source[1]
    return tokens.flatMap((token, i) => (within(i) && !within(token.head) ? [{ sentence, token: i }] : []))
  }

  /** A mention's own actor, else that of its chain: the representative's first. */
  private resolved(mention: Mention): Actor | undefined {
    const own = this.own.get(mention.id)
    if (own) return own
    const chain = this.grounded.mentions.chains[mention.chain]
    for (const id of chain ? [chain.representative, ...chain.mentions] : []) {
      const actor = this.own.get(id)
      const other = this.byId.get(id)
      if (actor && other) return actor
    }
    return undefined
  }
}
