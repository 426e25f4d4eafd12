import { day } from '../lib/words.js'

const dayNumber = (date: string) => Math.round(Date.parse(date) / 86_400_000)
const dateOf = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10)
const bins = 29

/** Stories over time with two handles; each handle is a slider that says its day. */
export function TimeFacet({
  days,
  from,
  to,
  onChange,
}: {
  days: readonly (readonly [string, number])[]
  from: string | null
  to: string | null
  onChange: (from: string | null, to: string | null) => void
}) {
  if (days.length < 2) return null
  const first = dayNumber(days[0]![0])
  const last = dayNumber(days.at(-1)![0])
  const width = Math.max(1, (last - first + 1) / bins)
  const counts = Array.from({ length: bins }, () => 0)
  for (const [date, n] of days)
    counts[Math.min(bins - 1, Math.floor((dayNumber(date) - first) / width))]! += n
  const most = Math.max(...counts)
  const low = from ? Math.max(first, dayNumber(from)) : first
  const high = to ? Math.min(last, dayNumber(to)) : last
  const x = (n: number) => ((n - first) / Math.max(1, last - first)) * 232
  const slide = (which: 'from' | 'to', value: number) => {
    const [a, b] = which === 'from' ? [Math.min(value, high), high] : [low, Math.max(value, low)]
    onChange(a <= first ? null : dateOf(a), b >= last ? null : dateOf(b))
  }
  return (
    <fieldset className="facet time-facet">
      <legend>
        <h3>Time</h3>
      </legend>
      <div className="time-chart">
        <svg viewBox="0 0 232 48" width="100%" height="48" preserveAspectRatio="none" aria-hidden="true">
          <rect
            x={x(low)}
            y="0"
            width={Math.max(2, x(high) - x(low))}
            height="48"
            fill="var(--accent-soft)"
          />
          {counts.map((n, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: bins are their place.
              key={index}
              x={index * 8 + 1}
              y={48 - (n / most) * 44}
              width="6"
              height={(n / most) * 44}
              fill="var(--ink-3)"
            />
          ))}
        </svg>
        <input
          type="range"
          min={first}
          max={last}
          value={low}
          aria-label="From"
          aria-valuetext={day(dateOf(low))}
          onChange={event => slide('from', Number(event.target.value))}
        />
        <input
          type="range"
          min={first}
          max={last}
          value={high}
          aria-label="To"
          aria-valuetext={day(dateOf(high))}
          onChange={event => slide('to', Number(event.target.value))}
        />
      </div>
      <p className="time-ends">
        <span>{day(dateOf(low))}</span>
        <span>{day(dateOf(high))}</span>
      </p>
    </fieldset>
  )
}
