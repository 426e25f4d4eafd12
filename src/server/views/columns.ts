import { articleLabels } from '../../brief/labels.js'
import type { Article, Story } from '../../model/index.js'
import type { Column } from './schemas.js'

const outletOf = ({ outlet, uri }: Article) => outlet.name ?? outlet.domain ?? uri

/** How an article repeats another, read from the evidence of its origin: which one, how, and the share of shared wording. */
function copyOf(
  story: Story,
  article: Article,
  labels: ReadonlyMap<string, string>,
  byUri: ReadonlyMap<string, string>,
): Column['copy'] {
  const origin = story.origins.find(one => one.articles.includes(article.id))
  if (!origin || origin.articles[0] === article.id) return null
  const why = origin.evidence.filter(one => one.article === article.id).map(one => one.why)
  const telling = why.find(one => /copy|retelling/.test(one))
  const match = telling ? /^an? (.+?) of (\S.*?)(?: \((\d+)% .*)?$/.exec(telling) : null
  const original = (match && byUri.get(match[2]!)) ?? origin.articles[0]!
  const sameWords = telling && /5-word runs/.test(telling) && match?.[3]
  return {
    of: labels.get(original) ?? '?',
    how: match ? match[1]! : 'same origin',
    share: sameWords ? Number(match[3]) : null,
  }
}

/** The articles of a story as columns: by origin, the original first. Articles whose record is missing are left out. */
export function columnsOf(story: Story, articles: readonly Article[]): Column[] {
  const labels = articleLabels(story)
  const articleOf = new Map(articles.map(article => [article.id, article]))
  const byUri = new Map(articles.map(article => [article.uri, article.id]))
  return [...labels].flatMap(([id, label]) => {
    const article = articleOf.get(id)
    if (!article) return []
    return [
      {
        id,
        label,
        origin: Math.max(
          0,
          story.origins.findIndex(origin => origin.articles.includes(id)),
        ),
        outlet: outletOf(article),
        title: article.title,
        published: article.published,
        language: article.language,
        truncated: article.truncated,
        copy: copyOf(story, article, labels, byUri),
      },
    ]
  })
}
