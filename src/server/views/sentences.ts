import type { Article, EventMention, Span } from '../../model/index.js'
import type { StoryView } from './schemas.js'

/** Collects the sentences that values stand in, each once, for a view that refers to them by number. */
export class SentenceTable {
  readonly rows: StoryView['sentences'] = []
  private readonly places = new Map<string, number>()
  private readonly articleOf: ReadonlyMap<string, Article>
  private readonly spans: ReadonlyMap<string, readonly Span[]>

  constructor(articles: readonly Article[], mentions: readonly EventMention[]) {
    this.articleOf = new Map(articles.map(article => [article.id, article]))
    const spans = new Map<string, Span[]>()
    for (const { article, sentence } of mentions) {
      const own = spans.get(article)
      if (own) own.push(sentence)
      else spans.set(article, [sentence])
    }
    this.spans = spans
  }

  /** Number of the sentence that holds a span. */
  at(article: string, span: Span): number {
    const [start, end] = this.around(article, span)
    const key = `${article} ${start}`
    const known = this.places.get(key)
    if (known !== undefined) return known
    const text = this.articleOf.get(article)?.text.slice(start, end) ?? ''
    this.rows.push({ article, span: [start, end], text })
    this.places.set(key, this.rows.length - 1)
    return this.rows.length - 1
  }

  /** The sentence of a coded event where one holds the span; elsewhere cut at the marks that end sentences, within the paragraph. */
  private around(article: string, [start, end]: Span): Span {
    const coded = this.spans.get(article)?.find(span => span[0] <= start && end <= span[1])
    if (coded) return coded
    const record = this.articleOf.get(article)
    const text = record?.text ?? ''
    const block = record?.blocks.find(one => one.span[0] <= start && end <= one.span[1])?.span ?? [
      0,
      text.length,
    ]
    const before = text.slice(block[0], start)
    const from = Math.max(
      -1,
      ...[...before.matchAll(/[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})/gu)].map(
        match => match.index + match[0].length,
      ),
    )
    const after = /[.!?]["”’)]?(?=\s|$)/u.exec(text.slice(end, block[1]))
    return [block[0] + Math.max(0, from), after ? end + after.index + after[0].length : block[1]]
  }
}
