import { type Brief, type BriefSentence, toldIn } from './compose.js'
import { counted } from './wording.js'

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    const rest = word.slice(0, width)
    line = line ? `${line} ${rest}` : rest
  }
  if (line) lines.push(line)
  return lines.length > 0 ? lines : ['']
}

function table(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  return rows
    .map(row => {
      const cells = row.map((cell, i) => wrap(cell, widths[i]!))
      const height = Math.max(...cells.map(c => c.length))
      return Array.from({ length: height }, (_, line) =>
        cells
          .map((cell, i) => (cell[line] ?? '').padEnd(widths[i]!))
          .join('  ')
          .trimEnd(),
      ).join('\n')
    })
    .join('\n')
}

/** The accounts of every event that more than one article tells, a column per article. */
function sideBySide(brief: Brief, width: number): string {
  const { articles, labels, columns, rows } = brief
  const cell = Math.max(12, Math.floor((Math.max(width, 100) - 12) / (columns.length + 1)) - 2)
  const widths = [11, ...Array.from({ length: columns.length + 1 }, () => cell)]
  const outletOf = new Map(articles.map(a => [a.id, a.outlet.name ?? a.outlet.domain ?? 'unknown outlet']))
  const head = ['', 'reconciled', ...columns.map(id => `${labels.get(id)} ${outletOf.get(id)}`)]
  const titleOf = new Map(toldIn(brief).map(s => [s.id, s.text]))
  const blocks = [...new Set(rows.map(r => r.event))].map(event => {
    const lines = rows
      .filter(r => r.event === event)
      .map(r => [
        r.field,
        r.value,
        ...r.cells.map(c => (c.words ? `“${c.words}” ${c.standing ?? ''}` : (c.standing ?? ''))),
      ])
    return `${titleOf.get(event) ?? event}\n${table(lines, widths)}`
  })
  return `\nThe accounts side by side\n${table([head], widths)}\n${blocks.join('\n\n')}`
}

const labelsOf = ({ citations }: BriefSentence) => `[${[...new Set(citations.map(c => c.label))].join(', ')}]`

const bullets = (sentences: readonly BriefSentence[], width: number): string[] =>
  sentences.map(s => wrap(`* ${s.text} ${labelsOf(s)}`, width).join('\n  '))

/** The brief for a terminal of `width` columns, with the accounts side by side. */
export function briefText(brief: Brief, width: number): string {
  const { story, happened, undated, open, background, disputes, rows } = brief
  const origins = `${counted(story.origins.length, 'independent origin')} (${story.origins.map(o => o.name).join('; ')})`
  return [
    `\n=== ${story.title}\n${counted(story.articles.length, 'article')}, ${origins}`,
    ...bullets(happened, width),
    ...(undated.length > 0 ? ['\nAlso told, without a day:', ...bullets(undated, width)] : []),
    ...(open.length > 0 ? ['\nPlanned, promised or supposed:', ...bullets(open, width)] : []),
    ...(background.length > 0 ? ['\nWhat happened before:', ...bullets(background, width)] : []),
    ...(disputes.length > 0 ? ['\nWhere the accounts differ:'] : []),
    ...disputes.map(d => `  ◆ ${d.text}: ${d.values.map(v => `${v.text} ${labelsOf(v)}`).join(' | ')}`),
    ...(rows.length > 0 ? [sideBySide(brief, width)] : []),
  ].join('\n')
}
