import type { StoryView } from '../../lib/api.js'
import { articlePath } from '../../lib/router.js'
import { counted, disputeNames, listed } from '../../lib/words.js'
import { Glyph } from '../../parts/icons.js'
import { Chip, Ledger } from '../../parts/small.js'

type Told = StoryView['told'][number]

/** One sentence from agreed values, the sources behind it, and both values in place where accounts exclude each other. */
function Sentence({ told, story }: { told: Told; story: StoryView }) {
  const copies = new Set(story.columns.filter(column => column.copy).map(column => column.id))
  const own = told.citations.filter(citation => !copies.has(citation.article))
  const shown = own.length > 0 ? own : told.citations.slice(0, 1)
  const lead = told.according.length > 0 ? `According to ${listed(told.according)}, ` : ''
  const words = `${lead}${told.words}.`
  const cut = words.lastIndexOf(' ') + 1
  const disputed = told.disputed.length > 0
  return (
    <>
      {disputed && (
        <>
          <span className="split">
            <Glyph kind="contradict" />
          </span>
          <span className="sr">disputed: </span>
        </>
      )}
      <span className={disputed ? 'split' : undefined}>{words.slice(0, cut)}</span>
      {/* The last word keeps its sources: a chip never begins a line by itself. */}
      <span className="keep">
        <span className={disputed ? 'split' : undefined}>{words.slice(cut)}</span>
        {shown.slice(0, 4).map(({ article, label, span, text, via }) => (
          <Chip
            key={article}
            label={label}
            href={articlePath(article, span)}
            title={via ? `${via}: ${text}` : text}
          />
        ))}
      </span>{' '}
    </>
  )
}

const standings = [
  ['agrees', 'agree', 'agree'],
  ['alone', 'alone', 'alone'],
  ['coarser', 'coarser', 'coarser'],
  ['contradicts', 'contradict', 'contradict'],
  ['copied', 'copied', 'copied'],
  ['silent', 'silent', 'silent'],
] as const

/** How all cells of the table stand, in one line, with counts in words. */
function StandingBar({ counts }: { counts: StoryView['standing'] }) {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const some = standings.filter(([name]) => (counts[name] ?? 0) > 0)
  if (total === 0) return null
  return (
    <>
      <p className="label">How the {total} cells of the table stand</p>
      <div className="stand" aria-hidden="true">
        {some.map(([name, kind]) => (
          <i key={kind} className={kind} style={{ '--n': counts[name] } as React.CSSProperties} />
        ))}
      </div>
      <p className="stand-key">
        {some.map(([name, kind, word]) => (
          <span key={kind}>
            <Glyph kind={kind} /> <b>{counts[name]}</b> {word}
          </span>
        ))}
      </p>
    </>
  )
}

function Disputes({ story }: { story: StoryView }) {
  const labels = new Map(story.columns.map(column => [column.id, column.label]))
  const disputes = story.events.flatMap(event =>
    event.facts.flatMap(fact => (fact.dispute ? [{ event, fact, dispute: fact.dispute }] : [])),
  )
  if (disputes.length === 0) return null
  return (
    <>
      {disputes.map(({ event, fact, dispute }) => (
        <a key={`${event.id} ${fact.field}`} className="dispute-card" href={`#${event.id}-${fact.field}`}>
          <b>
            <Glyph kind="contradict" /> {disputes.length === 1 ? 'One dispute' : 'Dispute'}:{' '}
            {disputeNames[fact.field]}
          </b>
          <span>{event.words}</span>
          <span>
            {dispute.values.map(({ value, statements }, index) => (
              <span key={value} className="dispute-value">
                {index > 0 && 'or '}
                {value}{' '}
                {[...new Set(statements.map(one => labels.get(one.article)))].map(label => (
                  <span className="chip" key={label}>
                    {label}
                  </span>
                ))}{' '}
              </span>
            ))}
          </span>
        </a>
      ))}
    </>
  )
}

/** What the copies of a story repeat, in a sentence. */
function CopyNote({ story }: { story: StoryView }) {
  const byOriginal = new Map<string, string[]>()
  for (const { label, copy } of story.columns)
    if (copy) byOriginal.set(copy.of, [...(byOriginal.get(copy.of) ?? []), label])
  if (byOriginal.size === 0) return null
  const parts = [...byOriginal].map(
    ([original, copies]) => `${listed(copies)} ${copies.length === 1 ? 'repeats' : 'repeat'} ${original}`,
  )
  return (
    <p className="summary-note">
      <Glyph kind="copied" />
      <span>{listed(parts)}. They are shown below and counted once.</span>
    </p>
  )
}

/** Reconciled summary with its sources; beside it what it rests on. */
export function Summary({ story }: { story: StoryView }) {
  const { summary, told } = story
  const rest = story.events.filter(event => event.articles > 1).length - told.length
  return (
    <div className="story-top" id="summary">
      <div>
        <h2 className="sr">Reconciled summary</h2>
        {told.length === 0 ? (
          <p className="summary">No event was coded from these articles.</p>
        ) : (
          <p className="summary">
            {told.map(one => (
              <Sentence key={one.event} told={one} story={story} />
            ))}
          </p>
        )}
        {rest > 0 && (
          <p className="summary-note">
            {counted(rest, 'more event')} told by more than one article in the table below.
          </p>
        )}
        <CopyNote story={story} />
      </div>
      <aside aria-label="Support">
        <Ledger
          figures={[
            ['Articles', summary.articles],
            ['Outlets', summary.outlets.length],
            ['Independent origins', summary.origins.length],
          ]}
        />
        <StandingBar counts={story.standing} />
        <Disputes story={story} />
      </aside>
    </div>
  )
}
