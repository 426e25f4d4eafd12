import type { AlertRun } from '../alert/index.js'

/** Lines on what alerts found and how telling went; none when there was nothing. */
export function alertLines({ news, problems, waiting }: AlertRun): string[] {
  return [
    ...news.map(
      ({ alert, kind, title }) => `alert ${alert}${kind === 'changed' ? ' (changed)' : ''}: ${title}`,
    ),
    ...problems.map(({ message, givenUp }) =>
      givenUp ? `An alert was given up: ${message}` : `An alert waits to be told again: ${message}`,
    ),
    ...(waiting > 0 && problems.length === 0 ? [`${waiting} alerts wait to be told.`] : []),
  ]
}
