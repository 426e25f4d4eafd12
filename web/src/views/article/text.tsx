import { Fragment } from 'react'
import type { ArticleView } from '../../lib/api.js'
import { EventNote, Evidence } from './evidence.js'
import { type Layer, type Mark, type Piece, piecesOf, type Span } from './marks.js'

interface TextProps {
  readonly view: ArticleView
  readonly marks: readonly Mark[]
  readonly layers: ReadonlySet<Layer>
  readonly here: Span | null
  readonly open: number | null
  readonly onOpen: (event: number | null) => void
}

const layerClass = { actors: 'm-actor', times: 'm-time', places: 'm-place' } as const

function PieceText({
  piece,
  layers,
  open,
  onOpen,
}: {
  piece: Piece
  layers: TextProps['layers']
  open: number | null
  onOpen: TextProps['onOpen']
}) {
  const { mark, event, text, here } = piece
  const inner =
    mark && mark.layer !== 'events' && layers.has(mark.layer) ? (
      <span className={`m ${layerClass[mark.layer]}`} title={mark.says}>
        {text}
      </span>
    ) : (
      text
    )
  const body = here ? <mark className="here">{inner}</mark> : inner
  if (!event || !layers.has('events')) return body
  const ends = piece.start + text.length === event.span[1]
  return (
    <button
      type="button"
      className={`m m-event${open === event.event ? ' on' : ''}`}
      data-event={event.event}
      aria-expanded={open === event.event}
      onClick={() => onOpen(open === event.event ? null : event.event!)}
    >
      {body}
      {ends && <sup>{event.event}</sup>}
    </button>
  )
}

/** Whose words a paragraph holds: the speaker and the chain they came through. */
function claimLines(view: ArticleView, [from, to]: Span): string[] {
  const lines = view.claims
    .filter(claim => claim.speaker && claim.content.spans.some(span => span[0] < to && span[1] > from))
    .map(({ speaker, chain }) => {
      const through = chain.filter(link => link.kind !== 'outlet').map(link => link.name)
      const name = speaker!.actor?.name ?? speaker!.text
      const links = new Map([name, ...through].map(link => [link.toLowerCase(), link]))
      return [...links.values()].join(', through ')
    })
  return [...new Set(lines)].slice(0, 3)
}

function Removed({ parts }: { parts: ArticleView['removed'] }) {
  if (parts.length === 0) return null
  const reasons = [...new Set(parts.map(part => part.reason))]
  const first = parts[0]!.text.replace(/\s+/g, ' ')
  return (
    <details className="cut">
      <summary>
        <span>
          <b>Removed</b>{' '}
          {parts.length === 1
            ? first.length > 60
              ? `${first.slice(0, 57).trimEnd()}…`
              : first
            : `${parts.length} pieces`}
        </span>
        <span className="r">{reasons.slice(0, 4).join(', ') + (reasons.length > 4 ? ', …' : '')}</span>
      </summary>
      <ul className="gone-list">
        {parts.map(({ text, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be equal; their place is what tells them apart.
          <li key={index}>
            <span className="gone">{text}</span> <small>{reason}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The text by paragraphs with its marks; what was cut folds in place; events stand in the margin, evidence opens there. */
export function ArticleText({ view, marks, layers, here, open, onOpen }: TextProps) {
  const { article, removed, mentions } = view
  const cutBefore = (block: number) =>
    layers.has('removed') ? removed.filter(part => part.before === block) : []
  const unplaced = layers.has('removed') ? removed.filter(part => part.before === null) : []
  return (
    <>
      {article.blocks.map((block, index) => {
        const own = mentions
          .map((mention, at) => ({ mention, number: at + 1 }))
          .filter(
            ({ mention }) =>
              mention.trigger.span[0] >= block.span[0] && mention.trigger.span[0] < block.span[1],
          )
        const claims = layers.has('claims') ? claimLines(view, block.span) : []
        return (
          <Fragment key={block.span[0]}>
            <div className="block">
              <Removed parts={cutBefore(index)} />
              <div className={claims.length > 0 ? 'claimed' : undefined}>
                {claims.length > 0 && <span className="claimed-by">Said by {claims.join('; ')}</span>}
                <p className={`para ${block.kind}`}>
                  <span className="no">{index + 1}</span>
                  {piecesOf(article.text, block.span, marks, here).map(piece => (
                    <PieceText key={piece.start} piece={piece} layers={layers} open={open} onOpen={onOpen} />
                  ))}
                </p>
              </div>
            </div>
            <div className={own.length > 0 ? 'margin' : 'margin none'}>
              {layers.has('events') &&
                own.map(({ mention, number }) =>
                  open === number ? (
                    <Evidence
                      key={mention.id}
                      view={view}
                      mention={mention}
                      number={number}
                      onClose={() => onOpen(null)}
                    />
                  ) : (
                    <EventNote
                      key={mention.id}
                      mention={mention}
                      number={number}
                      onOpen={() => onOpen(number)}
                    />
                  ),
                )}
            </div>
          </Fragment>
        )
      })}
      <div className="block">
        <Removed parts={cutBefore(article.blocks.length)} />
        {unplaced.length > 0 && <Removed parts={unplaced} />}
      </div>
    </>
  )
}
