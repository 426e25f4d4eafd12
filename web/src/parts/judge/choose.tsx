import { useState } from 'react'
import type { ReviewCase } from '../../lib/api.js'
import { counted, days } from '../../lib/words.js'
import { WitnessWords } from './witness.js'

/** The reports that leave the event, together. */
export function SplitForm({
  view,
  busy,
  onSplit,
  onCancel,
}: {
  view: ReviewCase
  busy: boolean
  onSplit: (mentions: readonly string[]) => void
  onCancel: () => void
}) {
  const suggested = view.sides[1]?.mentions ?? []
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set(suggested))
  const toggle = (id: string) =>
    setLeaving(new Set(leaving.has(id) ? [...leaving].filter(one => one !== id) : [...leaving, id]))
  const some = leaving.size > 0 && leaving.size < view.mentions.length
  return (
    <form
      className="choose"
      onSubmit={event => {
        event.preventDefault()
        if (some) onSplit([...leaving])
      }}
    >
      <fieldset>
        <legend className="label">Reports that tell another happening, and leave together</legend>
        <ul>
          {view.mentions.map(({ id, witness, merge }, index) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  className="check"
                  // biome-ignore lint/a11y/noAutofocus: the form opens where the analyst asked for it.
                  autoFocus={index === 0}
                  checked={leaving.has(id)}
                  onChange={() => toggle(id)}
                />
                <span className="sr">{`${witness.outlet}: ${witness.text}`}</span>
              </label>
              <div>
                <WitnessWords witness={witness} />
                {merge && <p className="src">Joined with {merge.score.toFixed(2)}</p>}
              </div>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="actions">
        <button className="button primary" type="submit" disabled={busy || !some}>
          Split off {counted(leaving.size, 'report')}
        </button>
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

/** The event of the same story that this one is the same as. */
export function MergeForm({
  view,
  busy,
  onMerge,
  onCancel,
}: {
  view: ReviewCase
  busy: boolean
  onMerge: (event: string, words: string) => void
  onCancel: () => void
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const words = view.others.find(({ id }) => id === chosen)?.words
  return (
    <form
      className="choose"
      onSubmit={event => {
        event.preventDefault()
        if (chosen && words) onMerge(chosen, words)
      }}
    >
      <fieldset>
        <legend className="label">The same happening as</legend>
        {view.others.length === 0 && <p className="hint">The story tells of no other event.</p>}
        <ul className="narrow-list">
          {view.others.map(({ id, words: told, time, articles }, index) => (
            <li key={id}>
              <label>
                <input
                  type="radio"
                  name="other"
                  // biome-ignore lint/a11y/noAutofocus: the form opens where the analyst asked for it.
                  autoFocus={index === 0}
                  checked={chosen === id}
                  onChange={() => setChosen(id)}
                />
                <span>
                  {told}
                  <small>
                    {days(time)}, {counted(articles, 'article')}
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="actions">
        <button className="button primary" type="submit" disabled={busy || !chosen}>
          Merge
        </button>
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
