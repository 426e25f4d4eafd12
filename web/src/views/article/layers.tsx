import type { ArticleView } from '../../lib/api.js'
import { articlePath, Link, storyPath } from '../../lib/router.js'
import { days, languageName, sentenceCase } from '../../lib/words.js'
import type { Layer, Mark } from './marks.js'

export const layerKeys: readonly (readonly [Layer, string, string])[] = [
  ['actors', 'Actors', 'a'],
  ['times', 'Times', 't'],
  ['places', 'Places', 'p'],
  ['events', 'Events', 'e'],
  ['claims', 'Claims', 'c'],
  ['removed', 'Removed parts', 'x'],
]

const sample: Readonly<Record<Layer, string>> = {
  actors: 'm m-actor',
  times: 'm m-time',
  places: 'm m-place',
  events: 'm m-event',
  claims: 'claim-sample',
  removed: '',
}

export function Layers({
  view,
  marks,
  on,
  onToggle,
}: {
  view: ArticleView
  marks: readonly Mark[]
  on: ReadonlySet<Layer>
  onToggle: (layer: Layer) => void
}) {
  const count = (layer: Layer) =>
    layer === 'claims'
      ? view.claims.filter(claim => claim.speaker).length
      : layer === 'removed'
        ? view.removed.length
        : marks.filter(mark => mark.layer === layer).length
  return (
    <section className="layers">
      <h2 className="label">Layers</h2>
      <ul>
        {layerKeys.map(([layer, name, key]) => (
          <li key={layer}>
            <label>
              <input type="checkbox" checked={on.has(layer)} onChange={() => onToggle(layer)} />
              <span>
                <span className={sample[layer]}>{name}</span>
              </span>
              <span className="n">{count(layer)}</span>
              <kbd>{key}</kbd>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How each piece of metadata is known. */
export function Metadata({ view }: { view: ArticleView }) {
  const { article, captured, column, origin } = view
  const rows: readonly (readonly [string, React.ReactNode, React.ReactNode])[] = [
    [
      'Outlet',
      article.outlet.name ?? article.outlet.domain ?? 'not named',
      article.basis['outlet'] ?? 'nothing on the page names it',
    ],
    [
      'Published',
      article.published ? days(article.published) : 'no date',
      article.published ? article.published.basis : 'no date on the page',
    ],
    [
      'Byline',
      article.bylines.join(', ') || 'none',
      article.basis['bylines'] ?? 'nothing on the page names an author',
    ],
    ['Title', article.title ?? 'none', article.basis['title'] ?? ''],
    ['Language', languageName(article.language), article.basis['language'] ?? ''],
    [
      'Origin',
      origin ? `${column?.label.replace(/\d+$/, '') ?? ''} ${origin.name}`.trim() : 'not grouped',
      column?.copy ? (
        <>
          {column.copy.how} of {column.copy.of}
          {column.copy.share !== null && `; ${column.copy.share}% same words`}
        </>
      ) : (
        origin?.why[0]
      ),
    ],
    ...(article.truncated
      ? ([
          ['Length', 'cut off', article.basis['truncated'] ?? 'the text stops before the article does'],
        ] as const)
      : []),
    [
      'Captured',
      `${captured.time.slice(0, 16).replace('T', ' ')} UTC`,
      `${captured.mediaType}, ${captured.bytes.toLocaleString('en')} bytes, from ${captured.origin === 'http' ? 'the network' : captured.origin}`,
    ],
    [
      'Address',
      <span key="uri" className="uri">
        {article.uri}
      </span>,
      '',
    ],
  ]
  return (
    <section>
      <h2 className="label">Metadata and its basis</h2>
      <dl className="basis">
        {rows.map(([name, value, basis]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {basis && <small>{basis}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What the software decided not to code, with the reason. */
export function NotCoded({ view }: { view: ArticleView }) {
  if (view.notCoded.length === 0) return null
  return (
    <details className="not-coded">
      <summary className="label">Not coded, and why ({view.notCoded.length})</summary>
      <ul>
        {view.notCoded.slice(0, 40).map(({ code, message, span }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal reasons may be given twice.
          <li key={index}>
            {sentenceCase(message)}{' '}
            {span ? (
              <Link href={articlePath(view.article.id, span)}>{`${span[0]}–${span[1]}`}</Link>
            ) : (
              <small>{code}</small>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

export const StoryLink = ({ view }: { view: ArticleView }) =>
  view.story ? <Link href={storyPath(view.story.id)}>{view.story.title}</Link> : <span>no story</span>
