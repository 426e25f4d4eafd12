import type { StandingKind } from '../lib/words.js'

/** Shapes that carry the standings; colour only repeats them. */
const glyphs: Readonly<Record<StandingKind, React.ReactNode>> = {
  agree: <circle cx="8" cy="8" r="5.500" fill="currentColor" />,
  alone: (
    <>
      <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.500" />
      <circle cx="8" cy="8" r="2.200" fill="currentColor" />
    </>
  ),
  coarser: (
    <>
      <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.500" />
      <path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  contradict: <path d="M8 1 15 8 8 15 1 8z" fill="currentColor" />,
  silent: <path d="M3.500 8h9" stroke="currentColor" strokeWidth="1.750" />,
  copied: (
    <>
      <circle cx="5.800" cy="8" r="4.100" fill="none" stroke="currentColor" strokeWidth="1.400" />
      <circle cx="10.200" cy="8" r="4.100" fill="none" stroke="currentColor" strokeWidth="1.400" />
    </>
  ),
}

export const Glyph = ({ kind }: { kind: StandingKind }) => (
  <svg className={`g g-${kind}`} viewBox="0 0 16 16" aria-hidden="true">
    {glyphs[kind]}
  </svg>
)

const icons = {
  find: (
    <>
      <circle cx="7" cy="7" r="4.500" fill="none" stroke="currentColor" strokeWidth="1.500" />
      <path d="m10.500 10.500 3.500 3.500" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
    </>
  ),
  theme: (
    <>
      <circle cx="8" cy="8" r="5.500" fill="none" stroke="currentColor" strokeWidth="1.500" />
      <path d="M8 2.500a5.500 5.500 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  copy: (
    <path d="M5.500 5.500h7v8h-7zM3.500 10.500v-8h7" fill="none" stroke="currentColor" strokeWidth="1.400" />
  ),
  out: (
    <path
      d="M8 2.500v7m-3-3 3 3 3-3M3 11v2.500h10V11"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.400"
    />
  ),
  plus: <path d="M8 3v10M3 8h10" stroke="currentColor" strokeWidth="1.600" strokeLinecap="round" />,
  close: (
    <path d="m4.500 4.500 7 7m0-7-7 7" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
  ),
} as const

export const Icon = ({ name }: { name: keyof typeof icons }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {icons[name]}
  </svg>
)

export const Mark = () => (
  <svg viewBox="0 0 20 20" aria-hidden="true">
    <path d="M3.500 2v16M10 2v16M16.500 2v16" stroke="var(--line-strong)" strokeWidth="1.500" />
    <path d="M3.500 11h13" stroke="currentColor" strokeWidth="1.500" />
    <circle cx="3.500" cy="11" r="2.600" fill="currentColor" />
    <circle cx="10" cy="11" r="2.600" fill="currentColor" />
    <path
      d="M16.500 7.700l3.300 3.300-3.300 3.300-3.300-3.300z"
      fill="var(--canvas)"
      stroke="currentColor"
      strokeWidth="1.400"
    />
  </svg>
)
