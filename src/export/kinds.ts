import { storedRecords } from '../store/index.js'

/** Kinds of records that can be exported. */
export const exportKinds = [...storedRecords, 'actor', 'failure', 'judgement'] as const
export type ExportKind = (typeof exportKinds)[number]
