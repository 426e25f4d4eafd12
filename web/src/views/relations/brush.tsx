import type { Month } from '../../lib/api.js'
import { monthName } from '../../lib/words.js'

const up = (month: Month) => month.verbal_cooperation + month.material_cooperation
const down = (month: Month) => month.verbal_conflict + month.material_conflict

/** Months with cooperation above and conflict below; two handles choose a window, each a slider that says its month. */
export function Brush({
  months,
  from,
  to,
  onChange,
}: {
  months: readonly Month[]
  from: string | null
  to: string | null
  onChange: (from: string | null, to: string | null) => void
}) {
  const dated = months.filter(month => month.window !== 'unknown')
  if (dated.length < 2) return null
  const last = dated.length - 1
  const index = (window: string | null, otherwise: number) => {
    const at = window === null ? -1 : dated.findIndex(month => month.window === window)
    return at < 0 ? otherwise : at
  }
  const [low, high] = [index(from, 0), index(to, last)]
  const most = Math.max(1, ...dated.map(month => Math.max(up(month), down(month))))
  const step = 860 / dated.length
  const choose = (a: number, b: number) =>
    onChange(a === 0 && b === last ? null : dated[a]!.window, a === 0 && b === last ? null : dated[b]!.window)
  const name = (window: string) => `${monthName(window)} ${window.slice(0, 4)}`
  return (
    <div className="brush-box">
      <div className="label brush-label">
        <span>Months with events, cooperation above, conflict below</span>
        <span className="keys-hint">
          <kbd>[</kbd> <kbd>]</kbd> move the window
        </span>
      </div>
      <div className="time-chart tall">
        <svg viewBox="0 0 860 84" width="100%" height="84" preserveAspectRatio="none" aria-hidden="true">
          <rect x={low * step} y="0" width={(high - low + 1) * step} height="84" fill="var(--accent-soft)" />
          {dated.map((month, at) => {
            const chosen = at >= low && at <= high
            const upper = (up(month) / most) * 38
            const lower = (down(month) / most) * 38
            return (
              <g key={month.window} opacity={chosen ? 1 : 0.6}>
                <rect
                  x={at * step + 3}
                  y={41 - upper}
                  width={Math.max(2, step - 6)}
                  height={upper}
                  fill="var(--coop-material)"
                />
                <rect
                  x={at * step + 3}
                  y="43"
                  width={Math.max(2, step - 6)}
                  height={lower}
                  fill="var(--conf-material)"
                />
              </g>
            )
          })}
          <path d="M0 42H860" stroke="var(--ink-3)" />
        </svg>
        <input
          type="range"
          min={0}
          max={last}
          value={low}
          aria-label="From month"
          aria-valuetext={name(dated[low]!.window)}
          onChange={event => choose(Math.min(Number(event.target.value), high), high)}
        />
        <input
          type="range"
          min={0}
          max={last}
          value={high}
          aria-label="To month"
          aria-valuetext={name(dated[high]!.window)}
          onChange={event => choose(low, Math.max(Number(event.target.value), low))}
        />
      </div>
      <p className="time-ends">
        <span>{name(dated[low]!.window)}</span>
        <span>{name(dated[high]!.window)}</span>
      </p>
    </div>
  )
}
