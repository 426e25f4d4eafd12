import type { Article, Standing } from '../model/index.js'
import { type Brief, type BriefSentence, type Citation, type FactRow, toldIn } from './compose.js'
import { style } from './html-style.js'
import { counted } from './wording.js'

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`)
}

const anchor = ({ article, span }: Pick<Citation, 'article' | 'span'>) => `${article}-${span[0]}-${span[1]}`

const chip = (citation: Citation) =>
  `<a class="chip" href="#${anchor(citation)}" title="${escapeHtml(citation.text)}">${escapeHtml(citation.label)}</a>`

const glyphs: Readonly<Record<Standing, string>> = {
  agrees: '●',
  alone: '◉',
  coarser: '◐',
  contradicts: '◆',
  copied: '◎',
  'silent: does not say': '–',
  'silent: cut off': '–',
  'silent: written before': '–',
}

const sentence = ({ text, citations }: BriefSentence) =>
  `<li>${escapeHtml(text)} ${citations.map(chip).join(' ')}</li>`

/** The article's text with an anchor and a mark around every cited span; spans that overlap are marked where they begin. */
function markedText(article: Article, spans: readonly (readonly [number, number])[]): string {
  const starts = new Map<number, string[]>()
  const covered = [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number][] = []
  for (const [start, end] of covered) {
    starts.set(start, [...(starts.get(start) ?? []), `${article.id}-${start}-${end}`])
    const last = merged.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  const points = [...new Set([0, article.text.length, ...starts.keys(), ...merged.flat()])].sort(
    (a, b) => a - b,
  )
  let html = ''
  for (const [index, from] of points.entries()) {
    const to = points[index + 1]
    html += (starts.get(from) ?? []).map(id => `<span id="${id}" class="target"></span>`).join('')
    if (to === undefined) break
    const words = escapeHtml(article.text.slice(from, to)).replaceAll('\n\n', '</p><p>')
    html += merged.some(([a, b]) => a <= from && to <= b)
      ? words
          .split('</p><p>')
          .map(w => (w ? `<mark>${w}</mark>` : ''))
          .join('</p><p>')
      : words
  }
  return `<p>${html}</p>`
}

function row({ field, value, cells }: FactRow): string {
  const tds = cells.map(({ words, standing, citation }) => {
    const label = standing ? `<span class="standing">${glyphs[standing]} ${escapeHtml(standing)}</span>` : ''
    const said = citation ? `<a href="#${anchor(citation)}">${escapeHtml(words)}</a>` : ''
    return `<td class="${standing === 'contradicts' ? 'contradicts' : ''}">${said}${label}</td>`
  })
  return `<tr><th scope="row">${field}</th><td class="value">${escapeHtml(value)}</td>${tds.join('')}</tr>`
}

function matrix(brief: Brief, titles: ReadonlyMap<string, string>): string {
  const { columns, rows, labels, articles } = brief
  if (rows.length === 0) return '<p class="quiet">No event is told by more than one article.</p>'
  const outlets = new Map(articles.map(a => [a.id, a.outlet.name ?? a.outlet.domain ?? 'unknown outlet']))
  const head = columns
    .map(
      id =>
        `<th scope="col"><a href="#${id}">${labels.get(id)}</a><br>${escapeHtml(outlets.get(id) ?? '')}</th>`,
    )
    .join('')
  const bodies = [...new Set(rows.map(r => r.event))].map(
    event =>
      `<tbody><tr><th class="event" colspan="${columns.length + 2}">${escapeHtml(titles.get(event) ?? event)}</th></tr>${rows
        .filter(r => r.event === event)
        .map(row)
        .join('')}</tbody>`,
  )
  return `<div class="scroll"><table><thead><tr><th></th><th scope="col">Reconciled</th>${head}</tr></thead>${bodies.join('')}</table></div>`
}

function cited(brief: Brief): Map<string, (readonly [number, number])[]> {
  const spans = new Map<string, (readonly [number, number])[]>()
  const all = [
    ...toldIn(brief).flatMap(s => s.citations),
    ...brief.said.flatMap(s => s.citations),
    ...brief.disputes.flatMap(d => d.values.flatMap(v => v.citations)),
    ...brief.rows.flatMap(r => r.cells.flatMap(c => (c.citation ? [c.citation] : []))),
  ]
  for (const { article, span } of all) spans.set(article, [...(spans.get(article) ?? []), span])
  return spans
}

function articleSection(
  brief: Brief,
  article: Article,
  spans: readonly (readonly [number, number])[],
): string {
  const meta = [
    article.outlet.name ?? article.outlet.domain ?? 'unknown outlet',
    article.published?.latest ?? 'undated',
    article.bylines.join(', '),
    article.uri,
    article.truncated ? 'text cut off' : '',
  ].filter(Boolean)
  return `<article id="${article.id}" lang="${escapeHtml(article.language)}"><h3><span class="chip">${brief.labels.get(article.id)}</span> ${escapeHtml(article.title ?? 'untitled')}</h3>
<p class="quiet">${escapeHtml(meta.join(' · '))}</p>${markedText(article, [...new Map(spans.map(s => [s.join(), s])).values()])}</article>`
}

const list = (title: string, items: readonly string[]) =>
  items.length > 0 ? `<h3>${title}</h3><ul>${items.join('\n')}</ul>` : ''

function storySection(brief: Brief): string {
  const { story, happened, undated, open, background, said, disputes, articles } = brief
  const spans = cited(brief)
  const titles = new Map(toldIn(brief).map(s => [s.id, s.text]))
  const dates = [...new Set([story.earliest, story.latest].filter(Boolean))].join(' to ') || 'undated'
  const origins = story.origins.map(
    o =>
      `<li>${escapeHtml(o.name)} <span class="quiet">(${escapeHtml(o.kind)}, ${counted(o.articles.length, 'article')})</span></li>`,
  )
  const differences = disputes.map(
    d => `<li class="dispute">◆ ${escapeHtml(d.text)}<ul>${d.values.map(sentence).join('')}</ul></li>`,
  )
  return `<section id="${story.id}"><h2>${escapeHtml(story.title)}</h2>
<p class="quiet">${dates} · ${counted(story.articles.length, 'article')} · <strong>${counted(story.origins.length, 'independent origin')}</strong></p>
${toldIn(brief).length > 0 ? list('What happened', happened.map(sentence)) : '<p class="quiet">No event was coded in this story.</p>'}
${list('Where the accounts differ', differences)}
${articles.length > 1 ? `<h3>The accounts side by side</h3>${matrix(brief, titles)}` : ''}
${list('Also told, without a day', undated.map(sentence))}
${list('Planned, promised or supposed', open.map(sentence))}
${list('What was said', said.map(sentence))}
${list('What happened before', background.map(sentence))}
${list('Origins', origins)}
<h3>${articles.length > 1 ? 'The articles' : 'The article'}</h3>${articles.map(article => articleSection(brief, article, spans.get(article.id) ?? [])).join('\n')}</section>`
}

/** Briefs as one HTML page without scripts or outside requests; every citation links to the marked words in the article below it. */
export function briefHtml(briefs: readonly Brief[]): string {
  const contents = briefs
    .map(({ story }) => `<li><a href="#${story.id}">${escapeHtml(story.title)}</a></li>`)
    .join('')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(briefs.length === 1 ? briefs[0]!.story.title : 'Synoptic brief')}</title><style>${style}</style></head>
<body><header><h1>Synoptic brief</h1>${briefs.length > 1 ? `<nav><ul>${contents}</ul></nav>` : ''}</header>
<main>${briefs.map(storySection).join('\n')}</main></body></html>
`
}
