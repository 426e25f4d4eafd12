import { useState } from 'react'
import type { JudgementLog, LoggedJudgement } from '../../lib/api.js'
import { judgeName, undo } from '../../lib/judge.js'
import { articlePath, Link, storyPath } from '../../lib/router.js'
import { day } from '../../lib/words.js'
import { doneWords } from '../../parts/judge/verdict-words.js'

/** "09:41" today, "24 Nov 2017, 09:41" before; in the time of this machine. */
function when(at: string): string {
  const date = new Date(at)
  const pad = (n: number) => String(n).padStart(2, '0')
  const clock = `${pad(date.getHours())}:${pad(date.getMinutes())}`
  if (date.toDateString() === new Date().toDateString()) return clock
  return `${day(`${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`)}, ${clock}`
}

function Entry({ item, next }: { item: LoggedJudgement; next: boolean }) {
  const words = doneWords(item)
  const first = item.about[0]
  return (
    <li className={item.standing === 'undone' ? 'undone' : undefined}>
      <small>
        <b>{words}</b>
        <time dateTime={item.at}>{when(item.at)}</time>
      </small>
      {first && (
        <p>
          <Link href={articlePath(first.article, first.span ?? undefined)}>“{first.words}”</Link>,{' '}
          {first.outlet}
          {item.about.length > 1 && ` and ${item.about.length - 1} more`}
          {item.corrected && <b> → {item.corrected.value}</b>}
        </p>
      )}
      {item.note && <p className="note">{item.note}</p>}
      <p className="foot-line">
        {item.by && <span>{item.by}</span>}
        {item.standing === 'undone' && <span>taken back</span>}
        {item.reason && <span title={item.reason}>finds nothing: {item.reason}</span>}
        {item.event && item.story && (
          <Link className="link" href={`${storyPath(item.story)}#${item.event}`}>
            Show
          </Link>
        )}
        {item.kind !== 'undo' && item.standing !== 'undone' && (
          <>
            <button type="button" className="link" onClick={() => void undo(item.id, words)}>
              Undo<span className="sr">: {`${words}, ${first?.words ?? ''}`}</span>
            </button>
            {next && <kbd>u</kbd>}
          </>
        )}
      </p>
    </li>
  )
}

/** Who judged what, when and why; each can be taken back. */
export function Log({ log }: { log: JudgementLog }) {
  const [name, setName] = useState(judgeName.value)
  return (
    <aside className="log" aria-labelledby="h-log">
      <h2 className="label" id="h-log">
        Judgement log
      </h2>
      {log.total === 0 ? (
        <p className="hint">
          Nothing has been judged yet. Judgements are kept for good and replayed on every run.
        </p>
      ) : (
        <ol>
          {log.items.map(item => (
            <Entry key={item.id} item={item} next={item.id === log.undo} />
          ))}
        </ol>
      )}
      {log.total > log.items.length && (
        <p className="hint">
          The last {log.items.length} of {log.total}. All of them:{' '}
          <a className="link" href="/api/export/judgement?format=csv" download>
            CSV
          </a>
        </p>
      )}
      <label className="field judge-name">
        <span className="label">Your name, kept with your judgements</span>
        <input
          className="input"
          value={name}
          maxLength={100}
          autoComplete="name"
          onChange={event => {
            setName(event.target.value)
            judgeName.set(event.target.value)
          }}
        />
      </label>
    </aside>
  )
}
