import type { StoryView } from '../../lib/api.js'
import { articlePath } from '../../lib/router.js'
import { counted, days, listed } from '../../lib/words.js'
import { Chip } from '../../parts/small.js'

type Column = StoryView['columns'][number]
type Origin = StoryView['origins'][number]

const boxHeight = 50
const gap = 14
const width = 1376

const cut = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text

const howMuch = ({ how, share }: NonNullable<Column['copy']>) =>
  share === null ? how : `${share}% same words`

function Box({
  x,
  y,
  w,
  name,
  note,
  label,
  copy,
  strong,
}: {
  x: number
  y: number
  w: number
  name: string
  note: string
  label?: string
  copy?: boolean
  strong?: boolean
}) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={w}
        height={boxHeight}
        rx="4"
        fill="var(--surface)"
        stroke={copy ? 'var(--copied-mark)' : strong ? 'var(--ink)' : 'var(--line-strong)'}
        strokeWidth={strong ? 2 : 1}
        strokeDasharray={copy ? '4 3' : undefined}
      />
      {label && (
        <text
          x={x + w - 12}
          y={y + 22}
          fontSize="12"
          fontWeight="550"
          textAnchor="end"
          className={copy ? 't-copied' : undefined}
        >
          {label}
        </text>
      )}
      <text x={x + 12} y={y + 22} fontSize="14" className="t-ink">
        {cut(name, Math.floor(w / 8.4))}
      </text>
      <text x={x + 12} y={y + 39} fontSize="12" className="t-mut">
        {cut(note, Math.floor(w / 6.6))}
      </text>
    </g>
  )
}

const curve = (x1: number, y1: number, x2: number, y2: number) =>
  `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2 - 7} ${y2}`

/** One origin as a band: who said it first, who took it up, who printed it again. */
function Band({
  origin,
  columns,
  top,
  height,
}: {
  origin: Origin
  columns: readonly Column[]
  top: number
  height: number
}) {
  const [first, ...copies] = columns
  const place = (index: number, count: number) =>
    top + (height - (count * boxHeight + (count - 1) * gap)) / 2 + index * (boxHeight + gap)
  if (!first) return null
  const firstY = place(0, 1)
  return (
    <g>
      <text x="0" y={top + height / 2 + 2} fontSize="30" className="t-serif">
        {origin.label}
      </text>
      <text x="0" y={top + height / 2 + 22} fontSize="12" className="t-mut">
        {counted(columns.length, 'article')}
      </text>
      {origin.sources.length === 0 && (
        <text x="132" y={firstY + 30} fontSize="12" className="t-mut">
          names no source; own words
        </text>
      )}
      {origin.sources.map((source, index) => {
        const y = place(index, origin.sources.length)
        return (
          <g key={source.name}>
            <Box x={132} y={y} w={268} name={source.name} note={counted(source.statements, 'statement')} />
            <path
              d={curve(400, y + boxHeight / 2, 560, firstY + boxHeight / 2)}
              fill="none"
              stroke="var(--ink-2)"
              strokeWidth="1.500"
              markerEnd="url(#tip)"
            />
          </g>
        )
      })}
      <Box
        x={560}
        y={firstY}
        w={268}
        strong
        name={first.outlet}
        note={first.published ? days(first.published) : 'undated'}
        label={first.label}
      />
      {copies.map((copy, index) => {
        const y = place(index, copies.length)
        const share = copy.copy?.share ?? null
        return (
          <g key={copy.id}>
            <path
              d={curve(828, firstY + boxHeight / 2, 1000, y + boxHeight / 2)}
              fill="none"
              stroke="var(--copied-mark)"
              strokeWidth={share === null ? 2 : 1.5 + share / 25}
              markerEnd="url(#tip-copy)"
            />
            <Box
              x={1000}
              y={y}
              w={376}
              copy
              name={copy.outlet}
              note={`${copy.copy ? howMuch(copy.copy) : ''}${copy.truncated ? ', cut short' : ''}`}
              label={copy.label}
            />
          </g>
        )
      })}
    </g>
  )
}

function Drawing({ story }: { story: StoryView }) {
  let top = 34
  const bands = story.origins.slice(0, 12).map((origin, index) => {
    const columns = story.columns.filter(column => column.origin === index).slice(0, 8)
    const rows = Math.max(1, origin.sources.length, columns.length - 1)
    const height = rows * boxHeight + (rows - 1) * gap + 20
    const band = { origin, columns, top, height }
    top += height + 8
    return band
  })
  return (
    <svg viewBox={`0 0 ${width} ${top}`} role="img" aria-labelledby="lin-title">
      <title id="lin-title">{`Who had it from whom: ${counted(story.origins.length, 'independent origin')} behind ${counted(story.columns.length, 'article')}`}</title>
      <defs>
        {(['tip', 'tip-copy'] as const).map(id => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 8 8"
            refX="1"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 .500 8 4 0 7.500z" fill={id === 'tip' ? 'var(--ink-2)' : 'var(--copied-mark)'} />
          </marker>
        ))}
      </defs>
      {(
        [
          [132, 'Said first by'],
          [560, 'Taken up by'],
          [1000, 'Printed again by'],
        ] as const
      ).map(([x, name]) => (
        <text key={name} x={x} y="14" fontSize="12" className="t-mut">
          {name}
        </text>
      ))}
      <path d={`M0 26H${width}`} className="axis-strong" />
      {bands.map(({ origin, columns, top: y, height }) => (
        <g key={origin.label}>
          {y > 34 && <path d={`M0 ${y - 4}H${width}`} className="axis" />}
          <Band origin={origin} columns={columns} top={y} height={height} />
        </g>
      ))}
    </svg>
  )
}

/** Who had it from whom: sources named in the text, the report that took them up, the articles that repeat it. */
export function Lineage({ story }: { story: StoryView }) {
  return (
    <section className="section" id="lineage" aria-labelledby="h-lin">
      <header>
        <h2 id="h-lin">Lineage</h2>
        <p>
          Who had it from whom. Left: sources that the report names. Right: articles found to repeat it; the
          thicker the line, the more of the same words.
        </p>
      </header>
      <div className="figure wide">
        <Drawing story={story} />
      </div>
      <ol className="lineage-list">
        {story.columns.map(column => {
          const origin = story.origins[column.origin]
          const sources = origin?.sources.map(source => source.name) ?? []
          return (
            <li key={column.id}>
              <Chip label={column.label} href={articlePath(column.id)} copy={column.copy !== null} />
              <span>
                <b>{column.outlet}</b>
                <small>
                  {column.copy
                    ? `from ${column.copy.of}, ${howMuch(column.copy)}`
                    : sources.length > 0
                      ? `names ${listed(sources)}`
                      : 'names no source'}
                </small>
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
