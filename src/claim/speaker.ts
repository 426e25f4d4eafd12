import type { Actor } from '../model/actor.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Mention } from '../model/mention.js'
import type { Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { overlaps } from './fragments.js'

/** Actors of mentions, looked up by the words they stand in. */
export class Speakers {
  private readonly own: ReadonlyMap<string, Actor>
  private readonly byId: ReadonlyMap<string, Mention>

  constructor(private readonly grounded: GroundedText) {
    this.own = new Map(grounded.actors.flatMap(({ mention, actor }) => (actor ? [[mention, actor]] : [])))
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
    const inside = this.grounded.mentions.mentions
      .filter(mention => mention.kind !== 'adjective' && overlaps(mention.span, source))
      .sort((a, b) => Number(isHead(b)) - Number(isHead(a)) || a.span[0] - b.span[0] || b.span[1] - a.span[1])
    for (const mention of inside) {
      const actor = this.resolved(mention)
      if (actor) return actor
      if (isHead(mention)) return undefined
    }
    return undefined
  }

  /** Whether a phrase names somebody or something that speaks: its last head is that of a mention. */
  isSomebody(source: Span): boolean {
    const last = this.headsOf(source).at(-1)
    return (
      last !== undefined &&
      this.grounded.mentions.mentions.some(
        ({ sentence, head }) => sentence === last.sentence && head === last.token,
      )
    )
  }

  /** Whether a phrase surely names a person: he or she, a person's name, an actor that is one. */
  isPerson(source: Span): boolean {
    const heads = this.headsOf(source)
    const mention = this.grounded.mentions.mentions.find(({ sentence, head }) =>
      heads.some(other => other.sentence === sentence && other.token === head),
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
    return this.grounded.mentions.mentions.find(({ sentence, head }) =>
      heads.some(other => other.sentence === sentence && other.token === head),
    )
  }

  /** Words of a phrase whose syntactic head lies outside of it. */
  private headsOf(source: Span): { sentence: number; token: number }[] {
    const { sentences } = this.grounded.parsed
    const sentence = sentences.findIndex(({ span }) => span[0] <= source[0] && source[1] <= span[1])
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
