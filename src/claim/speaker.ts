import type { Actor } from '../model/actor.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Mention } from '../model/mention.js'
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

  /** Actor of a source phrase: of the mention that covers most of it, the first of equals; adjectives name nobody. */
  actorOf(source: Span): Actor | undefined {
    const shared = ({ span }: Mention) => Math.min(span[1], source[1]) - Math.max(span[0], source[0])
    const inside = this.grounded.mentions.mentions
      .filter(mention => mention.kind !== 'adjective' && overlaps(mention.span, source))
      .sort(
        (a, b) =>
          Number(b.span[0] === source[0]) - Number(a.span[0] === source[0]) ||
          shared(b) - shared(a) ||
          a.span[0] - b.span[0],
      )
    for (const mention of inside) {
      const actor = this.resolved(mention)
      if (actor) return actor
    }
    return undefined
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
