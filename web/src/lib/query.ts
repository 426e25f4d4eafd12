import { useEffect, useReducer, useRef } from 'react'
import { ApiError } from './api.js'

interface Entry {
  value?: unknown
  error?: ApiError
  loading: Promise<void> | null
}

const entries = new Map<string, Entry>()
const watchers = new Set<() => void>()
const keptEntries = 60

/** Forgets what was answered: after pages were added. */
export function forgetAnswers(): void {
  entries.clear()
  for (const watcher of watchers) watcher()
}

function load<T>(key: string, fetcher: () => Promise<T>): Entry {
  const known = entries.get(key)
  if (known) return known
  const entry: Entry = { loading: null }
  entries.set(key, entry)
  for (const oldest of [...entries.keys()].slice(0, -keptEntries)) entries.delete(oldest)
  entry.loading = fetcher()
    .then(
      value => {
        entry.value = value
      },
      (error: unknown) => {
        entry.error = error instanceof ApiError ? error : new ApiError(0, 'The view failed', String(error))
        entries.delete(key)
      },
    )
    .finally(() => {
      entry.loading = null
    })
  return entry
}

export interface Answer<T> {
  readonly data: T | undefined
  readonly error: ApiError | undefined
  /** True while a newer answer is on its way; `data` may then hold the one before. */
  readonly pending: boolean
}

/** Asks once per key and keeps what was shown while the next answer is on its way. A null key asks nothing. */
export function useQuery<T>(key: string | null, fetcher: () => Promise<T>): Answer<T> {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const shown = useRef<{ data?: T; error?: ApiError; key: string | null }>({ key: null })
  const ask = useRef(fetcher)
  ask.current = fetcher
  useEffect(() => {
    if (key === null) return
    let current = true
    const start = () => {
      const entry = load(key, () => ask.current())
      const settle = () => {
        if (!current) return
        shown.current = entry.error
          ? { error: entry.error, key, ...(shown.current.data !== undefined && { data: shown.current.data }) }
          : { data: entry.value as T, key }
        redraw()
      }
      if (entry.loading) void entry.loading.then(settle)
      else settle()
    }
    start()
    watchers.add(start)
    return () => {
      current = false
      watchers.delete(start)
    }
  }, [key])
  const ready = key === null ? undefined : entries.get(key)
  if (ready && !ready.loading && ready.value !== undefined)
    return { data: ready.value as T, error: undefined, pending: false }
  const { data, error, key: shownKey } = shown.current
  return { data, error: shownKey === key ? error : undefined, pending: key !== null && shownKey !== key }
}
