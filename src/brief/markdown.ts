import type { Brief, BriefSentence, Citation } from './compose.js'
import { counted } from './wording.js'

/** Characters that would be taken for markup, in words of pages as in ours. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#]/g, '\\$&')

const chips = (citations: readonly Citation[]) => [...new Set(citations.map(c => `[${c.label}]`))].join('')

const bullet = ({ text, citations }: BriefSentence) =>
  `- ${plain(text)} ${chips(citations)}\n${citations.map(c => `  - ${c.label}: “${plain(c.text)}”`).join('\n')}`

/** The brief as Markdown: every sentence is followed by the words it rests on. */
export function briefMarkdown(brief: Brief): string {
  const { story, articles, labels, happened, undated, open, background, said, disputes } = brief
  const sources = articles.map(article => {
    const when = article.published?.latest ?? 'undated'
    const outlet = article.outlet.name ?? article.outlet.domain ?? 'unknown outlet'
    return `- ${labels.get(article.id)}: ${plain(article.title ?? 'untitled')}. ${plain(outlet)}, ${when}. ${plain(article.uri)}${article.truncated ? ' (text cut off)' : ''}`
  })
  const parts = [
    `# ${plain(story.title)}`,
    `${counted(story.articles.length, 'article')}, ${counted(story.origins.length, 'independent origin')}: ${story.origins.map(o => plain(o.name)).join('; ')}.`,
    `## What happened\n\n${happened.map(bullet).join('\n') || 'No event of these days was coded.'}`,
    ...(disputes.length > 0
      ? [
          `## Where the accounts differ\n\n${disputes.map(d => `- ${plain(d.text)}\n${d.values.map(v => `  - ${plain(v.text)} ${chips(v.citations)}: ${v.citations.map(c => `“${plain(c.text)}”`).join('; ')}`).join('\n')}`).join('\n')}`,
        ]
      : []),
    ...(undated.length > 0 ? [`## Also told, without a day\n\n${undated.map(bullet).join('\n')}`] : []),
    ...(open.length > 0 ? [`## Planned, promised or supposed\n\n${open.map(bullet).join('\n')}`] : []),
    ...(said.length > 0
      ? [`## What was said\n\n${said.map(s => `- ${plain(s.text)} ${chips(s.citations)}`).join('\n')}`]
      : []),
    ...(background.length > 0 ? [`## What happened before\n\n${background.map(bullet).join('\n')}`] : []),
    `## Sources\n\n${sources.join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}
