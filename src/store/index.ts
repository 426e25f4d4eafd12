export { mergeActor, readActors } from './actors.js'
export { readCapture } from './archive-reader.js'
export {
  deleteCaptures,
  documentVersions,
  findCaptures,
  lastSequence,
  readAssignments,
  uncodedCaptures,
  writeCaptures,
} from './captures.js'
export type { Database } from './database.js'
export { dictionariesOf } from './dictionaries.js'
export {
  type DocumentWrite,
  deleteDerived,
  deleteDocuments,
  moveArticles,
  writeDocuments,
  writeFailures,
  writeNewDocuments,
} from './documents.js'
export {
  assignStories,
  type Backlog,
  databaseWorkspace,
  nextGeneration,
  readBacklog,
  readGeneration,
  takePairs,
  takeStories,
  tryGroupingLock,
  uncodedAmong,
  ungrouped,
} from './fleet.js'
export { appendJudgement, readJudgements } from './judgements.js'
export type { Owner } from './lock.js'
export { copyRecords } from './move.js'
export { isRepeatable, openPostgres, plainAddress } from './postgres.js'
export {
  readFailures,
  readRecord,
  readRecords,
  readRecordsById,
  type StoredRecord,
  storedRecords,
} from './records.js'
export { refreshStatistics } from './search.js'
export {
  dirtyStories,
  markStories,
  type PairWindow,
  readMembers,
  readPairEvents,
  type StoredMember,
  type StoryWrite,
  touchedPairs,
  writeRelations,
  writeStories,
} from './stories.js'
export {
  readStoryDigests,
  storyIds,
  undigestedStories,
  writeStoryDigests,
} from './story-digests.js'
export {
  countStoryViews,
  findStoryViews,
  readStoryView,
  type StoredView,
  writeStoryViews,
} from './story-views.js'
export type { CaptureTable } from './tables.js'
export { type OpenResult, openRecords, openWorkspace, type Workspace } from './workspace.js'
