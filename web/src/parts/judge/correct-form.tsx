import { useId, useState } from 'react'
import { api, queryString, type ReviewCase } from '../../lib/api.js'
import { useQuery } from '../../lib/query.js'
import { Icon } from '../icons.js'
import { type Correctable, correctable, factualities } from './verdict-words.js'

interface EditorProps {
  readonly view: ReviewCase
  readonly onValue: (value: string | null) => void
}

/** A day, or a range with an end that may be left open. */
function TimeEditor({ view, onValue }: EditorProps) {
  const [start, end] = view.values.time.split('..')
  const [from, setFrom] = useState(start ?? '')
  const [to, setTo] = useState(end ?? start ?? '')
  const change = (a: string, b: string) => {
    setFrom(a)
    setTo(b)
    onValue(!a && !b ? null : a === b ? a : `${a}..${b}`)
  }
  return (
    <div className="two-fields">
      <label className="field">
        <span className="label">From</span>
        <input
          className="input"
          type="date"
          value={from}
          onChange={event => change(event.target.value, from === to ? event.target.value : to)}
        />
      </label>
      <label className="field">
        <span className="label">To</span>
        <input
          className="input"
          type="date"
          value={to}
          min={from || undefined}
          onChange={event => change(from, event.target.value)}
        />
      </label>
      <p className="hint">One day: the same twice. An open end: leave it empty.</p>
    </div>
  )
}

/** Actors of the workspace by name, taken away and added one by one. */
function ActorsEditor({ view, onValue, field }: EditorProps & { field: 'actors' | 'recipients' }) {
  const [chosen, setChosen] = useState(view.values[field])
  const [typed, setTyped] = useState('')
  const list = useId()
  const query = { q: typed, limit: 12 }
  const found = useQuery(typed.length > 1 ? `actors${queryString(query)}` : null, () => api.actors(query))
  const change = (next: typeof chosen) => {
    setChosen(next)
    onValue(next.length === 0 ? '-' : next.map(({ id }) => id).join(','))
  }
  const offered = (found.data?.items ?? []).filter(actor => !chosen.some(({ id }) => id === actor.id))
  const add = (actor: { id: string; name: string }) => {
    change([...chosen, { id: actor.id, name: actor.name }])
    setTyped('')
  }
  return (
    <div className="actor-edit">
      <ul className="picked">
        {chosen.map(({ id, name }) => (
          <li key={id}>
            {name}
            <button
              type="button"
              aria-label={`Take ${name} away`}
              onClick={() => change(chosen.filter(one => one.id !== id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {chosen.length === 0 && <li className="none">Nobody</li>}
      </ul>
      <label className="field">
        <span className="label">Add an actor of this workspace</span>
        <input
          className="input"
          type="search"
          value={typed}
          placeholder="Name, as any article writes it"
          aria-controls={list}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (offered[0]) add(offered[0])
          }}
        />
      </label>
      <ul className="offers" id={list}>
        {typed.length > 1 &&
          offered.slice(0, 6).map(actor => (
            <li key={actor.id}>
              <button type="button" onClick={() => add(actor)}>
                {actor.name} <small>{[actor.country, actor.kind].filter(Boolean).join(', ')}</small>
              </button>
            </li>
          ))}
      </ul>
    </div>
  )
}

function CodeEditor({ view, onValue }: EditorProps) {
  const list = useId()
  const codes = useQuery('codes', api.codes)
  const [typed, setTyped] = useState(view.values.event)
  const items = codes.data?.items ?? []
  const chosen = items.find(({ code }) => code === typed.split(' ')[0])
  return (
    <div>
      <label className="field">
        <span className="label">CAMEO code</span>
        <input
          className="input"
          list={list}
          value={typed}
          onChange={event => {
            setTyped(event.target.value)
            const code = event.target.value.split(' ')[0]!
            onValue(items.some(one => one.code === code) ? code : null)
          }}
        />
      </label>
      <datalist id={list}>
        {items.map(({ code, name }) => (
          <option key={code} value={`${code} ${name}`} />
        ))}
      </datalist>
      <p className="hint">
        {chosen ? `${chosen.name}: ${chosen.event}` : 'Type a code or a word of its name.'}
      </p>
    </div>
  )
}

function FactualityEditor({ view, onValue }: EditorProps) {
  const [value, setValue] = useState(view.values.factuality)
  return (
    <label className="field">
      <span className="label">Factuality</span>
      <select
        className="input"
        value={value}
        onChange={event => {
          setValue(event.target.value)
          onValue(event.target.value)
        }}
      >
        {factualities.map(([code, name]) => (
          <option key={code} value={code}>{`${name} (${code})`}</option>
        ))}
      </select>
    </label>
  )
}

function PlaceEditor({ view, onValue }: EditorProps) {
  const [empty, setEmpty] = useState(false)
  if (!view.values.place) return <p className="hint">The event has no place.</p>
  return (
    <label className="switch plain">
      <input
        type="checkbox"
        className="check"
        checked={empty}
        onChange={event => {
          setEmpty(event.target.checked)
          onValue(event.target.checked ? '-' : null)
        }}
      />
      It did not happen in {view.values.place}: no place is known
    </label>
  )
}

function Editor({ field, ...props }: EditorProps & { field: Correctable }) {
  switch (field) {
    case 'time':
      return <TimeEditor {...props} />
    case 'actors':
    case 'recipients':
      return <ActorsEditor key={field} field={field} {...props} />
    case 'event':
      return <CodeEditor {...props} />
    case 'factuality':
      return <FactualityEditor {...props} />
    default:
      return <PlaceEditor {...props} />
  }
}

/** One field of an event, corrected. */
export function CorrectForm({
  view,
  first,
  busy,
  onSave,
  onCancel,
}: {
  view: ReviewCase
  first: Correctable
  busy: boolean
  onSave: (field: Correctable, value: string, name: string) => void
  onCancel: () => void
}) {
  const [field, setField] = useState<Correctable>(first)
  const [value, setValue] = useState<string | null>(null)
  const name = correctable.find(([key]) => key === field)![1]
  return (
    <form
      className="correct"
      onSubmit={event => {
        event.preventDefault()
        if (value !== null) onSave(field, value, name)
      }}
    >
      <label className="field">
        <span className="label">Field</span>
        <select
          className="input"
          value={field}
          // biome-ignore lint/a11y/noAutofocus: the form opens where the analyst asked for it.
          autoFocus
          onChange={event => {
            setField(event.target.value as Correctable)
            setValue(null)
          }}
        >
          {correctable.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <Editor key={field} field={field} view={view} onValue={setValue} />
      <div className="actions">
        <button className="button primary" type="submit" disabled={busy || value === null}>
          Save the correction
        </button>
        <button className="button" type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
