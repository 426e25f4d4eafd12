/** How far a document is: waiting to be coded, being coded, in the store, or stopped with a reason. */
export type DocumentState = 'read' | 'coding' | 'coded' | 'known' | 'failed'

export interface JobDocument {
  readonly uri: string
  state: DocumentState
  title?: string
  outlet?: string
  article?: string
  events?: number
  claims?: number
  message?: string
  code?: string
}

/** Pages on their way into the workspace. */
export interface Job {
  readonly id: string
  readonly created: string
  state: 'waiting' | 'loading' | 'coding' | 'reconciling' | 'done' | 'failed'
  readonly documents: JobDocument[]
  /** Stories reconciled so far and in all, while that is done. */
  stories: { done: number; total: number } | null
  message?: string
}
