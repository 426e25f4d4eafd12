import { dismiss, undo, useSitting } from '../../lib/judge.js'
import { useKeys } from '../../lib/keys.js'
import { Icon } from '../icons.js'

/** What was decided last, with the way back, at the foot of every view. */
export function UndoBar() {
  const { last, busy, error } = useSitting()
  const takeBack = () => {
    if (last && !last.undone && !busy) void undo(last.id, last.words)
  }
  useKeys(last && !last.undone ? { u: takeBack } : {})
  return (
    <div className="undo-bar" role="status">
      {busy ? (
        <p className="card">Working it out…</p>
      ) : last ? (
        <p className="card">
          <span>{error ?? last.words}</span>
          {!last.undone && (
            <button type="button" className="button" onClick={takeBack}>
              Undo <kbd>u</kbd>
            </button>
          )}
          <button type="button" className="icon-button" aria-label="Hide this" onClick={dismiss}>
            <Icon name="close" />
          </button>
        </p>
      ) : null}
    </div>
  )
}
