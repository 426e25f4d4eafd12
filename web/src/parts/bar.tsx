import { useEffect, useRef } from 'react'
import { Link, navigate, type Route } from '../lib/router.js'
import { Icon, Mark } from './icons.js'

const items = [
  ['/', 'Stories'],
  ['/actors', 'Actors'],
  ['/relations', 'Relations'],
  ['/map', 'Map'],
  ['/quotes', 'Quotes'],
  ['/review', 'Review'],
] as const

const isCurrent = (path: string, href: string) =>
  href === '/'
    ? path === '/' || path.startsWith('/stories') || path.startsWith('/articles')
    : path.startsWith(href)

function switchTheme(): void {
  const root = document.documentElement
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = dark ? 'light' : 'dark'
  try {
    localStorage.setItem('theme', root.dataset.theme)
  } catch {
    // No storage in this window: it holds until the page is closed.
  }
}

export function Bar({
  route,
  doubtful,
  onKeys,
}: {
  route: Route
  /** Events that wait for review. */
  doubtful: number
  onKeys: () => void
}) {
  const find = useRef<HTMLInputElement>(null)
  const searched = route.path === '/' ? (route.params.get('q') ?? '') : ''
  useEffect(() => {
    if (find.current) find.current.value = searched
  }, [searched])
  return (
    <header className="bar">
      <Link className="brand" href="/">
        <Mark />
        Synoptic
      </Link>
      <nav className="nav" aria-label="Main">
        {items.map(([href, name]) => (
          <Link key={href} href={href} aria-current={isCurrent(route.path, href) ? 'page' : undefined}>
            {name}
            {href === '/review' && doubtful > 0 && (
              <span className="tally">
                {doubtful}
                <span className="sr"> waiting</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <span className="grow" />
      <search>
        <form
          className="find"
          onSubmit={event => {
            event.preventDefault()
            const words = find.current?.value.trim() ?? ''
            navigate(words ? `/?q=${encodeURIComponent(words)}` : '/')
          }}
        >
          <Icon name="find" />
          <input
            ref={find}
            id="find"
            type="search"
            placeholder="Search text, actors, events"
            aria-label="Search text, actors, events"
            defaultValue={searched}
            maxLength={200}
          />
          <kbd>/</kbd>
        </form>
      </search>
      <Link className="button add-button" href="/add">
        <Icon name="plus" />
        Add
      </Link>
      <button
        className="icon-button"
        type="button"
        aria-label="Switch between light and dark"
        onClick={switchTheme}
      >
        <Icon name="theme" />
      </button>
      <button className="icon-button keys" type="button" aria-label="Keyboard shortcuts" onClick={onKeys}>
        <kbd>?</kbd>
      </button>
    </header>
  )
}
