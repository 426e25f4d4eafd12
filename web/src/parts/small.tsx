import type { ReactNode } from 'react'
import { Link } from '../lib/router.js'
import { quadClass, quadNames } from '../lib/words.js'

/** The code of one article: letter = origin, number = article. Dashed when it is a copy; `via` names whose word it is. */
export function Chip({
  label,
  href,
  copy,
  via,
  title,
}: {
  label: string
  href: string
  copy?: boolean
  via?: string | null
  title?: string
}) {
  const className = `chip${copy ? ' copy' : ''}${via ? ' via' : ''}`
  return (
    <Link className={className} href={href} data-via={via ?? undefined} title={title}>
      <span className="sr">source </span>
      {label}
    </Link>
  )
}

/** Country codes of a pair, in the direction the act goes. */
export function PairCode({ a, b, both }: { a: readonly string[]; b: readonly string[]; both?: boolean }) {
  if (a.length === 0 && b.length === 0) return null
  return (
    <span className="pair-code">
      {a.join(', ') || '?'}
      {b.length > 0 && (
        <>
          {' '}
          <i>{both ? '↔' : '→'}</i> {b.join(', ')}
        </>
      )}
    </span>
  )
}

/** The square of a quad class with its name for those who cannot see it. */
export const Quad = ({ quad, named }: { quad: string; named?: boolean }) => (
  <>
    <span className={`quad ${quadClass[quad] ?? ''}`} aria-hidden="true" />
    {named ? <span>{quadNames[quad]}</span> : <span className="sr">{quadNames[quad]} </span>}
  </>
)

/** One of a few, pressed. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: T
  options: readonly (readonly [T, string])[]
  onChange: (value: T) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame; the group is named all the same.
    <span className="seg" role="group" aria-label={label}>
      {options.map(([key, name]) => (
        <button key={key} type="button" aria-pressed={value === key} onClick={() => onChange(key)}>
          {name}
        </button>
      ))}
    </span>
  )
}

export function Ledger({ figures }: { figures: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="ledger">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
