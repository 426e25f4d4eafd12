import type { PairView } from '../../lib/api.js'
import { day, sentenceCase } from '../../lib/words.js'

const order = ['visits', 'agreements', 'sanctions', 'trade', 'military', 'statements', 'other acts']
const left = 170
const width = 1000
const rowHeight = 40

const dayNumber = (date: string) => Date.parse(date) / 86_400_000

/** One strip per ledger: circles are cooperation, triangles conflict; larger is more independent origins. */
export function Ledgers({ events }: { events: PairView['events'] }) {
  const dated = events.filter(event => event.time?.earliest ?? event.time?.latest)
  const strips = order
    .map(name => ({
      name,
      all: events.filter(event => event.ledger === name),
      dated: dated.filter(event => event.ledger === name),
    }))
    .filter(strip => strip.all.length > 0)
  if (dated.length === 0) return null
  const at = (event: PairView['events'][number]) => dayNumber((event.time!.earliest ?? event.time!.latest)!)
  const first = Math.min(...dated.map(at))
  const span = Math.max(30, Math.max(...dated.map(at)) - first)
  const x = (n: number) => left + 16 + ((n - first) / span) * (width - left - 32)
  const height = strips.length * rowHeight + 26
  const marks = [0, 0.5, 1].map(share => first + share * span)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="ledger-title">
      <title id="ledger-title">Ledgers over time; the table below holds every entry</title>
      {strips.map(({ name, all, dated: own }, row) => {
        const y = row * rowHeight + rowHeight / 2
        return (
          <g key={name}>
            <text x="0" y={y + 4} fontSize="13" className="t-ink">
              {sentenceCase(name)}
            </text>
            <text x={left - 24} y={y + 4} fontSize="13" textAnchor="end" className="t-mut">
              {all.length}
            </text>
            <path d={`M${left} ${y}H${width}`} className="axis" />
            {own.map(event => {
              const r = 4 + Math.min(5, event.origins - 1) * 1.3
              const verbal = event.quad.startsWith('verbal')
              const px = x(at(event))
              const conflict = event.quad.endsWith('conflict')
              const fill = conflict
                ? verbal
                  ? 'var(--conf-verbal)'
                  : 'var(--conf-material)'
                : verbal
                  ? 'var(--coop-verbal)'
                  : 'var(--coop-material)'
              const stroke = conflict ? 'var(--conf-material)' : 'var(--coop-material)'
              return (
                <g key={event.id}>
                  <title>{event.words}</title>
                  {conflict ? (
                    <path
                      d={`M${px - r * 1.2} ${y - r}h${r * 2.4}l${-r * 1.2} ${r * 2}z`}
                      fill={fill}
                      stroke={stroke}
                    />
                  ) : (
                    <circle cx={px} cy={y} r={r} fill={fill} stroke={stroke} />
                  )}
                </g>
              )
            })}
          </g>
        )
      })}
      {marks.map((mark, index) => (
        <text
          key={mark}
          x={x(mark)}
          y={height - 4}
          fontSize="12"
          textAnchor={index === 0 ? 'start' : index === 1 ? 'middle' : 'end'}
          className="t-mut"
        >
          {day(new Date(mark * 86_400_000).toISOString().slice(0, 10))}
        </text>
      ))}
    </svg>
  )
}
