import type { EventSummary } from '../lib/api.js'
import { Link, storyPath } from '../lib/router.js'
import { codeName, days, factualityName } from '../lib/words.js'
import { Glyph } from './icons.js'
import { useJudging } from './judge/use-judging.js'
import { Scroller } from './scroller.js'
import { PairCode, Quad } from './small.js'

/** Events as a table: when, what, code, direction, origins, disputes. Each leads to its place in the story. */
export function EventTable({ events, caption }: { events: readonly EventSummary[]; caption: string }) {
  const judging = useJudging()
  return (
    <Scroller label={caption}>
      <table className="data event-table">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">What happened</th>
            <th scope="col">Event</th>
            <th scope="col">Direction</th>
            <th scope="col" className="r">
              Articles
            </th>
            <th scope="col" className="r">
              Origins
            </th>
            <th scope="col">Disputes</th>
            <th scope="col">
              <span className="sr">Judge</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map(event => (
            <tr key={event.id}>
              <td className="nw">{days(event.time)}</td>
              <td className="big">
                <Link href={`${storyPath(event.story)}#${event.id}`} data-row>
                  {event.words}
                </Link>
                {event.factuality !== 'CT+' && (
                  <small className="factuality">{factualityName(event.factuality)}</small>
                )}
              </td>
              <td className="nw">
                <span className="with-quad">
                  <Quad quad={event.quad} />
                  {codeName(event)}
                </span>
              </td>
              <td className="nw">
                <PairCode a={event.a} b={event.b} />
              </td>
              <td className="r">{event.articles}</td>
              <td className="r">
                <b>{event.origins}</b>
              </td>
              <td className="nw">
                {event.disputes.length > 0 ? (
                  <span className="w-contradict">
                    <Glyph kind="contradict" /> {event.disputes.length}
                  </span>
                ) : (
                  'none'
                )}
              </td>
              <td className="nw">
                <button
                  type="button"
                  className="judge-link"
                  onClick={() => judging.open({ event: event.id })}
                >
                  Judge<span className="sr">: {event.words}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {judging.dialog}
    </Scroller>
  )
}
