import { useEffect, useMemo, useState } from 'react'
import type { ViewProps } from '../../app.js'
import { type ArticleView, api } from '../../lib/api.js'
import { useKeys } from '../../lib/keys.js'
import { useQuery } from '../../lib/query.js'
import { Link, navigate, type Route, withParams } from '../../lib/router.js'
import { Glyph, Icon } from '../../parts/icons.js'
import { Segments } from '../../parts/small.js'
import { Loading, Shown } from '../../parts/states.js'
import { CopyButton } from '../../parts/take-away.js'
import { citationOf } from './evidence.js'
import { Layers, layerKeys, Metadata, NotCoded, StoryLink } from './layers.js'
import { type Layer, marksOf, type Span } from './marks.js'
import { ArticleText } from './text.js'
import { Trees } from './trees.js'

const shows = [
  ['read', 'Read'],
  ['trees', 'Sentence trees'],
  ['captured', 'As captured'],
] as const
type Show = (typeof shows)[number][0]

/** The characters that the address points at: `at=120-180`. */
function pointedAt(route: Route): Span | null {
  const match = /^(\d+)-(\d+)$/.exec(route.params.get('at') ?? '')
  return match ? [Number(match[1]), Number(match[2])] : null
}

function useLayers(): readonly [ReadonlySet<Layer>, (layer: Layer) => void] {
  const [on, setOn] = useState<ReadonlySet<Layer>>(() => new Set(layerKeys.map(([layer]) => layer)))
  const toggle = (layer: Layer) =>
    setOn(known => new Set(known.has(layer) ? [...known].filter(one => one !== layer) : [...known, layer]))
  return [on, toggle]
}

function Heading({
  view,
  show,
  onShow,
  here,
}: {
  view: ArticleView
  show: Show
  onShow: (show: Show) => void
  here: Span | null
}) {
  const { article, column } = view
  return (
    <header className="title-block">
      <div className="meta">
        {column && <span className={`chip${column.copy ? ' copy' : ''}`}>{column.label}</span>}
        <b>{column?.outlet ?? article.outlet.name ?? article.uri}</b>
        {column?.copy && (
          <span className="w-copied">
            <Glyph kind="copied" /> {column.copy.how} of {column.copy.of}
          </span>
        )}
      </div>
      <h1 className="title">{article.title ?? 'Untitled'}</h1>
      <div className="actions">
        <Segments label="View" value={show} options={shows} onChange={onShow} />
        <CopyButton
          words="Cite"
          text={async () => citationOf(view, here ?? [0, Math.min(article.text.length, 120)])}
        >
          <kbd>y</kbd>
        </CopyButton>
        <Link className="button" href={`/export?record=article&article=${article.id}`}>
          <Icon name="out" />
          Export
        </Link>
      </div>
    </header>
  )
}

function Page({ view, route }: { view: ArticleView; route: Route }) {
  const { article } = view
  const show = shows.find(([name]) => name === route.params.get('show'))?.[0] ?? 'read'
  const at = route.params.get('at')
  const here = useMemo(() => pointedAt(route), [route])
  const [open, setOpen] = useState<number | null>(null)
  const [layers, toggle] = useLayers()
  const analysis = useQuery(`analysis ${article.id}`, () => api.analysis(article.id))
  const marks = useMemo(() => marksOf(view, analysis.data), [view, analysis.data])
  useEffect(() => {
    document.title = `${article.title ?? 'Untitled'} · Synoptic`
  }, [article.title])
  useEffect(() => {
    if (at) document.querySelector('.here')?.scrollIntoView({ block: 'center' })
  }, [at])
  const step = (by: number) => {
    const next = Math.min(
      view.mentions.length,
      Math.max(1, (open ?? (by > 0 ? 0 : view.mentions.length + 1)) + by),
    )
    if (view.mentions.length === 0) return
    setOpen(next)
    document.querySelector(`[data-event="${next}"]`)?.scrollIntoView({ block: 'center' })
  }
  useKeys({
    ...Object.fromEntries(layerKeys.map(([layer, , key]) => [key, () => toggle(layer)])),
    n: () => step(1),
    N: () => step(-1),
    y: () =>
      void navigator.clipboard.writeText(citationOf(view, here ?? [0, Math.min(article.text.length, 120)])),
    Escape: () => setOpen(null),
  })
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/">Stories</Link>
        <span>/</span>
        <StoryLink view={view} />
        <span>/</span>
        <span>{view.column?.label ?? 'article'}</span>
      </nav>
      <div className="article">
        <aside className="side" aria-label="Layers and metadata">
          <Layers view={view} marks={marks} on={layers} onToggle={toggle} />
          <Metadata view={view} />
          <NotCoded view={view} />
        </aside>
        <article
          className={`reading ${show}`}
          lang={article.language === 'und' ? undefined : article.language}
        >
          <Heading
            view={view}
            show={show}
            here={here}
            onShow={next =>
              navigate(withParams(route, { show: next === 'read' ? null : next }), { replace: true })
            }
          />
          {show === 'read' && (
            <>
              <h2 className="sr">Text, with what was coded from it</h2>
              <ArticleText
                view={view}
                marks={marks}
                layers={layers}
                here={here}
                open={open}
                onOpen={setOpen}
              />
            </>
          )}
          {show === 'trees' &&
            (analysis.data ? <Trees analysis={analysis.data} /> : <Loading what="the sentence trees" />)}
          {show === 'captured' && (
            <div className="captured">
              <p className="after-table">
                The page as it was captured. Scripts, forms, pictures and addresses are taken out; nothing is
                fetched.
              </p>
              <iframe title="The page as captured" sandbox="" src={api.urls.capture(article.id)} />
            </div>
          )}
        </article>
      </div>
    </>
  )
}

/** An article with everything marked that was found in it, what was cut, and how its metadata is known. */
export default function ArticlePage({ ids, route }: ViewProps) {
  const id = ids[0]!
  const answer = useQuery(`article ${id}`, () => api.article(id))
  return (
    <Shown answer={answer} what="the article">
      {view => <Page key={view.article.id} view={view} route={route} />}
    </Shown>
  )
}
