import { useEffect } from 'react'
import type { ViewProps } from '../../app.js'
import { api, type Doubtful, type JudgementLog } from '../../lib/api.js'
import { sawLog, undo, useSitting } from '../../lib/judge.js'
import { useKeys } from '../../lib/keys.js'
import { useQuery } from '../../lib/query.js'
import { Link, navigate, type Route, withParams } from '../../lib/router.js'
import { counted } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'
import { CasePanel } from '../../parts/judge/case-panel.js'
import { doneWords, glyphOf, questionOf } from '../../parts/judge/verdict-words.js'
import { Empty, Shown } from '../../parts/states.js'
import { Log } from './log.js'

const queueLength = 50

function Queue({
  items,
  total,
  current,
  route,
}: {
  items: readonly Doubtful[]
  total: number
  current: string | null
  route: Route
}) {
  return (
    <nav className="queue" aria-label="Queue">
      <p className="label queue-head">
        <span>Queue</span>
        <span className="keys-hint">
          <kbd>j</kbd> <kbd>k</kbd>
        </span>
      </p>
      <ol>
        {items.map(({ event, doubt }) => (
          <li key={event.id}>
            <Link
              href={withParams(route, { event: event.id })}
              aria-current={event.id === current ? 'true' : undefined}
            >
              <Glyph kind={glyphOf(doubt)} />
              <span>{questionOf(doubt)}</span>
              <span className="n">{doubt.score?.toFixed(2) ?? ''}</span>
              <small>{event.words}</small>
            </Link>
          </li>
        ))}
      </ol>
      {total > items.length && <p className="hint">and {total - items.length} more</p>}
    </nav>
  )
}

function Case({ id, next, onSkip }: { id: string; next: () => void; onSkip: () => void }) {
  const answer = useQuery(`case ${id}`, () => api.reviewCase(id))
  return (
    <section className="card case" aria-labelledby="case">
      <Shown answer={answer} what="the case">
        {view => <CasePanel key={view.event.id} view={view} onDone={next} skip={onSkip} />}
      </Shown>
    </section>
  )
}

function Sitting({ waiting }: { waiting: number }) {
  const { made } = useSitting()
  if (made === 0) return null
  return (
    <div className="sitting">
      <p className="label">
        <span>This sitting</span>
        <span>{counted(made, 'judgement')}</span>
      </p>
      <div
        className="progress"
        role="progressbar"
        aria-valuenow={made}
        aria-valuemin={0}
        aria-valuemax={made + waiting}
        aria-label="Judged in this sitting"
      >
        <i style={{ '--p': `${(100 * made) / Math.max(1, made + waiting)}%` } as React.CSSProperties} />
      </div>
    </div>
  )
}

function Body({
  route,
  items,
  total,
  log,
}: {
  route: Route
  items: readonly Doubtful[]
  total: number
  log: JudgementLog
}) {
  const asked = route.params.get('event')
  const current = asked ?? items[0]?.event.id ?? null
  const at = items.findIndex(({ event }) => event.id === current)
  const show = (id: string | null) => navigate(withParams(route, { event: id }), { replace: true })
  const step = (by: number) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))]
    if (next) show(next.event.id)
  }
  const { busy } = useSitting()
  const last = log.items.find(({ id }) => id === log.undo)
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    u: () => {
      if (last && !busy) void undo(last.id, doneWords(last))
    },
  })
  return (
    <>
      <div className="pair-head">
        <div>
          <h1 className="title tool">Review</h1>
          <p className="meta" role="status">
            <span>
              {total === 0 ? (
                'Nothing is doubtful.'
              ) : (
                <>
                  <b>{counted(total, 'doubtful event')}</b>. Contradictions first, then the least certain
                  merges.
                </>
              )}
            </span>
          </p>
        </div>
        <Sitting waiting={total} />
      </div>
      <div className="review">
        <Queue items={items} total={total} current={current} route={route} />
        {current ? (
          <Case
            id={current}
            next={() => show(items[at + 1]?.event.id ?? items[at - 1]?.event.id ?? null)}
            onSkip={() => step(1)}
          />
        ) : (
          <section className="card case">
            <Empty title="The queue is empty">
              <p>
                Every contradiction, weak merge and event without an actor has been looked at. Any event can
                be judged where it stands: in a story or in a pair.
              </p>
            </Empty>
          </section>
        )}
        <Log log={log} />
      </div>
    </>
  )
}

/** The doubtful events one by one, judged with single keys; the log of what was decided. */
export default function Review({ route }: ViewProps) {
  const queue = useQuery('review', () => api.review({ limit: queueLength }))
  const log = useQuery('judgements', () => api.judgements({ limit: 30 }))
  useEffect(() => {
    document.title = 'Review · Synoptic'
  }, [])
  useEffect(() => {
    if (log.data) sawLog(log.data.version)
  }, [log.data])
  return (
    <Shown answer={queue} what="the queue">
      {({ items, total }) => (
        <Shown answer={log} what="the log">
          {entries => <Body route={route} items={items} total={total} log={entries} />}
        </Shown>
      )}
    </Shown>
  )
}
