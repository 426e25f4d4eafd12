import type { Story } from '../model/index.js'
import type { Column } from './column.js'
import type { Format } from './format.js'
import { recordsOf } from './source.js'
import { attributes, escapeXml } from './xml.js'

/** An entry of an Atom feed; what feeds of stories and feeds of alerts have in common. */
export interface AtomEntry {
  readonly id: string
  readonly title: string
  /** Day, or instant as ISO 8601. */
  readonly updated: string
  readonly summary: string
  readonly categories: readonly string[]
}

const instant = (time: string) => (time.includes('T') ? time : `${time}T00:00:00Z`)

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`

export function atomEntry(entry: AtomEntry): string {
  const categories = entry.categories.map(term => `<category${attributes({ term })}/>`).join('')
  return `<entry>${element('id', entry.id)}${element('title', entry.title)}${element('updated', instant(entry.updated))}${categories}${element('summary', entry.summary)}</entry>\n`
}

export const atomHead = (id: string, title: string, updated: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${element('id', id)}\n${element('title', title)}\n${element('updated', instant(updated))}\n<author><name>Synoptic</name></author>\n`

export const atomFoot = '</feed>\n'

/** The format wants a date for everything; what has none says so in its categories. */
const noDate = '1970-01-01'

const columns: readonly Column<Story>[] = [
  {
    name: 'id',
    type: 'text',
    about: 'urn:synoptic: and the id of the story',
    value: story => `urn:synoptic:${story.id}`,
  },
  { name: 'title', type: 'text', about: 'Title of the story', value: story => story.title },
  {
    name: 'updated',
    type: 'date',
    about: 'Last day of publication; 1970-01-01 with the category "date unknown" where none is known',
    value: story => story.latest ?? noDate,
  },
  {
    name: 'category',
    type: 'list',
    about: 'Names of the actors',
    value: story => story.actors.map(actor => actor.name).join('; '),
  },
  { name: 'summary', type: 'text', about: 'Numbers of articles and origins', value: summary },
]

function summary(story: Story): string {
  const counted = (n: number, word: string) =>
    `${n} ${n === 1 ? word.replace(/ies$/, 'y').replace(/s$/, '') : word}`
  return `${counted(story.articles.length, 'articles')}, ${counted(story.origins.length, 'origins')}: ${story.origins.map(origin => origin.name).join(', ')}`
}

const cell = (name: string, story: Story) =>
  String(columns.find(column => column.name === name)?.value?.(story) ?? '')

const entryOf = (story: Story): AtomEntry => ({
  id: cell('id', story),
  title: cell('title', story) || 'Untitled',
  updated: cell('updated', story),
  summary: cell('summary', story),
  categories: [...story.actors.map(actor => actor.name), ...(story.latest ? [] : ['date unknown'])],
})

/** An Atom feed of stories (RFC 4287). */
export const atom: Format = {
  name: 'atom',
  title: 'Atom feed of stories',
  about: 'One entry a story, ordered by id; feed readers sort by date.',
  records: ['story'],
  extension: 'atom',
  mediaType: 'application/atom+xml',
  references: [
    { title: 'RFC 4287, The Atom Syndication Format', url: 'https://www.rfc-editor.org/rfc/rfc4287' },
  ],
  sections: () => [{ title: 'Elements of an entry', columns }],
  write: async function* (_, source) {
    let latest = noDate
    for await (const story of recordsOf<Story>(source, 'story'))
      if ((story.latest ?? '') > latest) latest = story.latest!
    yield atomHead('urn:synoptic:stories', 'Stories', latest)
    for await (const story of recordsOf<Story>(source, 'story')) yield atomEntry(entryOf(story))
    yield atomFoot
  },
}
