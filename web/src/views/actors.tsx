import { useEffect } from 'react'
import type { ViewProps } from '../app.js'
import { api, queryString } from '../lib/api.js'
import { useQuery } from '../lib/query.js'
import { actorPath, Link, navigate, withParams } from '../lib/router.js'
import { Icon } from '../parts/icons.js'
import { ListFoot, SearchField, shownOf, useRowKeys } from '../parts/list-parts.js'
import { Scroller } from '../parts/scroller.js'
import { Segments } from '../parts/small.js'
import { Empty, Shown } from '../parts/states.js'

const kinds = [
  ['', 'All'],
  ['government', 'Governments'],
  ['country', 'Countries'],
  ['person', 'People'],
  ['organisation', 'Organisations'],
  ['group', 'Groups'],
  ['unnamed', 'Unnamed'],
] as const
type Kind = (typeof kinds)[number][0]

/** Actors of the corpus, the busiest first. */
export default function Actors({ route }: ViewProps) {
  const kind = kinds.find(([name]) => name === route.params.get('kind'))?.[0] ?? ''
  const q = route.params.get('q') ?? ''
  const shown = shownOf(route, 100)
  const query = { q, kind: kind || undefined, limit: shown }
  const answer = useQuery(`actors${queryString(query)}`, () => api.actors(query))
  useRowKeys()
  useEffect(() => {
    document.title = 'Actors · Synoptic'
  }, [])
  return (
    <>
      <div className="list-head">
        <h1 className="title tool">Actors</h1>
        <div className="row">
          <SearchField route={route} label="Name" hint="Name, as any article writes it" />
          <div className="scroll-x">
            <Segments<Kind>
              label="Kind"
              value={kind}
              options={kinds}
              onChange={next => navigate(withParams(route, { kind: next || null }), { replace: true })}
            />
          </div>
          <span className="grow" />
          <Link className="button" href="/export?record=actor">
            <Icon name="out" />
            Export
          </Link>
        </div>
      </div>
      <Shown answer={answer} what="actors">
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="No actor of that name">
              <p>Names are matched as articles write them.</p>
            </Empty>
          ) : (
            <>
              <Scroller label="Actors">
                <table className="data actor-table">
                  <caption className="sr">Actors with the number of their events and statements</caption>
                  <thead>
                    <tr>
                      <th scope="col">Name</th>
                      <th scope="col">Role</th>
                      <th scope="col">Kind</th>
                      <th scope="col">Country</th>
                      <th scope="col">Sectors</th>
                      <th scope="col" className="r">
                        Events
                      </th>
                      <th scope="col" className="r">
                        Statements
                      </th>
                      <th scope="col" className="r">
                        Stories
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(actor => (
                      <tr key={actor.id}>
                        <td className="big">
                          <Link href={actorPath(actor.id)} data-row>
                            {actor.name}
                          </Link>
                          {actor.roles[0] && <small className="role">{actor.roles[0].title}</small>}
                        </td>
                        <td>{actor.roles[0]?.title ?? ''}</td>
                        <td className="nw">{actor.kind}</td>
                        <td className="code">{actor.country ?? ''}</td>
                        <td className="code">{actor.sectors.join(' ')}</td>
                        <td className="r">
                          <b>{actor.events}</b>
                        </td>
                        <td className="r">{actor.quotes}</td>
                        <td className="r">{actor.stories}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroller>
              <ListFoot route={route} items={items.length} total={total} step={100} />
            </>
          )
        }
      </Shown>
    </>
  )
}
