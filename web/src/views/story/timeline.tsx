import type { StoryEvent, StoryView } from '../../lib/api.js'
import { counted, day, days, monthName, weekday } from '../../lib/words.js'

const dayNumber = (date: string) => Math.round(Date.parse(date) / 86_400_000)
const dateOf = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)

interface Span {
  readonly from: number
  readonly to: number
}
interface Row {
  readonly event: StoryEvent
  readonly span: Span
  /** Only the latest possible day is known. */
  readonly open: boolean
  /** Days that compete, with who says so. */
  readonly rivals: readonly { readonly day: number; readonly labels: string }[]
}

const maxRows = 9
/** Days before the first and after the last article that still belong to the picture. */
const before = 12
const after = 5

const spanOf = (event: StoryEvent): Span | null => {
  const { earliest, latest } = event.time ?? {}
  if (!earliest && !latest) return null
  return { from: dayNumber(earliest ?? latest!), to: dayNumber(latest ?? earliest!) }
}

function rivalsOf(event: StoryEvent, story: StoryView): Row['rivals'] {
  const fact = event.facts.find(one => one.field === 'time' && one.dispute)
  const dispute = event.allDisputes.find(one => one.field === 'time' && one.kind === 'contradiction')
  if (!fact || !dispute) return []
  const labels = new Map(story.columns.map(column => [column.id, column.label]))
  return dispute.values.flatMap(({ value, statements }) =>
    /^\d{4}-\d\d-\d\d$/.test(value)
      ? [
          {
            day: dayNumber(value),
            labels: [...new Set(statements.map(one => labels.get(one.article)))].join(', '),
          },
        ]
      : [],
  )
}

/** The days that are drawn, the events within them, and those that lie further back or ahead. */
function layOut(story: StoryView) {
  const told = story.columns.flatMap(column => {
    const { earliest, latest } = column.published ?? {}
    return earliest || latest
      ? [{ column, from: dayNumber(earliest ?? latest!), to: dayNumber(latest ?? earliest!) }]
      : []
  })
  const dated = story.events.flatMap(event => {
    const span = spanOf(event)
    return span ? [{ event, span, open: !event.time?.earliest, rivals: rivalsOf(event, story) }] : []
  })
  const anchors = told.length > 0 ? told.map(one => one.from) : dated.map(row => row.span.from)
  if (anchors.length === 0) return null
  const first = Math.min(...anchors) - before
  const last = Math.max(...told.map(one => one.to), ...(told.length > 0 ? [] : anchors)) + after
  const inside = dated.filter(({ span }) => span.from >= first && span.to <= last)
  const outside = dated.filter(row => !inside.includes(row))
  // Settled days first: an event that only has a latest possible day waits until the others have their place.
  const rows = [...inside.filter(row => !row.open), ...inside.filter(row => row.open)]
    .slice(0, maxRows)
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  const low = Math.min(
    ...rows.flatMap(row => [row.span.from, ...row.rivals.map(one => one.day)]),
    ...told.map(one => one.from),
  )
  const high = Math.max(
    ...rows.flatMap(row => [row.span.to, ...row.rivals.map(one => one.day)]),
    ...told.map(one => one.to),
  )
  return { rows, outside, told, from: low - 1, to: Math.max(high + 1, low + 5) }
}

const width = 1376
const left = 128
const top = 28
const rowHeight = 44

/** The act without its time and place, short enough for a label. */
const short = (words: string) => {
  const plain = words.replace(/ (on|between|in|by|from) (\d.*|[A-Z][a-z]+ \d{4}.*|\d{4}.*)$/, '')
  return plain.length > 64 ? `${plain.slice(0, 61).trimEnd()}…` : plain
}

