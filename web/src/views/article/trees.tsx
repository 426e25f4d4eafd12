import type { Analysis } from '../../lib/api.js'
import { Scroller } from '../../parts/scroller.js'

type Sentence = Analysis['sentences'][number]

const wordGap = 18
const charWidth = 8.6
const level = 26

/** Height of every arc: one above all arcs it spans. */
function levels(sentence: Sentence): number[] {
  const arcs = sentence.tokens.map(({ head }, index) => ({
    index,
    from: Math.min(index, head),
    to: Math.max(index, head),
    length: Math.abs(index - head),
  }))
  const heights = sentence.tokens.map(() => 0)
  for (const arc of [...arcs]
    .filter(one => sentence.tokens[one.index]!.head >= 0)
    .sort((a, b) => a.length - b.length)) {
    const inside = arcs.filter(
      one =>
        one.index !== arc.index &&
        sentence.tokens[one.index]!.head >= 0 &&
        one.from >= arc.from &&
        one.to <= arc.to &&
        one.length <= arc.length,
    )
    heights[arc.index] = 1 + Math.max(0, ...inside.map(one => heights[one.index]!))
  }
  return heights
}

/** A sentence with the relation of every word to its head, as arcs (Universal Dependencies). */
function Tree({ sentence }: { sentence: Sentence }) {
  const heights = levels(sentence)
  const widths = sentence.tokens.map(
    ({ form, upos }) => Math.max(form.length, upos.length * 0.8, 3) * charWidth + wordGap,
  )
  const centres: number[] = []
  let x = 8
  for (const width of widths) {
    centres.push(x + width / 2)
    x += width
  }
  const base = Math.max(1, ...heights) * level + 28
  return (
    <Scroller label="Sentence tree, scrolls sideways" className="tree">
      <svg
        width={x + 8}
        height={base + 46}
        role="img"
        aria-label={sentence.tokens.map(token => token.form).join(' ')}
      >
        <defs>
          <marker
            id="arc-tip"
            viewBox="0 0 8 8"
            refX="4"
            refY="7"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0 8 0 4 8z" fill="var(--ink-3)" />
          </marker>
        </defs>
        {sentence.tokens.map(({ head, deprel, start }, index) => {
          const to = centres[index]!
          if (head < 0) {
            return (
              <g key={start}>
                <path
                  d={`M${to} 14V${base - 6}`}
                  stroke="var(--accent)"
                  strokeWidth="1.500"
                  fill="none"
                  markerEnd="url(#arc-tip)"
                />
                <text x={to + 5} y="22" fontSize="11">
                  root
                </text>
              </g>
            )
          }
          const from = centres[head]! + (head < index ? 5 : -5)
          const y = base - heights[index]! * level
          const r = Math.min(10, Math.abs(to - from) / 2)
          const side = to > from ? 1 : -1
          return (
            <g key={`${start} ${deprel}`}>
              <path
                d={`M${from} ${base - 4}V${y + r}q0 ${-r} ${side * r} ${-r}H${to - side * r}q${side * r} 0 ${side * r} ${r}V${base - 6}`}
                fill="none"
                stroke="var(--line-strong)"
                markerEnd="url(#arc-tip)"
              />
              <text x={(from + to) / 2} y={y - 4} fontSize="11" textAnchor="middle" className="rel">
                {deprel}
              </text>
            </g>
          )
        })}
        {sentence.tokens.map(({ form, upos, start }, index) => (
          <g key={`${start} ${form}`}>
            <text x={centres[index]} y={base + 16} fontSize="16" textAnchor="middle" className="word">
              {form}
            </text>
            <text x={centres[index]} y={base + 33} fontSize="11" textAnchor="middle" className="t-mut">
              {upos}
            </text>
          </g>
        ))}
      </svg>
    </Scroller>
  )
}

export function Trees({ analysis }: { analysis: Analysis }) {
  if (analysis.sentences.length === 0) return <p className="after-table">This language is not parsed yet.</p>
  return (
    <ol className="tree-list">
      {analysis.sentences.map((sentence, index) => (
        <li key={sentence.span[0]}>
          <span className="label">Sentence {index + 1}</span>
          <Tree sentence={sentence} />
        </li>
      ))}
    </ol>
  )
}
