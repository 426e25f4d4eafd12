import type { StoryEvent, StoryView } from '../../lib/api.js'
import { articlePath } from '../../lib/router.js'
import { codeName, fieldNames } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'
import type { Judging } from '../../parts/judge/judge-dialog.js'
import { Chip } from '../../parts/small.js'
import type { Columns } from './accounts.js'
import { noteOf, wordsOf } from './cell.js'

/** The table on a narrow screen: one fact per line with its strip of glyphs; opening it lists the accounts. */
export function NarrowMatrix({
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
  return (
    <div className="matrix-narrow">
      {events.map(event => (
        <section key={event.id}>
          <h3 className="fact-group">{event.words}</h3>
          <button type="button" className="judge-link" onClick={() => onJudge({ event: event.id })}>
            Judge this event
          </button>
          {event.facts.map(fact => (
            <details key={fact.field} className={`fact${fact.dispute ? ' disputed' : ''}`}>
              <summary>
                <span className="name">{fieldNames[fact.field]}</span>
                <span className="val">
                  {fact.field === 'happened' ? codeName(event) : fact.value || 'not settled'}
                </span>
                <span className="strip" aria-hidden="true">
                  {columns.shown.map(({ column, index, first }, at) => (
                    <span key={column.id} className={first && at > 0 ? 'lead' : undefined}>
                      <Glyph kind={noteOf(fact.cells[index]!, column, fact.value).kind} />
                    </span>
                  ))}
                </span>
              </summary>
              <ul>
                {columns.shown.map(({ column, index }) => {
                  const cell = fact.cells[index]!
                  const { kind, words } = noteOf(cell, column, fact.value)
                  const span = cell.statements[0]?.span
                  return (
                    <li key={column.id} className={`c-${kind}`}>
                      <Chip
                        label={column.label}
                        href={articlePath(column.id, span)}
                        copy={column.copy !== null}
                      />
                      <Glyph kind={kind} />
                      <span>
                        {cell.statements.length > 0 && <span className="q">{wordsOf(cell)}</span>}
                        <span className={`s w-${kind}`}>{words}</span>
                      </span>
                    </li>
                  )
                })}
              </ul>
            </details>
          ))}
        </section>
      ))}
      <p className="sr">{story.columns.length} articles</p>
    </div>
  )
}
