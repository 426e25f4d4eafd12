export { type CorrectionTables, correctionOf } from './correct.js'
export { type Doubt, type Doubting, doubtfulEvents, doubtOf, moreDoubtful } from './doubts.js'
export {
  type Decision,
  isJudgementKind,
  type JudgementStanding,
  judge,
  listJudgements,
  standingsOf,
} from './review.js'
