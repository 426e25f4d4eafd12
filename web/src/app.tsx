import { Component, type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { api } from './lib/api.js'
import { useKeys } from './lib/keys.js'
import { useQuery } from './lib/query.js'
import { navigate, type Route, useRoute } from './lib/router.js'
import { Bar } from './parts/bar.js'
import { UndoBar } from './parts/judge/undo-bar.js'
import { KeysDialog } from './parts/keys-dialog.js'
import { Empty, Loading } from './parts/states.js'
import { TokenGate } from './parts/token-gate.js'
import { Stories } from './views/stories.js'

export interface ViewProps {
  readonly route: Route
  /** Parts of the path that the pattern leaves open, decoded. */
  readonly ids: readonly string[]
}

const view = (load: () => Promise<{ default: ComponentType<ViewProps> }>) => lazy(load)
const views: readonly (readonly [RegExp, ComponentType<ViewProps>])[] = [
  [/^\/$/, Stories],
  [/^\/stories\/([^/]+)$/, view(() => import('./views/story/story.js'))],
  [/^\/articles\/([^/]+)$/, view(() => import('./views/article/article.js'))],
  [/^\/actors$/, view(() => import('./views/actors.js'))],
  [/^\/actors\/([^/]+)$/, view(() => import('./views/actor.js'))],
  [/^\/relations$/, view(() => import('./views/relations/relations.js'))],
  [/^\/relations\/([^/]+)\/([^/]+)$/, view(() => import('./views/pair/pair.js'))],
  [/^\/map$/, view(() => import('./views/map.js'))],
  [/^\/quotes$/, view(() => import('./views/quotes.js'))],
  [/^\/review$/, view(() => import('./views/review/review.js'))],
  [/^\/add$/, view(() => import('./views/add.js'))],
  [/^\/export$/, view(() => import('./views/export/export.js'))],
]

const NotFound = () => (
  <Empty title="There is nothing at this address">
    <p>Press g, then s, for the stories.</p>
  </Empty>
)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function match(path: string): { View: ComponentType<ViewProps>; ids: string[] } {
  for (const [pattern, View] of views) {
    const found = pattern.exec(path)
    if (found) return { View, ids: found.slice(1).map(decoded) }
  }
  return { View: NotFound, ids: [] }
}

/** A view that breaks says so and leaves the bar working. */
class Guard extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children
    return (
      <Empty title="This view broke">
        <p>{this.state.error.message}. The workspace is not affected; the other views work.</p>
      </Empty>
    )
  }
}

const places: Readonly<Record<string, string>> = {
  s: '/',
  a: '/actors',
  r: '/relations',
  m: '/map',
  q: '/quotes',
  v: '/review',
  n: '/add',
}

/** Bar, view and foot; keys that work everywhere. */
export function App() {
  const route = useRoute()
  const [keysShown, setKeysShown] = useState(false)
  const status = useQuery('status', api.status)
  const { View, ids } = match(route.path)
  const [going, setGoing] = useState(false)
  useEffect(() => {
    if (!going) return
    const timer = setTimeout(() => setGoing(false), 1200)
    return () => clearTimeout(timer)
  }, [going])
  const go = Object.fromEntries(Object.entries(places).map(([key, path]) => [key, () => navigate(path)]))
  useKeys({
    '/': () => document.getElementById('find')?.focus(),
    '?': () => setKeysShown(true),
    g: () => setGoing(true),
    ...(going && go),
  })
  if (status.error?.status === 401) return <TokenGate />
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Bar route={route} doubtful={status.data?.doubtful ?? 0} onKeys={() => setKeysShown(true)} />
      <main className="page" id="main" tabIndex={-1}>
        <Guard key={route.path}>
          <Suspense fallback={<Loading what="the view" />}>
            <View route={route} ids={ids} />
          </Suspense>
        </Guard>
      </main>
      <footer className="foot">
        {status.data && (
          <>
            <span>
              Workspace <b>{status.data.workspace}</b>: {status.data.counts.article} articles,{' '}
              {status.data.counts.event} events
            </span>
            {status.data.failures > 0 && (
              <a href="/export#failures">{status.data.failures} documents failed</a>
            )}
            <a href="/export">Export</a>
            <a href="/api">API</a>
            <span>Synoptic {status.data.version}, on this machine only</span>
          </>
        )}
      </footer>
      <UndoBar />
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </>
  )
}
