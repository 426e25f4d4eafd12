import { useState } from 'react'
import type { ViewProps } from '../app.js'
import { api, queryString, type StoryPage } from '../lib/api.js'
import { useQuery } from '../lib/query.js'
import { Link, navigate, type Route, withParams } from '../lib/router.js'
import { counted, day } from '../lib/words.js'
import { Facet } from '../parts/facet.js'
import { Icon } from '../parts/icons.js'
import { ListFoot, shownOf, useRowKeys } from '../parts/list-parts.js'
import { Segments } from '../parts/small.js'
import { Empty, Shown } from '../parts/states.js'
import { StoryRow } from '../parts/story-row.js'
import { TimeFacet } from '../parts/time-facet.js'

const facets = [
  ['country', 'Country', 'c'],
  ['pair', 'Pair', 'p'],
  ['state', 'Accounts', 'd'],
  ['event', 'Event', 'e'],
  ['outlet', 'Outlet', 'o'],
] as const
const orders = [
  ['newest', 'Newest'],
  ['disputed', 'Most disputed'],
  ['origins', 'Most origins'],
] as const
const pageSize = 30

const set = (route: Route, changes: Parameters<typeof withParams>[1]) =>
  navigate(withParams(route, { shown: null, ...changes }), { replace: true })

function Filters({ route, page }: { route: Route; page: StoryPage }) {
  return (
    <>
      <TimeFacet
        days={page.days}
        from={route.params.get('from')}
        to={route.params.get('to')}
        onChange={(from, to) => set(route, { from, to })}
      />
      {facets.map(([name, title, key]) => (
        <Facet
          key={name}
          title={title}
          hint={key}
          rows={page.facets[name] ?? []}
          chosen={route.params.getAll(name)}
          onChange={chosen => set(route, { [name]: chosen })}
        />
      ))}
    </>
  )
}

/** What is filtered by, each with a way to take it away. */
function Tokens({ route, page }: { route: Route; page: StoryPage | undefined }) {
  const tokens = [
    ...['q'].flatMap(name =>
      route.params.get(name)
        ? [{ name, value: route.params.get(name)!, text: `“${route.params.get(name)}”` }]
        : [],
    ),
    ...(['from', 'to'] as const).flatMap(name =>
      route.params.get(name)
        ? [{ name, value: route.params.get(name)!, text: `${name} ${day(route.params.get(name)!)}` }]
        : [],
    ),
    ...facets.flatMap(([name]) =>
      route.params.getAll(name).map(value => ({
        name,
        value,
        text: page?.facets[name]?.find(row => row.value === value)?.name ?? value,
      })),
    ),
  ]
  if (tokens.length === 0) return null
  return (
    <>
      {tokens.map(({ name, value, text }) => (
        <span className="token" key={`${name} ${value}`}>
          {text}{' '}
          <button
            type="button"
            aria-label={`Remove filter ${text}`}
            onClick={() => set(route, { [name]: route.params.getAll(name).filter(one => one !== value) })}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <Link className="link" href="/">
        Clear
      </Link>
    </>
  )
}

/** Stories, newest first: facets, search, order, and a row each. The address holds all of it. */
export function Stories({ route }: ViewProps) {
  const [sheet, setSheet] = useState(false)
  const shown = shownOf(route, pageSize)
  const order = orders.find(([name]) => name === route.params.get('order'))?.[0] ?? 'newest'
  const list = (name: string) => route.params.getAll(name)
  const query = {
    q: route.params.get('q') ?? undefined,
    from: route.params.get('from') ?? undefined,
    to: route.params.get('to') ?? undefined,
    country: list('country'),
    pair: list('pair'),
    state: list('state'),
    event: list('event'),
    outlet: list('outlet'),
    order,
    limit: shown,
  }
  const answer = useQuery(`stories${queryString(query)}`, () => api.stories(query))
  useRowKeys()
  const page = answer.data
  const filtered = [...route.params.keys()].some(key => key !== 'order' && key !== 'shown')
  return (
    <div className="stories">
      <aside className={`facets${sheet ? ' open' : ''}`} aria-label="Filter stories">
        {page && <Filters route={route} page={page} />}
        {sheet && (
          <button className="button primary" type="button" onClick={() => setSheet(false)}>
            Show {counted(page?.total ?? 0, 'story').replace('storys', 'stories')}
          </button>
        )}
      </aside>
      <section aria-labelledby="h">
        <div className="list-head">
          <div className="row">
            <h1 className="title tool" id="h">
              Stories
            </h1>
            {page && (
              <p className="meta" role="status">
                <span>
                  {page.total === 1 ? '1 story' : `${page.total} stories`} from{' '}
                  <b>{counted(page.articles, 'article')}</b> and <b>{counted(page.origins, 'origin')}</b>
                </span>
              </p>
            )}
            <span className="grow" />
            <Segments
              label="Order"
              value={order}
              options={orders}
              onChange={next => set(route, { order: next === 'newest' ? null : next })}
            />
            <Link
              className="button"
              href={`/export${queryString({
                record: 'story',
                stories: filtered ? queryString({ ...query, limit: undefined }).slice(1) : undefined,
              })}`}
            >
              <Icon name="out" />
              Export
            </Link>
          </div>
          <div className="row token-row">
            <button
              className="button facets-narrow"
              type="button"
              aria-expanded={sheet}
              onClick={() => setSheet(!sheet)}
            >
              Filters
            </button>
            <Tokens route={route} page={page} />
          </div>
        </div>
        <Shown answer={answer} what="stories">
          {({ items, total }) =>
            items.length === 0 ? (
              <Empty title={filtered ? 'No story passes these filters' : 'Nothing here yet'}>
                {filtered ? (
                  <p>
                    <Link className="link" href="/">
                      Clear the filters
                    </Link>
                    {query.q && ' or search for fewer words'}.
                  </p>
                ) : (
                  <>
                    <p>
                      Add the pages of a few outlets about one event, and their accounts stand side by side.
                    </p>
                    <Link className="button primary" href="/add">
                      Add pages
                    </Link>
                  </>
                )}
              </Empty>
            ) : (
              <>
                <div className="story-row head" aria-hidden="true">
                  <span>Event</span>
                  <span />
                  <span>Articles</span>
                  <span>Origins and copies</span>
                  <span>Disputes</span>
                  <span className="spark">Articles a day</span>
                </div>
                <ol>
                  {items.map(story => (
                    <StoryRow key={story.id} story={story} />
                  ))}
                </ol>
                <ListFoot route={route} items={items.length} total={total} step={60}>
                  <span className="keys-hint">
                    <kbd>j</kbd> <kbd>k</kbd> move, <kbd>↵</kbd> opens
                  </span>
                </ListFoot>
              </>
            )
          }
        </Shown>
      </section>
    </div>
  )
}
