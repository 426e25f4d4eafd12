import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import type { Fact, StoryEvent, StoryView } from '../../lib/api.js'
import { useKeys } from '../../lib/keys.js'
import { articlePath, Link } from '../../lib/router.js'
import { codeName, counted, days, fieldNames } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'
import type { Judging } from '../../parts/judge/judge-dialog.js'
import { correctionField } from '../../parts/judge/verdict-words.js'
import { Quad } from '../../parts/small.js'
import type { Columns } from './accounts.js'
import { CellBox, noteOf, wordsOf } from './cell.js'
import { DisputeEvidence } from './dispute-evidence.js'
import { useRovingCells } from './roving-cells.js'

/** Groups of neighbouring columns with one origin. */
function originGroups({ shown }: Columns) {
  const groups: { origin: number; count: number }[] = []
  for (const { column } of shown) {
    const last = groups.at(-1)
    if (last?.origin === column.origin) last.count++
    else groups.push({ origin: column.origin, count: 1 })
  }
  return groups
}

function Head({ story, columns }: { story: StoryView; columns: Columns }) {
  const hasOverlap = story.columns.some(column => column.copy)
  return (
    <thead>
      <tr className="origin">
        <th className="none" colSpan={2} />
        {originGroups(columns).map(({ origin, count }) => (
          <th key={origin} className="gap" colSpan={count} scope="colgroup">
            <div>
              <b>{story.origins[origin]?.label}</b>
              <span>{story.origins[origin]?.name}</span>
            </div>
          </th>
        ))}
      </tr>
      <tr className="outlets">
        <th scope="col">Fact</th>
        <th scope="col">Reconciled</th>
        {columns.shown.map(({ column, first }) => (
          <th key={column.id} scope="col" className={first ? 'gap' : undefined}>
            <span className={`chip${column.copy ? ' copy' : ''}`}>{column.label}</span>
            <Link href={articlePath(column.id)} title={column.title ?? undefined}>
              {column.outlet}
            </Link>
            <small>{column.published ? days(column.published) : 'undated'}</small>
            {column.copy ? (
              <span className="overlap">
                {column.copy.share !== null && (
                  <i style={{ '--p': `${column.copy.share}%` } as React.CSSProperties} />
                )}
                {column.copy.how.replace(/^copy$/, 'copy')}
                {column.copy.share !== null && `, ${column.copy.share}%`}
              </span>
            ) : (
              hasOverlap && <small>{column.truncated ? 'cut off' : 'original'}</small>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** An event as a heading of its facts; closed, it shows in every column how the account tells it. */
function EventRow({
  event,
  columns,
  open,
  onToggle,
  onJudge,
}: {
  event: StoryEvent
  columns: Columns
  open: boolean
  onToggle: () => void
  onJudge: (judging: Judging) => void
}) {
  const disputes = event.facts.filter(fact => fact.dispute).length
  const told = event.facts.find(fact => fact.field === 'happened') ?? event.facts[0]
  const heading = (
    <button type="button" className="event-toggle" aria-expanded={open} onClick={onToggle}>
      <span className="words">{event.words}</span>
      <span className="under">
        <Quad quad={event.quad} />
        {codeName(event)} · {event.cameo} · {counted(event.origins, 'origin')}
        {disputes > 0 && (
          <span className="w-contradict">
            {' '}
            · <Glyph kind="contradict" /> {counted(disputes, 'dispute')}
          </span>
        )}
      </span>
    </button>
  )
  if (open || !told) {
    return (
      <tr className="event-row">
        <th colSpan={2 + columns.shown.length} scope="rowgroup">
          {heading}
          <span className="judge-line">
            <button type="button" className="judge-link" onClick={() => onJudge({ event: event.id })}>
              Judge this event
            </button>
            {event.judgements.length > 0 && (
              <Link className="judge-link" href="/review">
                {counted(event.judgements.length, 'judgement')}
              </Link>
            )}
          </span>
        </th>
      </tr>
    )
  }
  return (
    <tr className="event-row closed">
      <th colSpan={2} scope="row">
        {heading}
      </th>
      {columns.shown.map(({ column, index, first }) => {
        const cell = told.cells[index]!
        const { kind, words } = noteOf(cell, column, told.value)
        return (
          <td key={column.id} className={`brief${first ? ' gap' : ''}`}>
            <span className="silent-cell">
              <Glyph kind={kind} />
              <span className="q">{wordsOf(cell)}</span>
              <span className="sr"> {words}</span>
            </span>
          </td>
        )
      })}
    </tr>
  )
}

function FactRow({
  event,
  fact,
  story,
  columns,
  pinned,
  expanded,
  onExpand,
  onJudge,
}: {
  event: StoryEvent
  fact: Fact
  story: StoryView
  columns: Columns
  pinned: string | null
  expanded: boolean
  onExpand: () => void
  onJudge: (judging: Judging) => void
}) {
  const rowId = `${event.id}-${fact.field}`
  const value = fact.field === 'happened' ? codeName(event) : fact.value || 'not settled'
  return (
    <>
      <tr className={fact.dispute ? 'disputed' : undefined} id={rowId}>
        <th scope="row" className="f">
          {fieldNames[fact.field]}
        </th>
        <th scope="row" className="k">
          {fact.dispute && <Glyph kind="contradict" />} {value}
          <small>{fact.field === 'happened' ? `${fact.value}; ${fact.note}` : fact.note}</small>
          {fact.dispute && (
            <button type="button" className="link" data-dispute aria-expanded={expanded} onClick={onExpand}>
              {expanded ? 'Close' : 'Compare'}
            </button>
          )}
          {correctionField[fact.field] && (
            <button
              type="button"
              className="judge-link in-cell"
              onClick={() => onJudge({ event: event.id, field: correctionField[fact.field] })}
            >
              Correct<span className="sr"> {fieldNames[fact.field].toLowerCase()}</span>
            </button>
          )}
        </th>
        {columns.shown.map(({ column, index, first }) => {
          const place = `${rowId} ${index}`
          return (
            <CellBox
              key={column.id}
              cell={fact.cells[index]!}
              column={column}
              value={fact.value}
              story={story}
              first={first}
              place={place}
              pinned={pinned === place}
            />
          )
        })}
      </tr>
      {fact.dispute && expanded && (
        <tr>
          <td className="ev" colSpan={2 + columns.shown.length}>
            <DisputeEvidence fact={fact} dispute={fact.dispute} event={event} story={story} />
          </td>
        </tr>
      )}
    </>
  )
}

const openAtFirst = 3

/** The table of accounts. Events stand by how well they are attested; the first few are open. */
export function Matrix({
  story,
  events,
  columns,
  onJudge,
}: {
  story: StoryView
  events: readonly StoryEvent[]
  columns: Columns
  onJudge: (judging: Judging) => void
}) {
  const table = useRef<HTMLTableElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        events
          .filter((event, index) => index < openAtFirst || event.disputes.length > 0)
          .map(event => event.id),
      ),
  )
  const firstDispute = events.flatMap(event =>
    event.facts.filter(fact => fact.dispute).map(fact => `${event.id}-${fact.field}`),
  )[0]
  const [expanded, setExpanded] = useState<string | null>(firstDispute ?? null)
  const [pinned, setPinned] = useState<string | null>(null)
  const roving = useRovingCells(table)
  const toggle = (id: string) =>
    setOpen(new Set(open.has(id) ? [...open].filter(one => one !== id) : [...open, id]))
  const jump = (step: number) => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-dispute]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const next = rows[(at + step + rows.length) % rows.length]
    next?.focus()
    next?.scrollIntoView({ block: 'center' })
  }
  useKeys({ '[': () => jump(-1), ']': () => jump(1) })
  const onKeyDown = (event: KeyboardEvent) => {
    const place = (event.target as HTMLElement).dataset['cell']
    if (place && event.key === ' ') {
      event.preventDefault()
      setPinned(pinned === place ? null : place)
    } else if (event.key === 'Escape') setPinned(null)
    else roving.onKeyDown(event)
  }
  return (
    <div className={`matrix-wrap${columns.shown.length > 8 ? ' scrolls' : ''}`}>
      <table
        className={`matrix${columns.shown.length > 5 ? ' dense' : ''}`}
        ref={table}
        onKeyDown={onKeyDown}
        onFocus={roving.onFocus}
        style={{ minWidth: 264 + columns.shown.length * 112 }}
      >
        <caption className="sr">
          Accounts side by side: rows are facts, columns are articles grouped by origin
        </caption>
        <colgroup>
          <col className="fact" />
          <col className="known" />
          {columns.shown.map(({ column }) => (
            <col key={column.id} />
          ))}
        </colgroup>
        <Head story={story} columns={columns} />
        {events.map(event => (
          <Fragment key={event.id}>
            <tbody id={event.id}>
              <EventRow
                event={event}
                columns={columns}
                open={open.has(event.id)}
                onToggle={() => toggle(event.id)}
                onJudge={onJudge}
              />
              {open.has(event.id) &&
                event.facts.map(fact => {
                  const rowId = `${event.id}-${fact.field}`
                  return (
                    <FactRow
                      key={fact.field}
                      event={event}
                      fact={fact}
                      story={story}
                      columns={columns}
                      pinned={pinned}
                      expanded={expanded === rowId}
                      onExpand={() => setExpanded(expanded === rowId ? null : rowId)}
                      onJudge={onJudge}
                    />
                  )
                })}
            </tbody>
          </Fragment>
        ))}
      </table>
    </div>
  )
}
