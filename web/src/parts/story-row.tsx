import type { StorySummary } from '../lib/api.js'
import { Link, storyPath } from '../lib/router.js'
import { codeName, counted, day, days, disputeNames } from '../lib/words.js'
import { Glyph } from './icons.js'
import { PairCode } from './small.js'

/** One square per origin, the copies of it hollow beneath; at most ten of each are drawn. */
function Stacks({ origins }: { origins: readonly number[] }) {
  return (
    <div className="stacks" aria-hidden="true">
      {origins.slice(0, 10).map((copies, origin) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: origins have no names here, only their order.
        <span key={origin}>
          <i />
          {Array.from({ length: Math.min(copies, 5) }, (_, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: equal squares.
            <i key={n} className="c" />
          ))}
        </span>
      ))}
    </div>
  )
}

/** Articles a day over the days of the story, at least a week wide. */
function Sparkline({ list }: { list: StorySummary['days'] }) {
  if (list.length === 0) return <span className="spark">undated</span>
  const at = (date: string) => Date.parse(date) / 86_400_000
  const first = at(list[0]![0])
  const span = Math.max(7, at(list.at(-1)![0]) - first + 1)
  const most = Math.max(...list.map(([, n]) => n))
  const step = 104 / Math.min(span, 40)
  return (
    <div className="spark">
      <svg
        viewBox="0 0 104 32"
        width="104"
        height="32"
        role="img"
        aria-label={`Articles a day, most ${most} on ${day(list.find(([, n]) => n === most)![0])}`}
      >
        <path d="M0 31.500H104" stroke="var(--line)" />
        {list.slice(0, 40).map(([date, n]) => {
          const height = (n / most) * 28
          const x = ((at(date) - first) / span) * 104
          return (
            <rect
              key={date}
              x={x + 1}
              y={31 - height}
              width={Math.max(2, Math.min(10, step - 2))}
              height={height}
              fill={n === most ? 'var(--ink)' : 'var(--ink-3)'}
            />
          )
        })}
      </svg>
    </div>
  )
}

/** A story as a row: the whole row is one link. */
export function StoryRow({ story }: { story: StorySummary }) {
  const { id, title, words, main, pair, articles, origins, disputes } = story
  return (
    <li className="story-row">
      <div className="when">
        <time>{days(story)}</time>
      </div>
      <div className="body">
        <h2>
          <Link href={storyPath(id)} data-row>
            {title}
          </Link>
        </h2>
        <p className="says">{words || 'No event was coded.'}</p>
        <div className="tags">
          {pair && <PairCode a={[pair.a]} b={pair.b ? [pair.b] : []} both />}
          {main && <span>{codeName(main)}</span>}
        </div>
      </div>
      <div className="num">
        <b>{articles}</b> <span className="unit">{articles === 1 ? 'article' : 'articles'}</span>
      </div>
      <div className="num origins-cell">
        <b>{origins.length}</b> <span className="unit">{origins.length === 1 ? 'origin' : 'origins'}</span>
        <Stacks origins={origins} />
      </div>
      <div className="num">
        {disputes.length > 0 ? (
          <>
            <span className="w-contradict">
              <Glyph kind="contradict" /> <b>{disputes.length}</b>
              <span className="sr"> {counted(disputes.length, 'dispute')}: </span>
            </span>{' '}
            <small>{[...new Set(disputes)].map(field => disputeNames[field]).join(', ')}</small>
          </>
        ) : (
          <span className="w-silent">
            none<span className="unit"> disputed</span>
          </span>
        )}
      </div>
      <Sparkline list={story.days} />
    </li>
  )
}
