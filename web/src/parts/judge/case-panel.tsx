import { useState } from 'react'
import type { DecisionBody, ReviewCase } from '../../lib/api.js'
import { judge, useSitting } from '../../lib/judge.js'
import { useKeys } from '../../lib/keys.js'
import { Link, storyPath } from '../../lib/router.js'
import { codeName } from '../../lib/words.js'
import { Glyph } from '../icons.js'
import { PairCode } from '../small.js'
import { MergeForm, SplitForm } from './choose.js'
import { CorrectForm } from './correct-form.js'
import { type Correctable, glyphOf, questionOf, reasonOf } from './verdict-words.js'
import { AlsoIn, WitnessWords } from './witness.js'

type Mode = 'verdicts' | 'correct' | 'split' | 'merge'

/** Both wordings side by side; where nothing excludes anything else, the reports as they are. */
function Versus({ view }: { view: ReviewCase }) {
  const shown =
    view.sides.length > 0
      ? view.sides.map(side => ({ key: side.value, ...side }))
      : view.mentions
          .slice(0, 4)
          .map(({ id, witness }) => ({ key: id, value: '', correction: null, witnesses: [witness] }))
  return (
    <div className="versus">
      {shown.map(({ key, value, correction, witnesses }, index) => (
        <div key={key}>
          {value && (
            <p className="side-head">
              <b>{view.doubt?.kind === 'merge' ? `“${value}”` : value}</b>
              {correction && <kbd>{index + 1}</kbd>}
            </p>
          )}
          {witnesses[0] && <WitnessWords witness={witnesses[0]} />}
          <AlsoIn witnesses={witnesses.slice(1)} />
        </div>
      ))}
      {view.sides.length === 0 && view.mentions.length > 4 && (
        <p className="hint">{view.mentions.length - 4} more reports say the same.</p>
      )}
    </div>
  )
}

interface Verdict {
  readonly key: string
  readonly words: string
  readonly act: () => void
}

/** Everything that can be decided about the event, in the order of how often it is. */
function verdictsOf(
  view: ReviewCase,
  open: (mode: Mode) => void,
  decide: (decision: DecisionBody, words: string) => void,
): Verdict[] {
  const { id } = view.event
  const take = view.sides.flatMap(({ value, correction }, index) =>
    correction
      ? [
          {
            key: String(index + 1),
            words: `It was ${value}`,
            act: () =>
              decide(
                { kind: 'correct', ids: [id], field: view.doubt!.field!, value: correction },
                `${value}: ${view.event.words}`,
              ),
          },
        ]
      : [],
  )
  const accept = view.doubt?.kind === 'contradiction' ? 'Leave disputed' : 'Right as it stands'
  return [
    ...take,
    {
      key: view.doubt?.kind === 'contradiction' ? 'd' : 'a',
      words: accept,
      act: () => decide({ kind: 'accept', ids: [id] }, `${accept}: ${view.event.words}`),
    },
    { key: 'r', words: 'Correct a value', act: () => open('correct') },
    ...(view.mentions.length > 1 ? [{ key: 's', words: 'Two events: split', act: () => open('split') }] : []),
    { key: 'm', words: 'Merge with another', act: () => open('merge') },
    {
      key: 'x',
      words: 'No event: reject',
      act: () => decide({ kind: 'reject', ids: [id] }, `Rejected: ${view.event.words}`),
    },
  ]
}

/**
 * One event to be judged: the question, the words it rests on side by side, what can be decided with a key each, and why. `inDialog`: over another
 * view, whose keys rest meanwhile.
 */
export function CasePanel({
  view,
  field,
  inDialog = false,
  onDone,
  skip,
}: {
  view: ReviewCase
  /** Opens with the correction of this field. */
  field?: Correctable | undefined
  inDialog?: boolean
  onDone: () => void
  skip?: () => void
}) {
  const [mode, setMode] = useState<Mode>(field ? 'correct' : 'verdicts')
  const [note, setNote] = useState('')
  const { busy, error } = useSitting()
  const { event, doubt } = view
  const decide = (decision: DecisionBody, words: string) => {
    void judge({ ...decision, ...(note.trim() && { note }) }, words).then(judged => judged && onDone())
  }
  const back = () => setMode('verdicts')
  const verdicts = verdictsOf(view, setMode, decide)
  useKeys(
    mode === 'verdicts'
      ? {
          ...Object.fromEntries(verdicts.map(({ key, act }) => [key, act])),
          n: () => document.getElementById('why')?.focus(),
        }
      : { Escape: back },
    inDialog,
  )
  return (
    <>
      <p className={`label w-${glyphOf(doubt)}`}>
        <Glyph kind={glyphOf(doubt)} /> {codeName(event)} · {event.cameo} <PairCode a={event.a} b={event.b} />
      </p>
      <h2 id="case">{questionOf(doubt)}</h2>
      <p className="case-words">
        {event.words}. {reasonOf(doubt)} In{' '}
        <Link className="link" href={`${storyPath(event.story)}#${event.id}`}>
          {event.storyTitle}
        </Link>
        .
      </p>
      <Versus view={view} />
      {mode === 'verdicts' && (
        <div className="verdicts">
          {verdicts.map(({ key, words, act }) => (
            <button
              key={key}
              className="button"
              type="button"
              disabled={busy}
              aria-keyshortcuts={key}
              onClick={act}
            >
              {words} <kbd>{key}</kbd>
            </button>
          ))}
          {skip && (
            <button className="button" type="button" aria-keyshortcuts="j" onClick={skip}>
              Skip <kbd>j</kbd>
            </button>
          )}
        </div>
      )}
      {mode === 'correct' && (
        <CorrectForm
          view={view}
          first={field ?? (doubt?.kind === 'nobody' ? 'actors' : 'time')}
          busy={busy}
          onCancel={back}
          onSave={(name, value, words) =>
            decide(
              { kind: 'correct', ids: [event.id], field: name, value },
              `${words} corrected: ${event.words}`,
            )
          }
        />
      )}
      {mode === 'split' && (
        <SplitForm
          view={view}
          busy={busy}
          onCancel={back}
          onSplit={mentions =>
            decide({ kind: 'split', ids: [event.id, ...mentions] }, `Split: ${event.words}`)
          }
        />
      )}
      {mode === 'merge' && (
        <MergeForm
          view={view}
          busy={busy}
          onCancel={back}
          onMerge={(other, words) =>
            decide({ kind: 'merge', ids: [event.id, other] }, `Merged with: ${words}`)
          }
        />
      )}
      <div className="field case-note">
        <label className="label" htmlFor="why">
          Reason, kept with the judgement
        </label>
        <textarea
          className="input"
          id="why"
          rows={2}
          maxLength={2000}
          placeholder="What settles it, in a line"
          value={note}
          onChange={change => setNote(change.target.value)}
        />
      </div>
      {error && (
        <p className="notice" role="alert">
          {error}
        </p>
      )}
      <p className="hint">
        A judgement changes this event, its story{event.b.length > 0 && ' and the relation of the pair'}; what
        the articles say stays as they say it. Nothing is deleted; <kbd>u</kbd> takes it back.
      </p>
    </>
  )
}
