import { useEffect, useRef } from 'react'

const storage = 'single-keys'

/** Single-key shortcuts can be switched off (WCAG 2.1.4). */
export const singleKeys = {
  get on(): boolean {
    try {
      return localStorage.getItem(storage) !== 'off'
    } catch {
      return true
    }
  },
  set(on: boolean): void {
    try {
      localStorage.setItem(storage, on ? 'on' : 'off')
    } catch {
      // No storage in this window: the keys stay on.
    }
  },
}

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox'))

/** Calls the handler of a key; never inside a field or with a modifier. While a dialog is open, only its own keys work (`inDialog`). */
export function useKeys(
  handlers: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  inDialog = false,
): void {
  const latest = useRef(handlers)
  latest.current = handlers
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        inField(event.target) ||
        (document.querySelector('dialog[open]') !== null) !== inDialog
      )
        return
      if (!singleKeys.on && event.key.length === 1 && event.key !== '?') return
      const handler = latest.current[event.key]
      if (!handler) return
      event.preventDefault()
      handler(event)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [inDialog])
}

/** Moves the focus along the elements of a list that match a selector. */
export function moveFocus(selector: string, step: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(one => one.offsetParent !== null)
  const at = all.indexOf(document.activeElement as HTMLElement)
  const next =
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
