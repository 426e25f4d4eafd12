import { useEffect } from 'react'
import type { ViewProps } from '../../app.js'
import { api, type Explanation, type Query } from '../../lib/api.js'
import { useQuery } from '../../lib/query.js'
import { Link, type Route, storyPath } from '../../lib/router.js'
import { Shown } from '../../parts/states.js'
import { Records } from './records.js'

function Reasons({ reason, depth = 0 }: { reason: Explanation; depth?: number }) {
  return (
    <li>
      {reason.because.length > 0 ? (
        <details open={depth < 2}>
          <summary>{reason.text}</summary>
          <ul>
            {reason.because.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no names, only their place.
              <Reasons key={index} reason={one} depth={depth + 1} />
            ))}
          </ul>
        </details>
      ) : (
        reason.text
      )}
    </li>
  )
}

/** How a record came about, down to the characters of the page. */
function Explained({ id }: { id: string }) {
  const answer = useQuery(`explain ${id}`, () => api.explain(id))
  return (
    <section className="section" aria-labelledby="h-explain">
      <header>
        <h2 id="h-explain">How it was put together</h2>
        <p>The chain from the record to the characters of the page.</p>
      </header>
      <Shown answer={answer} what="the explanation">
        {reason => (
          <ul className="reasons">
            <Reasons reason={reason} />
          </ul>
        )}
      </Shown>
    </section>
  )
}

function Failures() {
  const answer = useQuery('failures', () => api.failures({ limit: 200 }))
  if (!answer.data || answer.data.total === 0) return null
  return (
    <section className="section" id="failures" aria-labelledby="h-fail">
      <header>
        <h2 id="h-fail">What could not be read</h2>
      </header>
      {answer.data.items.map(({ uri, message, code }) => (
        <div className="fail" key={`${uri} ${code}`}>
          <b>{uri}</b>
          <p>
            {message} <small>{code}</small>
          </p>
        </div>
      ))}
    </section>
  )
}

const filters = [
  'story',
  'article',
  'pair',
  'actor',
  'place',
  'quad',
  'from',
  'to',
  'speaker',
  'channel',
  'stance',
  'about',
  'quoted',
  'q',
] as const

/** What of the workspace is asked for, and in which words. `type` is the PLOVER event: `event` in the address names one whose evidence is shown. */
function narrowing(route: Route): { query: Query; words: string[] } {
  const query: Record<string, string | readonly string[]> = {}
  const words: string[] = []
  for (const name of filters) {
    const value = route.params.get(name)
    if (!value) continue
    query[name] = value
    if (name === 'pair') words.push(value.replace('-', ' ↔ '))
    else if (name === 'from' || name === 'to') words.push(`${name} ${value}`)
    else if (name !== 'story' && name !== 'article') words.push(value)
  }
  const countries = route.params.getAll('country')
  if (countries.length > 0) {
    query['country'] = countries
    words.push(countries.join(' and '))
  }
  const stories = route.params.get('stories')
  if (stories !== null) {
    query['stories'] = stories
    words.push('the list of stories')
  }
  const type = route.params.get('type')
  if (type) {
    query['event'] = type
    words.push(type)
  }
  return { query, words }
}

function What({ query, words }: { query: Query; words: readonly string[] }) {
  const story = typeof query['story'] === 'string' ? query['story'] : null
  const view = useQuery(story ? `story ${story}` : null, () => api.story(story!))
  return (
    <p className="meta">
      <span>
        Records of{' '}
        {story ? (
          <Link className="link" href={storyPath(story)}>
            {view.data?.summary.title ?? 'one story'}
          </Link>
        ) : (
          <b>{query['article'] ? 'one article' : words.join(', ')}</b>
        )}
        , with everything they rest on.{' '}
        <Link className="link" href="/export">
          The whole workspace
        </Link>
      </span>
    </p>
  )
}

function Brief({ story }: { story: string }) {
  return (
    <section className="section" aria-labelledby="h-brief">
      <header>
        <h2 id="h-brief">Brief</h2>
        <p>What happened, every sentence with its source; where accounts differ; sources.</p>
        <span className="actions">
          <a className="button" href={api.urls.brief(story, 'markdown')} download={`${story}.md`}>
            Markdown
          </a>
          <a className="button" href={api.urls.brief(story, 'html')} download={`${story}.html`}>
            HTML
          </a>
        </span>
      </header>
    </section>
  )
}

/** Every record in every format, of the workspace or of what a view shows; and how a record was put together. */
export default function Export({ route }: ViewProps) {
  const event = route.params.get('event')
  const { query, words } = narrowing(route)
  const narrowed = Object.keys(query).length > 0
  useEffect(() => {
    document.title = 'Export · Synoptic'
  }, [])
  if (event)
    return (
      <>
        <h1 className="title tool">Evidence</h1>
        <Explained id={event} />
      </>
    )
  return (
    <>
      <h1 className="title tool">Export</h1>
      {narrowed ? (
        <What query={query} words={words} />
      ) : (
        <p className="meta">
          <span>
            Ordered by id: the same pages give the same bytes. Spans are UTF-16 offsets into the article’s
            text.
          </span>
        </p>
      )}
      <Records route={route} query={query} narrowed={narrowed} />
      {typeof query['story'] === 'string' && <Brief story={query['story']} />}
      {!narrowed && <Failures />}
    </>
  )
}
