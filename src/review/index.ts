export { type CorrectionTables, correctionOf } from './correct.js'
export {
  type Decision,
  type Doubt,
  doubtfulEvents,
  isJudgementKind,
  type JudgementStanding,
  judge,
  listJudgements,
} from './review.js'
