import { type ReactNode, useEffect, useState } from 'react'
import { moveFocus, useKeys } from '../lib/keys.js'
import { navigate, type Route, withParams } from '../lib/router.js'

/** Rows of a list are reached with j and k. */
export const useRowKeys = (): void =>
  useKeys({ j: () => moveFocus('[data-row]', 1), k: () => moveFocus('[data-row]', -1) })

/** A search field whose words go into the address when typing rests. */
export function SearchField({ route, label, hint }: { route: Route; label: string; hint: string }) {
  const q = route.params.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing changes the search.
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(
      () => navigate(withParams(route, { q: typed || null, shown: null }), { replace: true }),
      200,
    )
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <label className="name-filter">
      <span className="sr">{label}</span>
      <input
        className="input"
        type="search"
        placeholder={hint}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        maxLength={200}
      />
    </label>
  )
}

/** How many rows the address asks for, at most 500. */
export const shownOf = (route: Route, first: number): number =>
  Math.min(500, Number(route.params.get('shown') ?? first) || first)

/** The foot of a list: how much of it is shown, and more. */
export function ListFoot({
  route,
  items,
  total,
  step,
  children,
}: {
  route: Route
  items: number
  total: number
  step: number
  children?: ReactNode
}) {
  const more = Math.min(step, total - items)
  return (
    <p className="list-foot">
      <span>
        {items.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
      {children}
      {more > 0 && items < 500 && (
        <button
          className="button"
          type="button"
          onClick={() => navigate(withParams(route, { shown: String(items + step) }), { replace: true })}
        >
          Show {more} more
        </button>
      )}
    </p>
  )
}
