import { useEffect } from 'react'
import type { ViewProps } from '../../app.js'
import { api, type PairView } from '../../lib/api.js'
import { useQuery } from '../../lib/query.js'
import { Link, navigate, type Route, withParams } from '../../lib/router.js'
import { counted, monthName, quadNames, sentenceCase } from '../../lib/words.js'
import { EventTable } from '../../parts/event-list.js'
import { Scroller } from '../../parts/scroller.js'
import { Quad, Segments } from '../../parts/small.js'
import { Shown } from '../../parts/states.js'
import { TakeAway } from '../../parts/take-away.js'
import { Ledgers } from './ledgers.js'
import { Months } from './months.js'

const quads = ['verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict'] as const
type Direction = 'both' | 'forward' | 'backward'

/** The months in one direction or both; long series begin with the first month of the last ten years that has events. */
function directed(view: PairView, direction: Direction): PairView['months'] {
  if (direction === 'both') return view.months
  return view.months.map(month => ({
    ...month,
    ...Object.fromEntries(quads.map(quad => [quad, month[direction][quad]])),
  }))
}

/** What changes at a turn: that which moved more. */
function turnWords({ before, after }: PairView['turns'][number]): string {
  const [cooperation, conflict] = [after.cooperation - before.cooperation, after.conflict - before.conflict]
  const [name, change] =
    Math.abs(conflict) > Math.abs(cooperation) ? ['conflict', conflict] : ['cooperation', cooperation]
  return `${change > 0 ? 'more' : 'less'} ${name}`
}

function Turns({ view }: { view: PairView }) {
  const words = new Map(view.events.map(event => [event.id, event]))
  return (
    <section aria-labelledby="h-turns">
      <h2 className="head" id="h-turns">
        Where the series turns
      </h2>
      {view.turns.length === 0 ? (
        <p className="after-table">
          No month stands out: with {counted(view.events.length, 'event')} the level of neither cooperation
          nor conflict changes by more than chance would make it.
        </p>
      ) : (
        <ol className="changes">
          {view.turns.map((turn, index) => (
            <li key={turn.window}>
              <span className="numdot">{index + 1}</span>
              <div>
                <h3>
                  {monthName(turn.window)} {turn.window.slice(0, 4)}: {turnWords(turn)}
                </h3>
                <p className="ba">
                  Cooperation {turn.before.cooperation} → <b>{turn.after.cooperation}</b>, conflict{' '}
                  {turn.before.conflict} → <b>{turn.after.conflict}</b> a month
                </p>
                {turn.events.map(id => {
                  const event = words.get(id)
                  return event ? (
                    <p key={id}>
                      <Link className="link" href={`/stories/${event.story}#${id}`}>
                        {event.words}
                      </Link>
                    </p>
                  ) : null
                })}
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className="after-table">
        Counts follow what is written as well as what happens. A turn is a month from which on both series are
        told better by other rates (exact partition, Poisson, BIC); one busy month is none.
      </p>
    </section>
  )
}

function Page({ view, route }: { view: PairView; route: Route }) {
  const { a, b, events } = view
  const asked = route.params.get('way')
  const direction: Direction = asked === 'forward' || asked === 'backward' ? asked : 'both'
  const months = directed(view, direction)
  const ledgers = [...new Set(events.map(event => event.ledger))]
  const ledger = route.params.get('ledger')
  const shown = events.filter(
    event =>
      (!ledger || event.ledger === ledger) &&
      (direction === 'both' || event.direction === direction || event.direction === 'both'),
  )
  useEffect(() => {
    document.title = `${a.name} and ${b.name} · Synoptic`
  }, [a.name, b.name])
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/relations">Relations</Link>
        <span>/</span>
        <span>Pair</span>
      </nav>
      <div className="pair-head">
        <div>
          <h1 className="title">
            {a.name} and {b.name}
          </h1>
          <p className="meta">
            {months.length > 0 && (
              <b>
                {monthName(months[0]!.window)} {months[0]!.window.slice(0, 4)} –{' '}
                {monthName(months.at(-1)!.window)} {months.at(-1)!.window.slice(0, 4)}
              </b>
            )}
            <span className="pair-code">
              {a.code} <i>↔</i> {b.code}
            </span>
            <span>{counted(events.length, 'event')}</span>
          </p>
        </div>
        <div className="actions">
          <Segments<Direction>
            label="Direction"
            value={direction}
            options={[
              ['both', 'Both ways'],
              ['forward', `${a.code} → ${b.code}`],
              ['backward', `${b.code} → ${a.code}`],
            ]}
            onChange={way =>
              navigate(withParams(route, { way: way === 'both' ? null : way }), { replace: true })
            }
          />
          <TakeAway title={`${a.name} and ${b.name}`} query={{ pair: [a.code, b.code].sort().join('-') }} />
        </div>
      </div>
      <div className="pair-grid">
        <div>
          <p className="key">
            {quads.map(quad => (
              <span key={quad}>
                <Quad quad={quad} />
                {quadNames[quad]}
              </span>
            ))}
          </p>
          {months.length > 0 && (
            <Scroller label="Months, scrolls sideways" className="figure scroll-x">
              <Months view={view} months={months} />
            </Scroller>
          )}
          <h2 className="head">Ledgers</h2>
          <Scroller label="Ledgers, scroll sideways" className="figure scroll-x">
            <Ledgers events={events} />
          </Scroller>
        </div>
        <Turns view={view} />
      </div>
      <section className="section" aria-labelledby="h-entries">
        <header>
          <h2 id="h-entries">Entries</h2>
        </header>
        <div className="tabs" role="tablist" aria-label="Ledger">
          {[null, ...ledgers].map(name => (
            <button
              key={name ?? 'all'}
              type="button"
              role="tab"
              aria-selected={ledger === name}
              onClick={() => navigate(withParams(route, { ledger: name }), { replace: true })}
            >
              {name ? sentenceCase(name) : 'All'}{' '}
              <span className="n">
                {name ? events.filter(event => event.ledger === name).length : events.length}
              </span>
            </button>
          ))}
        </div>
        <EventTable events={shown} caption={`Events between ${a.name} and ${b.name}`} />
      </section>
    </>
  )
}

/** A pair of countries over time. */
export default function Pair({ ids, route }: ViewProps) {
  const [a, b] = ids as [string, string]
  const answer = useQuery(`pair ${a} ${b}`, () => api.pair(a, b))
  return (
    <Shown answer={answer} what="the pair">
      {view => <Page view={view} route={route} />}
    </Shown>
  )
}
