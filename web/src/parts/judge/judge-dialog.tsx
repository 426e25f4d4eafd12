import { useEffect, useRef } from 'react'
import { api } from '../../lib/api.js'
import { useQuery } from '../../lib/query.js'
import { Shown } from '../states.js'
import { CasePanel } from './case-panel.js'
import type { Correctable } from './verdict-words.js'

export interface Judging {
  readonly event: string
  readonly field?: Correctable | undefined
}

/** An event judged over the view it stands in. The focus goes back to where it came from. */
export default function JudgeDialog({ event, field, onClose }: Judging & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const answer = useQuery(`case ${event}`, () => api.reviewCase(event))
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className="card judge-dialog" aria-labelledby="case" onClose={onClose}>
      <button type="button" className="button dialog-close" onClick={close}>
        Close
      </button>
      <Shown answer={answer} what="the case">
        {view => <CasePanel view={view} field={field} inDialog onDone={close} />}
      </Shown>
    </dialog>
  )
}
