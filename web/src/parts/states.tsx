import { type ReactNode, useEffect, useState } from 'react'
import type { ApiError } from '../lib/api.js'
import type { Answer } from '../lib/query.js'
import { forgetAnswers } from '../lib/query.js'

/** Nothing for 150 ms, then bones in the shape of what comes. */
export function Loading({ what }: { what: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="loading" aria-busy="true">
      <span className="sr" role="status">
        Loading {what}
      </span>
      {late &&
        [62, 88, 74, 80, 56, 91, 68].map((width, index) => (
          <span key={width} className={`bone${index === 0 ? ' tall' : ''}`} style={{ width: `${width}%` }} />
        ))}
    </div>
  )
}

export function Failed({ error }: { error: ApiError }) {
  const gone = error.status === 404
  return (
    <div className="empty" role="alert">
      <b>{gone ? 'Not in this workspace' : 'This view could not be read'}</b>
      <p>
        {error.message}{' '}
        {gone
          ? 'It may have been forgotten, or its story may have joined another.'
          : 'Nothing in the workspace has changed.'}
      </p>
      {!gone && (
        <button className="button" type="button" onClick={() => forgetAnswers()}>
          Try again
        </button>
      )}
    </div>
  )
}

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <b>{title}</b>
    {children}
  </div>
)

/** Shows an answer, its failure, or that it is on its way; an old answer stays, dimmed, while a newer one comes. */
export function Shown<T>({
  answer,
  what,
  children,
}: {
  answer: Answer<T>
  what: string
  children: (data: T) => ReactNode
}) {
  if (answer.error && answer.data === undefined) return <Failed error={answer.error} />
  if (answer.data === undefined) return <Loading what={what} />
  return (
    <div className={answer.pending ? 'dimmed' : undefined} aria-busy={answer.pending || undefined}>
      {children(answer.data)}
    </div>
  )
}
