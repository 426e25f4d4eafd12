import { useState } from 'react'
import { useKeys } from '../lib/keys.js'

interface Row {
  readonly value: string
  readonly name: string
  readonly count: number
}

/** Values of one facet with what each would give under the other filters. More than eight are folded. */
export function Facet({
  title,
  rows,
  chosen,
  onChange,
  hint,
}: {
  title: string
  rows: readonly Row[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  hint?: string
}) {
  const [open, setOpen] = useState(false)
  useKeys(
    hint ? { [hint]: () => document.querySelector<HTMLElement>(`[data-facet="${hint}"]`)?.focus() } : {},
  )
  if (rows.length === 0) return null
  const shown = open ? rows : rows.filter((row, index) => index < 7 || chosen.includes(row.value))
  return (
    <fieldset className="facet">
      <legend>
        <h3>
          {title} {hint && <kbd>{hint}</kbd>}
        </h3>
      </legend>
      <ul>
        {shown.map(({ value, name, count }) => (
          <li key={value}>
            <label className={count === 0 ? 'none' : undefined}>
              <input
                type="checkbox"
                data-facet={hint}
                checked={chosen.includes(value)}
                onChange={event =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter(one => one !== value))
                }
              />
              <span>{name}</span>
              <span className="n">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {rows.length > shown.length || open ? (
        <button type="button" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fewer' : `${rows.length - shown.length} more`}
        </button>
      ) : null}
    </fieldset>
  )
}
