import { type AlertRun, runAlerts } from '../alert/index.js'
import { SynopticError } from '../model/index.js'
import type { Workspace } from '../store/index.js'

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

/** Looks for news of alerts and tells it; a mistake in their file is one of the lines and stops nothing else. */
export async function tellAlerts(workspace: Workspace, allowPrivate: boolean): Promise<string[]> {
  try {
    return alertLines(await runAlerts({ workspace, allowPrivate }))
  } catch (error) {
    if (error instanceof SynopticError) return [`${error.message} (${error.code})`]
    throw error
  }
}
