/** A typed client of the HTTP API, for browsers and Node: what the interface itself uses. */
import type { Event, Failure, Judgement } from '../model/index.js'
import type { Job } from '../server/add/job.js'
import type { DecisionBody, Doubtful, LoggedJudgement, ReviewCase } from '../server/views/review-schemas.js'
import type {
  ActorSummary,
  Analysis,
  ArticleView,
  EventSummary,
  Facets,
  PairView,
  PlaceView,
  QuoteSummary,
  RelationsView,
  StorySummary,
  StoryView,
} from '../server/views/schemas.js'

export type { Article, Claim, Event, EventMention, Failure, Field, Standing, Time } from '../model/index.js'
export type { Job, JobDocument } from '../server/add/job.js'
export type * from '../server/views/review-schemas.js'
export type * from '../server/views/schemas.js'

export interface ClientOptions {
  /** Address of the server. Default: that of the page. */
  readonly base?: string
  /** Token, where the server asks for one. */
  readonly token?: string
  readonly fetch?: typeof fetch
}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>

export interface Page<T> {
  readonly total: number
  readonly items: readonly T[]
}
export interface StoryPage extends Page<StorySummary> {
  readonly articles: number
  readonly origins: number
  readonly facets: Facets
  readonly days: readonly (readonly [string, number])[]
}
export interface QuotePage extends Page<QuoteSummary> {
  readonly facets: Facets
}
export interface ActorProfile {
  readonly actor: ActorSummary
  readonly names: readonly (readonly [string, number])[]
  readonly events: readonly EventSummary[]
  readonly quotes: readonly QuoteSummary[]
  readonly others: readonly { readonly id: string; readonly name: string; readonly events: number }[]
}
export interface Status {
  readonly version: string
  readonly workspace: string
  readonly counts: Readonly<Record<string, number>>
  readonly languages: Readonly<Record<string, number>>
  readonly failures: number
  readonly waiting: number
  /** Events that wait for review. */
  readonly doubtful: number
  /** Story views that are worked out ahead. */
  readonly prepared: number
  /** True when everything is made that can be made ahead. */
  readonly ready: boolean
}
export interface JudgementLog extends Page<LoggedJudgement> {
  /** Version of the log: what `judge` takes. */
  readonly version: string
  /** The judgement that the next undo takes back. */
  readonly undo: string | null
}
/** A judgement that was made, and where its event is now. */
export interface Judged {
  readonly judgement: Judgement
  readonly version: string
  readonly event: string | null
  readonly story: string | null
}
/** A form in which records can be taken away, and the kinds of record it can hold. */
export interface ExportFormat {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly extension: string
  readonly records: readonly string[]
}
export interface CodeName {
  readonly code: string
  readonly name: string
  readonly event: string
}
export interface Explanation {
  readonly text: string
  readonly because: readonly Explanation[]
}

/** An answer that is not one: the problem document of the server, or that it could not be reached (status 0). */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly title: string,
    detail?: string,
  ) {
    super(detail ?? title)
  }
}

/** A query as the server reads it; lists repeat their name, what is undefined is left out. */
export function queryString(query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

const segment = encodeURIComponent

/** Makes a client. Every method rejects with an `ApiError`. */
export function createClient(options: ClientOptions = {}) {
  const base = `${(options.base ?? '').replace(/\/$/, '')}/api`
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => fetch(...args))
  const request = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const headers = {
      Accept: 'application/json',
      ...(options.token && { Authorization: `Bearer ${options.token}` }),
      ...init.headers,
    }
    const response = await send(`${base}${path}`, { ...init, headers }).catch(() => {
      throw new ApiError(0, 'No answer', 'The server does not answer. Is it still running?')
    })
    if (response.ok) return response.status === 204 ? (undefined as T) : ((await response.json()) as T)
    const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string }
    throw new ApiError(response.status, problem.title ?? `Status ${response.status}`, problem.detail)
  }
  const post = <T>(path: string, body: unknown, more: Readonly<Record<string, string>> = {}) =>
    request<T>(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...more },
      body: JSON.stringify(body),
    })
  return {
    status: () => request<Status>('/status'),
    stories: (query?: Query) => request<StoryPage>(`/stories${queryString(query)}`),
    story: (id: string) => request<StoryView>(`/stories/${segment(id)}`),
    article: (id: string) => request<ArticleView>(`/articles/${segment(id)}`),
    analysis: (id: string) => request<Analysis>(`/articles/${segment(id)}/analysis`),
    events: (query?: Query) => request<Page<EventSummary>>(`/events${queryString(query)}`),
    event: (id: string) => request<Event>(`/events/${segment(id)}`),
    explain: (id: string) => request<Explanation>(`/explain/${segment(id)}`),
    actors: (query?: Query) => request<Page<ActorSummary>>(`/actors${queryString(query)}`),
    actor: (id: string) => request<ActorProfile>(`/actors/${segment(id)}`),
    relations: (query?: Query) => request<RelationsView>(`/relations${queryString(query)}`),
    pair: (a: string, b: string) => request<PairView>(`/relations/${segment(a)}/${segment(b)}`),
    places: (query?: Query) =>
      request<{ places: PlaceView[]; unplaced: number }>(`/places${queryString(query)}`),
    quotes: (query?: Query) => request<QuotePage>(`/quotes${queryString(query)}`),
    failures: (query?: Query) => request<Page<Failure>>(`/failures${queryString(query)}`),
    jobs: () => request<{ items: Job[] }>('/jobs'),
    job: (id: string) => request<Job>(`/jobs/${segment(id)}`),
    addText: (text: string, name?: string) => post<Job>('/documents', { text, ...(name && { name }) }),
    addAddress: (address: string) => post<Job>('/documents', { address }),
    addFiles: (files: readonly File[]) => {
      const form = new FormData()
      for (const file of files)
        form.append('file', file, (file as { webkitRelativePath?: string }).webkitRelativePath || file.name)
      return request<Job>('/documents', { method: 'POST', body: form })
    },
    review: (query?: Query) => request<Page<Doubtful>>(`/review${queryString(query)}`),
    reviewCase: (event: string) => request<ReviewCase>(`/review/${segment(event)}`),
    judgements: (query?: Query) => request<JudgementLog>(`/judgements${queryString(query)}`),
    codes: () => request<{ items: CodeName[] }>('/codes'),
    /** Judges; `seen` is the version of the log that the decision rests on, `*` judges in any case. */
    judge: (decision: DecisionBody, seen: string) =>
      post<Judged>('/judgements', decision, { 'If-Match': seen === '*' ? '*' : `"${seen}"` }),
    formats: () => request<{ items: ExportFormat[] }>('/formats'),
    /** The events or statements of a view as Markdown, each with its source. */
    markdown: async (what: 'events' | 'quotes', query?: Query): Promise<string> => {
      const response = await send(`${base}/markdown/${what}${queryString(query)}`, {
        headers: options.token ? { Authorization: `Bearer ${options.token}` } : {},
      })
      if (!response.ok) throw new ApiError(response.status, `Status ${response.status}`)
      return await response.text()
    },
    signIn: (token: string) => post<void>('/session', { token }),
    /** Addresses for links and frames. */
    urls: {
      jobEvents: (id: string) => `${base}/jobs/${segment(id)}/events`,
      capture: (id: string) => `${base}/articles/${segment(id)}/capture`,
      brief: (id: string, format: 'markdown' | 'html') =>
        `${base}/stories/${segment(id)}/brief?format=${format}`,
      export: (record: string, query?: Query) => `${base}/export/${segment(record)}${queryString(query)}`,
    },
  }
}

export type Client = ReturnType<typeof createClient>
