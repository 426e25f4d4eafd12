import { type ReactNode, useState } from 'react'
import { api, type Query, queryString } from '../lib/api.js'
import { Link } from '../lib/router.js'
import { Icon } from './icons.js'

/** Puts text on the clipboard and says so for a moment. */
export function CopyButton({
  words,
  text,
  children,
}: {
  words: string
  text: () => Promise<string>
  children?: ReactNode
}) {
  const [said, setSaid] = useState<string | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text())
      setSaid('Copied')
    } catch {
      setSaid('Could not be copied')
    }
    setTimeout(() => setSaid(null), 2500)
  }
  return (
    <button className="button" type="button" onClick={() => void copy()}>
      <Icon name="copy" />
      <span aria-live="polite">{said ?? words}</span>
      {children}
    </button>
  )
}

/** The ways a view leaves the program: as Markdown with sources, and in every format. `query` is what the view shows. */
export function TakeAway({
  title,
  query,
  what = 'events',
  record = 'event',
}: {
  title: string
  query: Query
  what?: 'events' | 'quotes'
  record?: string
}) {
  // In the address of the export, "event" names one whose evidence is shown.
  const { event, ...rest } = query
  return (
    <>
      <CopyButton
        words="Copy with sources"
        text={async () => `# ${title}\n\n${await api.markdown(what, query)}\n${location.href}\n`}
      />
      <Link className="button" href={`/export${queryString({ record, ...rest, type: event })}`}>
        <Icon name="out" />
        Export
      </Link>
    </>
  )
}
