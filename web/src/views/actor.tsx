import { useEffect } from 'react'
import type { ViewProps } from '../app.js'
import { type ActorProfile, api } from '../lib/api.js'
import { useQuery } from '../lib/query.js'
import { actorPath, Link } from '../lib/router.js'
import { counted, day } from '../lib/words.js'
import { EventTable } from '../parts/event-list.js'
import { QuoteList } from '../parts/quote-list.js'
import { Ledger } from '../parts/small.js'
import { Shown } from '../parts/states.js'
import { TakeAway } from '../parts/take-away.js'

const held = (from: string | null, to: string | null) =>
  from || to
    ? `${from ? (from.length === 10 ? day(from) : from) : '…'} – ${to ? (to.length === 10 ? day(to) : to) : 'open'}`
    : 'as the text says; days not known'

function Page({ profile }: { profile: ActorProfile }) {
  const { actor, names, events, quotes, others } = profile
  useEffect(() => {
    document.title = `${actor.name} · Synoptic`
  }, [actor.name])
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/actors">Actors</Link>
        <span>/</span>
        <span>{actor.id}</span>
      </nav>
      <div className="actor-top">
        <div>
          <h1 className="title">{actor.name}</h1>
          <p className="meta">
            <span>{actor.kind}</span>
            {actor.country && <span className="code">{actor.country}</span>}
            {actor.sectors.length > 0 && <span className="code">{actor.sectors.join(' ')}</span>}
          </p>
          <p className="actions actor-actions">
            <TakeAway title={actor.name} query={{ actor: actor.id }} />
          </p>
          {actor.roles.length > 0 && (
            <section className="profile">
              <h2 className="label">Roles and when they were held</h2>
              <dl className="basis wide">
                {actor.roles.map(role => (
                  <div key={`${role.title} ${role.from}`}>
                    <dt>{role.title}</dt>
                    <dd>{held(role.from, role.to)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
        </div>
        <aside aria-label="Counts">
          <Ledger
            figures={[
              ['Events', actor.events],
              ['Statements', actor.quotes],
              ['Stories', actor.stories],
            ]}
          />
          {names.length > 0 && (
            <>
              <h2 className="label">Names seen in {counted(actor.articles, 'article')}</h2>
              <ul className="names-seen">
                {names.slice(0, 14).map(([name, n]) => (
                  <li key={name}>
                    <span>{name}</span> <small>{n}</small>
                  </li>
                ))}
              </ul>
            </>
          )}
          {others.length > 0 && (
            <>
              <h2 className="label">In events with</h2>
              <ul className="names-seen sans">
                {others.slice(0, 10).map(other => (
                  <li key={other.id}>
                    <Link className="link" href={actorPath(other.id)}>
                      {other.name}
                    </Link>{' '}
                    <small>{other.events}</small>
                  </li>
                ))}
              </ul>
            </>
          )}
        </aside>
      </div>
      <section className="section" aria-labelledby="h-ev">
        <header>
          <h2 id="h-ev">Events</h2>
          <p>{counted(actor.events, 'event')}, newest first.</p>
        </header>
        {events.length > 0 ? (
          <EventTable events={events} caption={`Events of ${actor.name}`} />
        ) : (
          <p>No event names {actor.name} as a party.</p>
        )}
      </section>
      {quotes.length > 0 && (
        <section className="section" aria-labelledby="h-st">
          <header>
            <h2 id="h-st">Statements</h2>
            <p>What articles attribute to {actor.name}.</p>
          </header>
          <QuoteList quotes={quotes} speaker={false} />
        </section>
      )}
    </>
  )
}

export default function Actor({ ids }: ViewProps) {
  const answer = useQuery(`actor ${ids[0]}`, () => api.actor(ids[0]!))
  return (
    <Shown answer={answer} what="the actor">
      {profile => <Page profile={profile} />}
    </Shown>
  )
}
