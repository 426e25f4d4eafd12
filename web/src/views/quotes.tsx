import { useEffect } from 'react'
import type { ViewProps } from '../app.js'
import { api, queryString } from '../lib/api.js'
import { useQuery } from '../lib/query.js'
import { Link, navigate, withParams } from '../lib/router.js'
import { counted } from '../lib/words.js'
import { Facet } from '../parts/facet.js'
import { ListFoot, SearchField, shownOf, useRowKeys } from '../parts/list-parts.js'
import { QuoteList } from '../parts/quote-list.js'
import { Segments } from '../parts/small.js'
import { Empty, Shown } from '../parts/states.js'
import { TakeAway } from '../parts/take-away.js'

const facets = [
  ['speaker', 'Speaker', 'e'],
  ['channel', 'Came through', 'c'],
  ['stance', 'Outlet’s stance', 'd'],
  ['about', 'About', 'p'],
] as const

/** Who said what about whom, through which channel. */
export default function Quotes({ route }: ViewProps) {
  const one = (name: string) => route.params.get(name) ?? undefined
  const shown = shownOf(route, 50)
  const query = {
    q: one('q'),
    speaker: one('speaker'),
    channel: one('channel'),
    stance: one('stance'),
    about: one('about'),
    quoted: one('quoted'),
    limit: shown,
  }
  const answer = useQuery(`quotes${queryString(query)}`, () => api.quotes(query))
  useRowKeys()
  useEffect(() => {
    document.title = 'Quotes · Synoptic'
  }, [])
  const change = (name: string, value: string | null) =>
    navigate(withParams(route, { [name]: value, shown: null }), { replace: true })
  return (
    <div className="stories">
      <aside className="facets" aria-label="Filter quotes">
        {answer.data &&
          facets.map(([name, title, key]) => (
            <Facet
              key={name}
              title={title}
              hint={key}
              rows={answer.data!.facets[name] ?? []}
              chosen={one(name) ? [one(name)!] : []}
              onChange={chosen => change(name, chosen.at(-1) ?? null)}
            />
          ))}
      </aside>
      <section aria-labelledby="h">
        <div className="list-head">
          <div className="row">
            <h1 className="title tool" id="h">
              Quotes
            </h1>
            {answer.data && (
              <p className="meta" role="status">
                <b>{counted(answer.data.total, 'statement')}</b>
              </p>
            )}
          </div>
          <div className="row">
            <SearchField route={route} label="Words" hint="Words said, or who says them" />
            <Segments
              label="Form"
              value={(one('quoted') ?? '') as '' | '1' | '0'}
              options={[
                ['', 'All'],
                ['1', 'Quoted'],
                ['0', 'In other words'],
              ]}
              onChange={value => change('quoted', value || null)}
            />
            <span className="grow" />
            <TakeAway
              title="Statements"
              what="quotes"
              record="claim"
              query={{ ...query, limit: undefined }}
            />
            {[...route.params.keys()].some(key => key !== 'shown') && (
              <Link className="link" href="/quotes">
                Clear
              </Link>
            )}
          </div>
        </div>
        <Shown answer={answer} what="quotes">
          {({ items, total }) =>
            items.length === 0 ? (
              <Empty title="Nobody says this">
                <p>Take a filter away, or search for fewer words.</p>
              </Empty>
            ) : (
              <>
                <QuoteList quotes={items} />
                <ListFoot route={route} items={items.length} total={total} step={50} />
              </>
            )
          }
        </Shown>
      </section>
    </div>
  )
}
