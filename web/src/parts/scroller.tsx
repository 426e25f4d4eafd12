import type { ReactNode } from 'react'

/** A piece that scrolls sideways by itself, so that the page never does; reachable and named for those who use keys. */
export function Scroller({
  label,
  className = 'scroll-x',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
