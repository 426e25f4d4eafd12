import type { Story } from '../model/index.js'

function letters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** Short names of a story's articles for citations: a letter per origin, a number per article of it, originals first (`A1`, `A2`, `B1`). */
export function articleLabels(story: Story): Map<string, string> {
  const labels = new Map<string, string>()
  for (const [index, origin] of story.origins.entries()) {
    for (const [number, article] of origin.articles.entries()) {
      if (!labels.has(article)) labels.set(article, `${letters(index)}${number + 1}`)
    }
  }
  for (const article of story.articles)
    if (!labels.has(article)) labels.set(article, letters(labels.size) + '1')
  return labels
}
