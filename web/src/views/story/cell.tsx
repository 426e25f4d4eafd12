import type { Cell, Column, StoryView } from '../../lib/api.js'
import { articlePath, Link } from '../../lib/router.js'
import { standingWords } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'

/** A sentence with the words marked that the cell shows. */
export function Marked({
  sentence,
  span,
}: {
  sentence: StoryView['sentences'][number]
  span: readonly [number, number]
}) {
  const from = Math.max(0, span[0] - sentence.span[0])
  const to = Math.min(sentence.text.length, span[1] - sentence.span[0])
  if (to <= from) return <>{sentence.text}</>
  return (
    <>
      {sentence.text.slice(0, from)}
      <mark>{sentence.text.slice(from, to)}</mark>
      {sentence.text.slice(to)}
    </>
  )
}

/** The words of a cell: each statement once; long ones are cut with an ellipsis, the whole stands in the sentence. */
export const wordsOf = (cell: Cell): string =>
  [
    ...new Set(
      cell.statements.map(({ text }) => (text.length > 80 ? `${text.slice(0, 77).trimEnd()}…` : text)),
    ),
  ].join('; ')

/** How a cell stands, in words: with the value where it differs from the reconciled one. */
export function noteOf(
  cell: Cell,
  column: Column,
  value: string,
): { kind: ReturnType<typeof standingWords>['kind']; words: string } {
  const { kind, words } = standingWords(cell.standing, column.copy?.of ?? null, column.language)
  const own = [...new Set(cell.statements.map(one => one.value))].join('; ')
  const differs = (kind === 'contradict' || kind === 'coarser') && own !== '' && own !== value
  return { kind, words: differs ? `${words}: ${own}` : words }
}

/** One cell of the table: glyph, words, standing; on hover and focus the whole sentence; a link to it in the article. */
export function CellBox({
  cell,
  column,
  value,
  story,
  first,
  place,
  pinned,
}: {
  cell: Cell
  column: Column
  value: string
  story: StoryView
  first: boolean
  place: string
  pinned: boolean
}) {
  const { kind, words } = noteOf(cell, column, value)
  const statement = cell.statements[0]
  const sentence = statement && story.sentences[statement.sentence]
  return (
    <td className={`c-${kind}${first ? ' gap' : ''}`}>
      {statement && sentence ? (
        <Link
          href={articlePath(column.id, statement.span)}
          data-cell={place}
          tabIndex={-1}
          className={pinned ? 'pinned' : undefined}
        >
          <Glyph kind={kind} />
          <span className="q">{wordsOf(cell)}</span>
          <span className={`s w-${kind}`}>{words}</span>
          <span className="peek" aria-hidden={!pinned}>
            <Marked sentence={sentence} span={statement.span} />
            <small>
              {column.outlet}, characters {sentence.span[0].toLocaleString('en')}–
              {sentence.span[1].toLocaleString('en')}
            </small>
          </span>
        </Link>
      ) : (
        <span className="silent-cell">
          <Glyph kind={kind} />
          <span className={`s w-${kind}`}>{words}</span>
        </span>
      )}
    </td>
  )
}
