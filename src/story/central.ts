import type { Article } from '../model/index.js'
import { termsOf } from './terms.js'

/** Articles compared at most: enough to know what a story is about. */
const compared = 60
const longestTitle = 160

/** Stands in for a title that the page does not give: the first sentence, shortened at a word. */
function firstSentence(text: string): string {
  const sentence = text.trim().split(/(?<=[.!?])\s|\n/u)[0] ?? ''
  if (sentence.length <= longestTitle) return sentence || 'Untitled'
  return `${sentence.slice(0, longestTitle).replace(/\s+\S*$/u, '')} ...`
}

/** Title of the article nearest to the sum of all (a term counts by the articles that share it); earlier articles win ties. */
export function centralArticle(articles: readonly Pick<Article, 'title' | 'text'>[]): string {
  const titled = articles.filter(article => article.title)
  if (!titled.length) return firstSentence(articles[0]?.text ?? '')
  const vectors = titled.slice(0, compared).map(article => termsOf(article.title, article.text))
  const sum = new Map<string, number>()
  for (const vector of vectors)
    for (const term of Object.keys(vector)) sum.set(term, (sum.get(term) ?? 0) + 1)
  const scores = vectors.map(vector => {
    const entries = Object.entries(vector)
    const length = Math.sqrt(entries.reduce((total, [, weight]) => total + weight ** 2, 0)) || 1
    return entries.reduce((total, [term, weight]) => total + weight * (sum.get(term)! - 1), 0) / length
  })
  return titled[scores.indexOf(Math.max(...scores))]!.title!
}