function Drawing({ plan }: { plan: NonNullable<ReturnType<typeof layOut>> }) {
  const { rows, told, from, to } = plan
  const step = (width - left) / (to - from + 1)
  const x = (n: number) => left + (n - from) * step
  const middle = (n: number) => x(n) + step / 2
  const bottom = top + rows.length * rowHeight + 8
  const height = bottom + 60
  const every = Math.max(1, Math.ceil(92 / step))
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const lanes = new Map<number, number>()
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="tl-title">
      <title id="tl-title">
        {`Events from ${day(dateOf(from + 1))} to ${day(dateOf(to - 1))} with the articles that tell them; on narrow screens the same is a list`}
      </title>
      {numbers.map((n, index) => {
        const date = dateOf(n)
        const weekend = /^S/.test(weekday(date))
        return (
          <g key={n}>
            {weekend && (
              <rect x={x(n)} y={top} width={step} height={height - top} fill="var(--sunken)" opacity=".55" />
            )}
            {index % every === 0 && (
              <>
                <path d={`M${x(n)} ${top}V${height}`} className="axis" />
                <text x={x(n) + 8} y="18" fontSize="12">
                  <tspan className="t-mut">{step > 60 ? weekday(date) : monthName(date)}</tspan>
                  <tspan className="t-ink" dx="4">
                    {Number(date.slice(8))}
                  </tspan>
                </text>
              </>
            )}
          </g>
        )
      })}
      <path d={`M0 ${top}H${width}`} className="axis-strong" />
      <path d={`M0 ${bottom}H${width}M0 ${height}H${width}`} className="axis" />
      <text x="0" y={top + 26} fontSize="12" className="t-mut">
        What happened
      </text>
      <text x="0" y={bottom + 34} fontSize="12" className="t-mut">
        When it was told
      </text>
      {rows.map(({ event, span, open, rivals }, index) => {
        const y = top + index * rowHeight + 24
        const rightmost = Math.max(middle(span.to), ...rivals.map(one => middle(one.day)))
        const leftmost = Math.min(middle(span.from) - (open ? 34 : 0), ...rivals.map(one => middle(one.day)))
        const flip = rightmost > width - 420
        const labelX = flip ? leftmost - 16 : rightmost + 16
        const anchor = flip ? 'end' : 'start'
        return (
          <g key={event.id}>
            {rivals.length > 1 ? (
              <>
                <path
                  d={`M${leftmost} ${y}H${rightmost}`}
                  stroke="var(--contradict-mark)"
                  strokeWidth="2"
                  strokeDasharray="2 5"
                />
                {rivals.map(one => (
                  <path
                    key={one.day}
                    d={`M${middle(one.day)} ${y - 9}l9 9-9 9-9-9z`}
                    fill="var(--contradict-mark)"
                  />
                ))}
              </>
            ) : open ? (
              <path
                d={`M${middle(span.to) - 34} ${y}H${middle(span.to)}M${middle(span.to)} ${y - 6}v12`}
                stroke="var(--ink)"
                strokeWidth="1.500"
                strokeDasharray="3 3"
              />
            ) : span.from === span.to ? (
              <circle
                cx={middle(span.from)}
                cy={y}
                r="6"
                fill={event.articles > 1 ? 'var(--ink)' : 'var(--canvas)'}
                stroke="var(--ink)"
                strokeWidth="1.500"
              />
            ) : (
              <rect
                x={x(span.from)}
                y={y - 5}
                width={Math.max(step, x(span.to + 1) - x(span.from))}
                height="10"
                rx="2"
                fill="var(--ink)"
                opacity={event.articles > 1 ? 1 : 0.45}
              />
            )}
            <text x={labelX} y={y - 1} fontSize="15" className="t-serif" textAnchor={anchor}>
              {short(event.words)}
            </text>
            <text
              x={labelX}
              y={y + 15}
              fontSize="12"
              className={rivals.length > 1 ? 't-con' : 't-mut'}
              textAnchor={anchor}
            >
              {rivals.length > 1
                ? rivals.map(one => `${one.labels}: ${day(dateOf(one.day), false)}`).join('; ')
                : `${days(event.time, false)}, ${counted(event.origins, 'origin')}`}
            </text>
          </g>
        )
      })}
      {told.map(({ column, from: start }) => {
        const lane = lanes.get(start) ?? 0
        lanes.set(start, lane + 1)
        const px = Math.min(width - 34, x(start) + 6 + lane * 34)
        return (
          <g key={column.id}>
            <rect
              x={px}
              y={bottom + 18}
              width="30"
              height="22"
              rx="3"
              fill="var(--surface)"
              stroke={column.copy ? 'var(--copied-mark)' : 'var(--line-strong)'}
              strokeDasharray={column.copy ? '3 2' : undefined}
            />
            <text
              x={px + 15}
              y={bottom + 33}
              fontSize="12"
              textAnchor="middle"
              className={column.copy ? 't-copied' : 't-ink'}
            >
              {column.label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Phases as the accounts date them: a day is a point, an interval a bar, days that compete are diamonds joined by dots. */
export function Timeline({ story }: { story: StoryView }) {
  const plan = layOut(story)
  const undated = story.events.filter(event => !event.time).length
  return (
    <section className="section" id="time" aria-labelledby="h-time">
      <header>
        <h2 id="h-time">Timeline</h2>
        <p>
          Events as the accounts date them; filled where more than one article tells them. A dotted line joins
          days that compete; a dashed one ends at the latest possible day.
        </p>
      </header>
      {plan && plan.rows.length > 0 ? (
        <>
          <div className="figure wide">
            <Drawing plan={plan} />
          </div>
          <ol className="tl-list">
            {plan.rows.map(({ event, rivals }) => (
              <li key={event.id}>
                <time>{days(event.time, false)}</time>
                <span className={`pt${rivals.length > 1 ? ' con' : event.articles > 1 ? '' : ' ctx'}`} />
                <span>
                  <b>{short(event.words)}</b>
                  <small>
                    {rivals.length > 1
                      ? rivals.map(one => `${one.labels}: ${day(dateOf(one.day))}`).join('; ')
                      : counted(event.origins, 'origin')}
                  </small>
                </span>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>No event of this story has a settled day.</p>
      )}
      {((plan?.outside.length ?? 0) > 0 || undated > 0) && (
        <p className="after-table">
          {plan && plan.outside.length > 0 && (
            <>
              Further off:{' '}
              {plan.outside.slice(0, 5).map(({ event }, index) => (
                <span key={event.id}>
                  {index > 0 && '; '}
                  {short(event.words)}, {days(event.time)}
                </span>
              ))}
              .{' '}
            </>
          )}
          {undated > 0 && `${counted(undated, 'event')} without a settled day.`}
        </p>
      )}
    </section>
  )
}
