import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from 'react'

// The address is the state: every view, filter and selection can be linked to, and Back undoes.

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
window.addEventListener('popstate', tell)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const current = () => location.pathname + location.search

/** Goes to an address of the application. A new page starts at its top; a replaced one (a filter) stays where it is. */
export function navigate(to: string, { replace = false } = {}): void {
  if (to === current()) return
  const samePage = to.split('?')[0] === location.pathname
  if (replace) history.replaceState(null, '', to)
  else history.pushState(null, '', to)
  tell()
  if (!samePage) scrollTo(0, 0)
}

export interface Route {
  readonly path: string
  readonly params: URLSearchParams
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, current)
  return useMemo(() => {
    const [path, search] = address.split('?')
    return { path: path!, params: new URLSearchParams(search ?? '') }
  }, [address])
}

/** The current address with some parameters changed; null or an empty list takes one away. */
export function withParams(
  route: Route,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
): string {
  const params = new URLSearchParams(route.params)
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name)
    for (const one of value === null ? [] : typeof value === 'string' ? [value] : value)
      params.append(name, one)
  }
  const text = params.toString()
  return route.path + (text ? `?${text}` : '')
}

/** A link that stays in the application; new tabs and windows work as with any other. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    navigate(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}

export const storyPath = (id: string) => `/stories/${encodeURIComponent(id)}`
export const articlePath = (id: string, span?: readonly [number, number]) =>
  `/articles/${encodeURIComponent(id)}${span ? `?at=${span[0]}-${span[1]}` : ''}`
export const actorPath = (id: string) => `/actors/${encodeURIComponent(id)}`
export const pairPath = (a: string, b: string) =>
  `/relations/${encodeURIComponent(a)}/${encodeURIComponent(b)}`
