import type { Article, Capture, Claim, Diagnostic, Event, EventMention, Story } from '../../model/index.js'
import { columnsOf } from './columns.js'
import { placeRemovals } from './place-removals.js'
import type { ArticleView } from './schemas.js'
import { sentenceOf } from './words.js'

export interface ArticleInput {
  readonly article: Article
  readonly capture: Capture
  readonly claims: readonly Claim[]
  readonly mentions: readonly EventMention[]
  readonly diagnostics: readonly Diagnostic[]
  readonly story: Story | null
  /** All articles of the story, for labels and copies. */
  readonly members: readonly Article[]
  readonly events: readonly Event[]
}

const start = (claim: Claim) => claim.content.spans[0]?.[0] ?? 0

function originOf(story: Story | null, article: string): ArticleView['origin'] {
  const origin = story?.origins.find(one => one.articles.includes(article))
  return origin
    ? { name: origin.name, why: origin.evidence.filter(one => one.article === article).map(one => one.why) }
    : null
}

/** What the article page shows. Mentions and claims come in the order of the text. */
export function articleView(input: ArticleInput): ArticleView {
  const { capture, story, members, diagnostics } = input
  const { removed: _, ...article } = input.article
  const eventOf = new Map(
    input.events.flatMap(event =>
      event.accounts.flatMap(account => account.mentions.map(id => [id, event] as const)),
    ),
  )
  return {
    article,
    removed: placeRemovals(input.article, capture),
    column: story ? (columnsOf(story, members).find(column => column.id === article.id) ?? null) : null,
    story: story ? { id: story.id, title: story.title } : null,
    origin: originOf(story, article.id),
    mentions: [...input.mentions]
      .sort((a, b) => a.trigger.span[0] - b.trigger.span[0])
      .map(mention => {
        const event = eventOf.get(mention.id)
        return { ...mention, words: event ? sentenceOf(event) : '', reconciled: event?.id ?? null }
      }),
    claims: [...input.claims].sort((a, b) => start(a) - start(b)),
    captured: {
      time: capture.time,
      mediaType: capture.mediaType,
      bytes: capture.body.length,
      digest: capture.digest,
      origin: capture.origin,
    },
    notCoded: diagnostics.map(({ stage, code, message, span }) => ({
      stage,
      code,
      message,
      span: span ?? null,
    })),
  }
}
