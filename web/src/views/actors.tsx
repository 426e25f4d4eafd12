import { useEffect, useState } from 'react'
import type { ViewProps } from '../app.js'
import { api, queryString } from '../lib/api.js'
import { moveFocus, useKeys } from '../lib/keys.js'
import { useQuery } from '../lib/query.js'
import { actorPath, Link, navigate, withParams } from '../lib/router.js'
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
  const [typed, setTyped] = useState(q)
  const shown = Number(route.params.get('shown') ?? 100) || 100
  const query = { q, kind: kind || undefined, limit: Math.min(500, shown) }
  const answer = useQuery(`actors${queryString(query)}`, () => api.actors(query))
  useKeys({ j: () => moveFocus('[data-row]', 1), k: () => moveFocus('[data-row]', -1) })
  useEffect(() => {
    document.title = 'Actors · Synoptic'
  }, [])
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => navigate(withParams(route, { q: typed || null }), { replace: true }), 200)
    return () => clearTimeout(timer)
  }, [typed, q, route])
  return (
    <>
      <div className="list-head">
        <h1 className="title tool">Actors</h1>
        <div className="row">
          <label className="name-filter">
            <span className="sr">Name</span>
            <input
              className="input"
              type="search"
              placeholder="Name, as any article writes it"
              value={typed}
              onChange={event => setTyped(event.target.value)}
              maxLength={200}
            />
          </label>
          <div className="scroll-x">
            <Segments<Kind>
              label="Kind"
              value={kind}
              options={kinds}
              onChange={next => navigate(withParams(route, { kind: next || null }), { replace: true })}
            />
          </div>
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
                <table className="data">
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
              <p className="list-foot">
                <span>
                  {items.length} of {total}
                </span>
                {items.length < total && shown < 500 && (
                  <button
                    className="button"
                    type="button"
                    onClick={() =>
                      navigate(withParams(route, { shown: String(shown + 100) }), { replace: true })
                    }
                  >
                    Show more
                  </button>
                )}
              </p>
            </>
          )
        }
      </Shown>
    </>
  )
}
