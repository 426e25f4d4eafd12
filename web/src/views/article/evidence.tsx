import { useEffect, useRef, useState } from 'react'
import type { ArticleView } from '../../lib/api.js'
import { actorPath, Link } from '../../lib/router.js'
import { codeName, days, factualityName } from '../../lib/words.js'
import { PairCode, Quad } from '../../parts/small.js'

type Mention = ArticleView['mentions'][number]

const codes = (parties: Mention['actors']) => [
  ...new Set(
    parties.map(({ actor }) => [actor.country ?? actor.name, ...actor.sectors.slice(0, 1)].join(' ')),
  ),
]

export function EventNote({
  mention,
  number,
  onOpen,
}: {
  mention: Mention
  number: number
  onOpen: () => void
}) {
  return (
    <div className="event-note">
      <h3>
        <Quad quad={mention.quad} />
        <button type="button" onClick={onOpen}>
          {number}. {codeName(mention)}
        </button>
      </h3>
      <p>
        <PairCode a={codes(mention.actors)} b={codes(mention.recipients)} />{' '}
        {mention.time ? days(mention.time, false) : ''}
      </p>
      {mention.factuality !== 'CT+' && <p>{factualityName(mention.factuality)}</p>}
    </div>
  )
}

const at = (span: readonly [number, number] | null) =>
  span ? `${span[0]}–${span[1]}` : 'taken over from before'

function Parties({ name, parties }: { name: string; parties: Mention['actors'] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {parties.length === 0
          ? 'none named'
          : parties.map(({ actor, text, span }) => (
              <div key={`${actor.id} ${span?.[0]}`}>
                <Link className="link" href={actorPath(actor.id)}>
                  {actor.name}
                </Link>{' '}
                <small>
                  “{text}”, {at(span)}
                </small>
              </div>
            ))}
      </dd>
    </>
  )
}

/** The citation of an event: article, outlet, time, characters. */
export const citationOf = ({ article }: ArticleView, span: readonly [number, number]): string =>
  [
    `“${article.text.slice(...span)}”`,
    article.title ?? 'Untitled',
    article.outlet.name ?? article.outlet.domain ?? article.uri,
    article.published ? days(article.published) : 'undated',
    `characters ${span[0]}–${span[1]}`,
    article.uri,
  ].join('. ')

/** What an event rests on, field by field, with the words and where they stand. Focus goes in; Esc closes it and gives focus back. */
export function Evidence({
  view,
  mention,
  number,
  onClose,
}: {
  view: ArticleView
  mention: Mention
  number: number
  onClose: () => void
}) {
  const box = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    return () =>
      document.querySelector<HTMLElement>(`[data-event="${number}"]`)?.focus({ preventScroll: true })
  }, [number])
  const { time, place } = mention
  const claim = mention.claim ? view.claims.find(one => one.id === mention.claim) : undefined
  const cite = async () => {
    await navigator.clipboard.writeText(citationOf(view, mention.sentence))
    setCopied(true)
  }
  return (
    <section
      className="popover"
      ref={box}
      tabIndex={-1}
      aria-label={`Evidence for event ${number}`}
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
        if (event.key === 'y' && !event.ctrlKey && !event.metaKey) void cite()
      }}
    >
      <header>
        <Quad quad={mention.quad} />
        <b>{codeName(mention)}</b>
        <span className="code">{mention.cameo}</span>
        <span className="n">
          {number} of {view.mentions.length}
        </span>
      </header>
      <dl>
        <Parties name="Actor" parties={mention.actors} />
        <Parties name="Recipient" parties={mention.recipients} />
        <dt>Time</dt>
        <dd>
          {time ? days(time) : 'not stated'}{' '}
          {time && (
            <small>
              {time.text && `“${time.text}”, `}
              {time.span ? `${at(time.span)}, ` : ''}
              {time.basis}
            </small>
          )}
        </dd>
        <dt>Place</dt>
        <dd>
          {place ? place.name : 'not stated'} {place?.span && <small>{at(place.span)}</small>}
        </dd>
        <dt>Factuality</dt>
        <dd>
          {factualityName(mention.factuality)} ({mention.factuality}){' '}
          <small>
            held by{' '}
            {claim
              ? (claim.speaker?.actor?.name ?? claim.speaker?.text ?? 'an unnamed source')
              : 'the outlet'}
          </small>
        </dd>
        <dt>Rule</dt>
        <dd>
          {mention.rule}{' '}
          <small>
            “{mention.trigger.text}”, {at(mention.trigger.span)}
          </small>
        </dd>
      </dl>
      <footer>
        {view.story && (
          <Link href={`/stories/${view.story.id}${mention.reconciled ? `#${mention.reconciled}` : ''}`}>
            <kbd>↵</kbd>In story
          </Link>
        )}
        <button type="button" onClick={() => void cite()}>
          <kbd>y</kbd>
          <span aria-live="polite">{copied ? 'Copied' : 'Cite'}</span>
        </button>
        <button type="button" onClick={onClose}>
          <kbd>esc</kbd>Close
        </button>
      </footer>
    </section>
  )
}
