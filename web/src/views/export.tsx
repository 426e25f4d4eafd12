import { useEffect } from 'react'
import type { ViewProps } from '../app.js'
import { api, type Explanation } from '../lib/api.js'
import { useQuery } from '../lib/query.js'
import { Link, storyPath } from '../lib/router.js'
import { Scroller } from '../parts/scroller.js'
import { Shown } from '../parts/states.js'

const kinds = [
  ['event', 'Events', 'reconciled, with one account per article, standings and disputes'],
  ['mention', 'Event mentions', 'one sentence’s report of one event: PLOVER, CAMEO, roles with spans'],
  ['claim', 'Claims', 'who says what, the cue, the chain it came through'],
  ['article', 'Articles', 'text, metadata with basis, what was cut and why'],
  ['story', 'Stories', 'articles of one happening, copies, origins'],
  ['relation', 'Relations', 'pairs of countries by month'],
  ['actor', 'Actors', 'with roles and the time they were held'],
  ['failure', 'Failures', 'documents that could not be read, with the reason'],
] as const
const ofStory: ReadonlySet<string> = new Set(['event', 'mention', 'claim', 'story'])

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

/** Every record in every format, of the workspace or of one story; and how a record was put together. */
export default function Export({ route }: ViewProps) {
  const story = route.params.get('story') ?? undefined
  const event = route.params.get('event')
  const view = useQuery(story ? `story ${story}` : null, () => api.story(story!))
  useEffect(() => {
    document.title = 'Export · Synoptic'
  }, [])
  const shown = kinds.filter(([kind]) => !story || ofStory.has(kind))
  return (
    <>
      <h1 className="title tool">{event ? 'Evidence' : 'Export'}</h1>
      {event ? (
        <Explained id={event} />
      ) : (
        <>
          <p className="meta">
            {story ? (
              <span>
                Records of{' '}
                <Link className="link" href={storyPath(story)}>
                  {view.data?.summary.title ?? 'one story'}
                </Link>
                .{' '}
                <Link className="link" href="/export">
                  The whole workspace
                </Link>
              </span>
            ) : (
              <span>
                Ordered by id: the same pages give the same bytes. Spans are UTF-16 offsets into the article’s
                text.
              </span>
            )}
          </p>
          <Scroller label="Records" className="scroll-x export-table">
            <table className="data">
              <caption className="sr">Records and formats</caption>
              <thead>
                <tr>
                  <th scope="col">Record</th>
                  <th scope="col">What it holds</th>
                  <th scope="col">Download</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(([kind, name, what]) => (
                  <tr key={kind}>
                    <td className="big">{name}</td>
                    <td>{what}</td>
                    <td className="nw">
                      <span className="actions">
                        {(['jsonl', 'json', 'csv'] as const).map(format => (
                          <a
                            key={format}
                            className="button"
                            href={api.urls.export(kind, { format, story })}
                            download
                          >
                            {{ jsonl: 'JSON Lines', json: 'JSON', csv: 'CSV' }[format]}
                            <span className="sr"> of {name}</span>
                          </a>
                        ))}
                      </span>
                    </td>
                  </tr>
                ))}
                {story && (
                  <tr>
                    <td className="big">Brief</td>
                    <td>what happened, every sentence with its source; where accounts differ; sources</td>
                    <td className="nw">
                      <span className="actions">
                        <a
                          className="button"
                          href={api.urls.brief(story, 'markdown')}
                          download={`${story}.md`}
                        >
                          Markdown
                        </a>
                        <a className="button" href={api.urls.brief(story, 'html')} download={`${story}.html`}>
                          HTML
                        </a>
                      </span>
                    </td>
                  </tr>
                )}
              </tbody>
            </table>
          </Scroller>
          {!story && <Failures />}
        </>
      )}
    </>
  )
}
