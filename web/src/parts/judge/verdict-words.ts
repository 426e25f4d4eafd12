import type { Doubtful, Field, LoggedJudgement } from '../../lib/api.js'
import type { StandingKind } from '../../lib/words.js'

type Doubt = Doubtful['doubt']

const questions: Readonly<Record<Field, string>> = {
  actors: 'Who acted?',
  recipients: 'Towards whom?',
  happened: 'Did it happen?',
  quantity: 'How many?',
  time: 'Which day?',
  place: 'Where?',
  attribution: 'Who says so?',
}

/** What is to be decided about an event, as a question. */
export function questionOf(doubt: Doubt | null): string {
  if (!doubt) return 'Is it right as it stands?'
  if (doubt.kind === 'contradiction') return questions[doubt.field!]
  return doubt.kind === 'merge' ? 'One event, or two?' : 'Who did it?'
}

/** Why it is asked, in a sentence. */
export function reasonOf(doubt: Doubt | null): string {
  if (!doubt) return 'Nothing about it is doubtful by rule. You may know better.'
  if (doubt.kind === 'contradiction') return 'Accounts say what cannot all be true.'
  if (doubt.kind === 'merge')
    return `Two reports were taken for one event with a certainty of ${doubt.score!.toFixed(2)}.`
  return 'No account names who acted.'
}

export const glyphOf = (doubt: Doubt | null): StandingKind =>
  doubt?.kind === 'contradiction' ? 'contradict' : doubt?.kind === 'merge' ? 'coarser' : 'silent'

/** The parts of an event that a correction can set. */
export const correctable = [
  ['time', 'When'],
  ['actors', 'Who'],
  ['recipients', 'To whom, with whom'],
  ['event', 'What'],
  ['factuality', 'Did it happen'],
  ['place', 'Where'],
] as const
export type Correctable = (typeof correctable)[number][0]

/** The row of the table of accounts that a correction belongs to, and the other way round. */
export const correctionField: Partial<Record<Field, Correctable>> = {
  time: 'time',
  actors: 'actors',
  recipients: 'recipients',
  happened: 'event',
  place: 'place',
}

export const factualities = [
  ['CT+', 'Happened'],
  ['PR+', 'Probably happened'],
  ['PS+', 'Possibly happened'],
  ['CT-', 'Did not happen'],
  ['PR-', 'Probably did not happen'],
  ['PS-', 'Possibly did not happen'],
  ['CTu', 'Left open'],
  ['Uu', 'Planned, wished or supposed'],
] as const

const done: Readonly<Record<LoggedJudgement['kind'], string>> = {
  merge: 'Merged',
  split: 'Split',
  same: 'Same happening',
  different: 'Two happenings',
  accept: 'Accepted',
  correct: 'Corrected',
  reject: 'Rejected',
  undo: 'Taken back',
}

/** A judgement in a word or two. */
export function doneWords({ kind, corrected }: LoggedJudgement): string {
  if (!corrected) return done[kind]
  const field = correctable.find(([name]) => name === corrected.field)?.[1] ?? corrected.field
  return `Corrected: ${field.toLowerCase()}`
}
