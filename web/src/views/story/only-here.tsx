import type { StoryView } from '../../lib/api.js'
import { articlePath } from '../../lib/router.js'
import { Chip } from '../../parts/small.js'

/** What one origin alone tells; copies of it do not disqualify. */
export function OnlyHere({ story }: { story: StoryView }) {
  const outletOf = new Map(story.columns.map(column => [column.id, column.outlet]))
  return (
    <section className="section" id="only" aria-labelledby="h-on">
      <header>
        <h2 id="h-on">Only here</h2>
        <p>Told by one origin.</p>
      </header>
      <ul className="only">
        {story.only.map(({ event, label, article, span, text, words }) => (
          <li key={event}>
            <Chip label={label} href={articlePath(article, span)} />
            <p>{text.length > 220 ? `${text.slice(0, 217).trimEnd()}…` : text}</p>
            <small>
              {outletOf.get(article)}, characters {span[0].toLocaleString('en')}–
              {span[1].toLocaleString('en')}. Coded as: {words}.
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
