import type { Fact, StoryEvent, StoryView } from '../../lib/api.js'
import { articlePath, Link } from '../../lib/router.js'
import { counted, listed } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'
import { Chip } from '../../parts/small.js'
import { Marked } from './cell.js'

/** The sentences that exclude each other, next to each other, and why neither is dropped. */
export function DisputeEvidence({
  fact,
  dispute,
  event,
  story,
}: {
  fact: Fact
  dispute: NonNullable<Fact['dispute']>
  event: StoryEvent
  story: StoryView
}) {
  const columnOf = new Map(story.columns.map((column, index) => [column.id, { column, index }]))
  const sides = dispute.values.map(({ value, statements }) => {
    const original = statements.find(one => columnOf.get(one.article)?.column.copy === null) ?? statements[0]!
    const entry = columnOf.get(original.article)
    const cell = entry && fact.cells[entry.index]
    const sentence = cell?.statements.find(one => one.span[0] === original.span[0])?.sentence
    const articles = [...new Set(statements.map(one => one.article))]
    return {
      value,
      original,
      column: entry?.column,
      sentence: sentence === undefined ? undefined : story.sentences[sentence],
      articles,
    }
  })
  const origins = (articles: readonly string[]) =>
    new Set(articles.map(id => columnOf.get(id)?.column.origin)).size
  return (
    <div
      className="evidence"
      style={{ gridTemplateColumns: `repeat(${sides.length}, minmax(0, 1fr)) minmax(240px, 320px)` }}
    >
      {sides.map(({ value, original, column, sentence, articles }) => (
        <div key={value}>
          <h3>
            <Glyph kind="contradict" /> {value}{' '}
            {articles.map(id => (
              <Chip
                key={id}
                label={columnOf.get(id)?.column.label ?? '?'}
                href={articlePath(id, original.article === id ? original.span : undefined)}
                copy={columnOf.get(id)?.column.copy !== null}
              />
            ))}
          </h3>
          <blockquote>
            {sentence ? <Marked sentence={sentence} span={original.span} /> : original.text}
          </blockquote>
          <p className="src">
            {column?.outlet}, characters {original.span[0].toLocaleString('en')}–
            {original.span[1].toLocaleString('en')}
          </p>
        </div>
      ))}
      <div className="why">
        <h3>Why it stays open</h3>
        <ul>
          {sides.map(({ value, articles }) => (
            <li key={value}>
              <Glyph kind={origins(articles) > 1 ? 'agree' : 'alone'} />
              <span>
                {value}: {counted(origins(articles), 'origin')} in {counted(articles.length, 'article')}
              </span>
            </li>
          ))}
          <li>
            <Glyph kind="silent" />
            <span>
              {listed(
                story.columns
                  .filter((_, index) => fact.cells[index]?.standing?.startsWith('silent'))
                  .map(column => column.label),
              ) || 'No account'}{' '}
              {story.columns.filter((_, index) => fact.cells[index]?.standing?.startsWith('silent'))
                .length === 1
                ? 'says'
                : 'say'}{' '}
              nothing of it
            </span>
          </li>
        </ul>
        <Link className="link" href={`/export?event=${event.id}`}>
          How this event was put together
        </Link>
      </div>
    </div>
  )
}
