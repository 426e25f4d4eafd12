import type { QuoteSummary } from '../lib/api.js'
import { actorPath, articlePath, Link } from '../lib/router.js'
import { days } from '../lib/words.js'

const attitudes: Readonly<Record<string, string>> = {
  asks: 'asks',
  wants: 'wants',
  doubts: 'doubts',
  denies: 'denies',
}

/** Statements: the words in the serif, who says them and through whom in the sans, and a link to where they stand. */
export function QuoteList({
  quotes,
  speaker = true,
}: {
  quotes: readonly QuoteSummary[]
  speaker?: boolean
}) {
  return (
    <ol className="quotes">
      {quotes.map(quote => {
        const through = quote.chain
          .filter(link => link.name !== quote.speaker && link.kind !== 'outlet')
          .map(link => link.name)
        return (
          <li key={quote.id}>
            {speaker && (
              <p className="who">
                {quote.actor ? (
                  <Link href={actorPath(quote.actor)}>{quote.speaker}</Link>
                ) : (
                  <b>{quote.speaker}</b>
                )}
                {quote.country && <span className="code">{quote.country}</span>}
              </p>
            )}
            <div>
              <blockquote>
                <Link href={articlePath(quote.article, quote.span)} data-row>
                  {quote.text}
                </Link>
              </blockquote>
              <p className="how">
                <span>{quote.quoted ? 'quoted' : 'in other words'}</span>
                {attitudes[quote.attitude] && <span>{attitudes[quote.attitude]}</span>}
                {quote.cue && <span>“{quote.cue}”</span>}
                {quote.stance !== 'neutral' && <span>{quote.stance}</span>}
                {through.length > 0 && <span>through {through.join(', ')}</span>}
                {quote.about.length > 0 && <span>about {quote.about.join(', ')}</span>}
                <span>
                  {quote.outlet}
                  {quote.published ? `, ${days(quote.published)}` : ''}
                </span>
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
