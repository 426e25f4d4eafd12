import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Judging } from './judge-dialog.js'

const JudgeDialog = lazy(() => import('./judge-dialog.js'))

/** Judging in place: a function that opens the case of an event over the view, and the dialog to be shown. */
export function useJudging(): { open: (judging: Judging) => void; dialog: ReactNode } {
  const [judging, setJudging] = useState<Judging | null>(null)
  return {
    open: setJudging,
    dialog: judging && (
      <Suspense fallback={null}>
        <JudgeDialog {...judging} onClose={() => setJudging(null)} />
      </Suspense>
    ),
  }
}
