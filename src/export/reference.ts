import { typeNames } from './column.js'
import type { Format, Section } from './format.js'
import { formats } from './formats.js'
import type { ExportKind } from './kinds.js'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function table({ columns }: Section): string[] {
  const empty = (column: Section['columns'][number]) => !('json' in column) && column.value === undefined
  const someFilled = columns.some(column => !empty(column))
  return [
    '| name | holds | meaning |',
    '| --- | --- | --- |',
    ...columns.map(column => {
      const remark = someFilled && empty(column) && !isGiven(column.name) ? ' (always empty)' : ''
      return `| \`${cell(column.name)}\` | ${typeNames[column.type]} | ${cell(column.about)}${remark} |`
    }),
  ]
}

/** Parts that a writer fills by itself: attributes of nodes and edges that are no attribute values. */
const given = new Set(['id', 'label', 'source', 'target', 'weight', 'start', 'end'])
const isGiven = (name: string) => given.has(name)

const sameColumns = (a: readonly Section[], b: readonly Section[]) =>
  JSON.stringify(a.map(({ columns }) => columns.map(c => c.name))) ===
  JSON.stringify(b.map(({ columns }) => columns.map(c => c.name)))

/** Kinds of records that share their columns stand together. */
function groups(format: Format): { kinds: ExportKind[]; sections: readonly Section[] }[] {
  const found: { kinds: ExportKind[]; sections: readonly Section[] }[] = []
  for (const kind of format.records) {
    const sections = format.sections(kind)
    const same = found.find(group => sameColumns(group.sections, sections))
    if (same) same.kinds.push(kind)
    else found.push({ kinds: [kind], sections })
  }
  return found.filter(group => group.sections.length > 0)
}

function usage(format: Format): string {
  const [first] = format.records
  return `synoptic export ${first} --format ${format.name} -o ${first}s.${format.extension}`.replace(
    'storys',
    'stories',
  )
}

/** The reference page of a format, in Markdown: made from the definition that its writer walks. */
export function referencePage(format: Format): string {
  const lines = [
    `# ${format.title}`,
    '',
    `\`${format.name}\`. ${format.about}`,
    '',
    '```',
    usage(format),
    '```',
    '',
  ]
  lines.push(
    `Records: ${format.records.join(', ')}.${format.aliases ? ` Also called: ${format.aliases.join(', ')}.` : ''} Media type: \`${format.mediaType}\`.`,
    '',
  )
  const all = groups(format)
  for (const { kinds, sections } of all) {
    if (all.length > 1) lines.push(`## ${kinds.join(', ')}`, '')
    for (const section of sections) {
      lines.push(`${all.length > 1 ? '###' : '##'} ${section.title}`, '')
      lines.push(...table(section), '')
    }
  }
  for (const { title, url } of format.references ?? []) lines.push(`Follows: ${title}, ${url}`, '')
  return `${lines.join('\n').trimEnd()}\n`
}

/** The list of all formats, in Markdown. */
export function referenceIndex(): string {
  const rows = formats.map(({ name, title, records }) => {
    const of = records.includes('judgement') ? 'any record' : records.join(', ')
    return `| [${name}](${name}.md) | ${title} | ${of} |`
  })
  return [
    '# Formats',
    '',
    'Made by `node scripts/build-format-pages.mjs` from the definitions that the writers walk; a test compares.',
    '',
    '| format | what it is | records |',
    '| --- | --- | --- |',
    ...rows,
    '',
    'Ways in: [R, pandas, Stata](../how-to/into-r.md), [Gephi](../how-to/into-gephi.md), [QGIS](../how-to/into-qgis.md).',
    '',
  ].join('\n')
}

/** All pages of `docs/formats`, by file name. */
export function referencePages(): Map<string, string> {
  return new Map([
    ['README.md', referenceIndex()],
    ...formats.map(format => [`${format.name}.md`, referencePage(format)] as const),
  ])
}
