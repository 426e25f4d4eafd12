import { useMemo, useState } from 'react'
import type { Column, StoryEvent, StoryView } from '../../lib/api.js'
import { counted } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'
import { useJudging } from '../../parts/judge/use-judging.js'
import { Segments } from '../../parts/small.js'
import { Matrix } from './matrix.js'
import { NarrowMatrix } from './narrow-matrix.js'

/** The columns that are shown, and where each stands among all columns. */
export interface Columns {
  readonly shown: readonly { readonly column: Column; readonly index: number; readonly first: boolean }[]
}

function columnsOf(story: StoryView, originsOnly: boolean): Columns {
  const kept = story.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => !originsOnly || column.copy === null)
  return {
    shown: kept.map((one, at) => ({
      ...one,
      first: at === 0 || kept[at - 1]!.column.origin !== one.column.origin,
    })),
  }
}

const key = [
  ['agree', 'agrees'],
  ['alone', 'alone'],
  ['coarser', 'coarser'],
  ['contradict', 'contradicts'],
  ['copied', 'copied'],
  ['silent', 'silent'],
] as const

/** The heart of the page: rows are facts, columns are articles by origin, cells are the words and how they stand. */
export function Accounts({ story }: { story: StoryView }) {
  const [originsOnly, setOriginsOnly] = useState(story.columns.length > 10)
  const columns = useMemo(() => columnsOf(story, originsOnly), [story, originsOnly])
  const shared = story.events.filter(event => event.articles > 1)
  const told: readonly StoryEvent[] = shared.length > 0 ? shared : story.events
  const judging = useJudging()
  const single = story.events.length - told.length
  return (
    <section className="section" id="accounts" aria-labelledby="h-acc">
      <header>
        <h2 id="h-acc">Accounts, side by side</h2>
        <span className="key">
          {key.map(([kind, word]) => (
            <span key={kind}>
              <Glyph kind={kind} /> {word}
            </span>
          ))}
        </span>
        {story.columns.some(column => column.copy) && (
          <span className="actions">
            <Segments
              label="Columns"
              value={originsOnly ? 'origins' : 'all'}
              options={[
                ['all', 'All accounts'],
                ['origins', 'Origins only'],
              ]}
              onChange={value => setOriginsOnly(value === 'origins')}
            />
          </span>
        )}
      </header>
      {told.length === 0 ? (
        <p>No event was coded from these articles.</p>
      ) : (
        <>
          <Matrix story={story} events={told} columns={columns} onJudge={judging.open} />
          <NarrowMatrix story={story} events={told} columns={columns} onJudge={judging.open} />
        </>
      )}
      {judging.dialog}
      {single > 0 && (
        <p className="after-table">
          {counted(single, 'more event')} told by one article each: see{' '}
          <a className="link" href="#only">
            Only here
          </a>
          .
        </p>
      )}
    </section>
  )
}
