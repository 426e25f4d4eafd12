import type { Month, PairView } from '../../lib/api.js'
import { counted, monthName } from '../../lib/words.js'

const width = 1000
const left = 40
const middle = 216
const reach = 170

const up = (month: Month) => month.verbal_cooperation + month.material_cooperation
const down = (month: Month) => month.verbal_conflict + month.material_conflict

/** Round figure at or above half of the largest. */
function tick(most: number): number {
  const half = most / 2
  const power = 10 ** Math.floor(Math.log10(Math.max(1, half)))
  return [1, 2, 5, 10].map(n => n * power).find(n => n >= half * 0.8) ?? power
}

/** Months: cooperation up, conflict down, material next to the axis and solid, verbal outside and outlined. Numbered lines are where the series turns. */
export function Months({ view, months }: { view: PairView; months: readonly Month[] }) {
  const most = Math.max(1, ...months.map(month => Math.max(up(month), down(month))))
  const step = (width - left) / Math.max(6, months.length)
  const bar = Math.min(48, step * 0.8)
  const y = (n: number) => (n / most) * reach
  const unit = tick(most)
  const ticks = [unit, unit * 2].filter(n => n <= most * 1.05)
  const every = Math.max(1, Math.ceil(34 / step))
  const peak = (of: (month: Month) => number) =>
    months.reduce((best, month) => (of(month) > of(best) ? month : best), months[0]!)
  const title = `Events between ${view.a.name} and ${view.b.name} by month. Cooperation peaks in ${peak(up).window} with ${up(peak(up))}, conflict in ${peak(down).window} with ${down(peak(down))}. The table below holds the events.`
  return (
    <svg viewBox={`0 -16 ${width} 456`} role="img" aria-labelledby="months-title">
      <title id="months-title">{title}</title>
      {ticks.flatMap(n => [
        <g key={`u${n}`}>
          <path d={`M${left} ${middle - y(n)}H${width}`} className="axis" />
          <text x={left - 10} y={middle - y(n) + 4} fontSize="12" textAnchor="end" className="t-mut">
            {n}
          </text>
        </g>,
        <g key={`d${n}`}>
          <path d={`M${left} ${middle + y(n)}H${width}`} className="axis" />
          <text x={left - 10} y={middle + y(n) + 4} fontSize="12" textAnchor="end" className="t-mut">
            {n}
          </text>
        </g>,
      ])}
      {months.map((month, index) => {
        const x = left + index * step + (step - bar) / 2
        const material = y(month.material_cooperation)
        const verbal = y(month.verbal_cooperation)
        const hard = y(month.material_conflict)
        const words = y(month.verbal_conflict)
        return (
          <g key={month.window}>
            <title>{`${monthName(month.window)} ${month.window.slice(0, 4)}: ${counted(up(month), 'cooperative event')}, ${counted(down(month), 'conflictual event')}`}</title>
            <rect x={x} y={middle - material} width={bar} height={material} fill="var(--coop-material)" />
            {verbal > 0 && (
              <rect
                x={x}
                y={middle - material - verbal}
                width={bar}
                height={verbal}
                fill="var(--coop-verbal)"
                stroke="var(--coop-material)"
              />
            )}
            <rect x={x} y={middle} width={bar} height={hard} fill="var(--conf-material)" />
            {words > 0 && (
              <rect
                x={x}
                y={middle + hard}
                width={bar}
                height={words}
                fill="var(--conf-verbal)"
                stroke="var(--conf-material)"
              />
            )}
            {index % every === 0 && (
              <text x={x + bar / 2} y="414" fontSize="12" textAnchor="middle" className="t-mut">
                {monthName(month.window)}
              </text>
            )}
            {(index === 0 || month.window.endsWith('-01')) && (
              <text x={x} y="433" fontSize="12" className="t-ink">
                {month.window.slice(0, 4)}
              </text>
            )}
          </g>
        )
      })}
      <path d={`M${left} ${middle}H${width}`} className="axis-strong" />
      {view.turns.map((turn, index) => {
        const at = months.findIndex(month => month.window === turn.window)
        if (at < 0) return null
        const x = left + at * step
        return (
          <g key={turn.window}>
            <path d={`M${x} 6V396`} stroke="var(--ink)" />
            <circle cx={x} cy="-4" r="10" fill="var(--ink)" />
            <text x={x} y="0.500" fontSize="12" fontWeight="600" textAnchor="middle" className="t-on-ink">
              {index + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
