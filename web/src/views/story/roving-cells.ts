import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect } from 'react'

const cells = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>('[data-cell]')]

/** The nearest cell with words in a direction, by where the cells stand on the page. */
function neighbour(table: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest('tr')!
  const inRow = [...row.querySelectorAll<HTMLElement>('[data-cell]')]
  const at = inRow.indexOf(from)
  if (key === 'ArrowRight') return inRow[at + 1]
  if (key === 'ArrowLeft') return inRow[at - 1]
  if (key === 'Home') return inRow[0]
  if (key === 'End') return inRow.at(-1)
  const rows = [...table.querySelectorAll('tr')].filter(one => one.querySelector('[data-cell]'))
  const next = rows[rows.indexOf(row) + (key === 'ArrowDown' ? 1 : -1)]
  if (!next) return undefined
  const x = from.getBoundingClientRect().left
  const distance = (one: HTMLElement) => Math.abs(one.getBoundingClientRect().left - x)
  return [...next.querySelectorAll<HTMLElement>('[data-cell]')].sort((a, b) => distance(a) - distance(b))[0]
}

/** One cell of the table is in the order of Tab; arrows, Home and End move among the others (roving tabindex). */
export function useRovingCells(table: RefObject<HTMLTableElement | null>) {
  useEffect(() => {
    const all = table.current ? cells(table.current) : []
    if (!all.some(cell => cell.tabIndex === 0) && all[0]) all[0].tabIndex = 0
  })
  return {
    onFocus(event: FocusEvent) {
      const target = event.target as HTMLElement
      if (!table.current || target.dataset['cell'] === undefined) return
      for (const cell of cells(table.current)) cell.tabIndex = cell === target ? 0 : -1
    },
    onKeyDown(event: KeyboardEvent) {
      const target = event.target as HTMLElement
      if (!table.current || target.dataset['cell'] === undefined || !/^(Arrow\w+|Home|End)$/.test(event.key))
        return
      const next = neighbour(table.current, target, event.key)
      if (!next) return
      event.preventDefault()
      next.focus()
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    },
  }
}
