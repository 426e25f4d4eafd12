import { useSyncExternalStore } from 'react'
import { ApiError, api, type DecisionBody, type Judged } from './api.js'
import { forgetAnswers } from './query.js'

// Judging: one decision at a time. Each says which log it has seen; what was answered before is asked for anew; the last one can be taken back
// from every view.

export interface Sitting {
  /** Judgements made in this window. */
  readonly made: number
  readonly busy: boolean
  readonly error: string | null
  /** What was decided last, and how to take it back. */
  readonly last: { readonly id: string; readonly words: string; readonly undone: boolean } | null
}

let sitting: Sitting = { made: 0, busy: false, error: null, last: null }
let seen: string | null = null
const listeners = new Set<() => void>()

function set(changes: Partial<Sitting>): void {
  sitting = { ...sitting, ...changes }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSitting = (): Sitting => useSyncExternalStore(subscribe, () => sitting)

/** The version of the log that was shown last. */
export function sawLog(version: string): void {
  seen = version
}

const nameKey = 'judge-name'
/** How the analyst calls themselves; kept in this browser and with each judgement. */
export const judgeName = {
  get value(): string {
    try {
      return localStorage.getItem(nameKey) ?? ''
    } catch {
      return ''
    }
  },
  set(name: string): void {
    try {
      localStorage.setItem(nameKey, name.trim())
    } catch {
      // No storage in this window: judgements stay without a name.
    }
  },
}

async function send(decision: DecisionBody): Promise<Judged> {
  seen ??= (await api.judgements({ limit: 1 })).version
  const by = judgeName.value
  return await api.judge({ ...decision, ...(by && { by }) }, seen)
}

/** Judges and has everything shown anew. `words` say what was decided. Null when it was refused; the reason is then shown. */
export async function judge(decision: DecisionBody, words: string): Promise<Judged | null> {
  if (sitting.busy) return null
  set({ busy: true, error: null })
  try {
    const judged = await send(decision)
    seen = judged.version
    const undone = decision.kind === 'undo'
    set({
      made: sitting.made + 1,
      last: { id: judged.judgement.id, words, undone },
    })
    return judged
  } catch (error) {
    if (error instanceof ApiError && error.status === 412) seen = null
    set({ error: error instanceof Error ? error.message : String(error) })
    return null
  } finally {
    set({ busy: false })
    forgetAnswers()
  }
}

/** Takes a judgement back. */
export const undo = (id: string, words: string): Promise<Judged | null> =>
  judge({ kind: 'undo', ids: [id] }, `Taken back: ${words}`)

export const dismiss = (): void => set({ last: null, error: null })
