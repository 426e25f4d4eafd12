import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Holiday, TimeResources } from '../grounding/time/index.js'
import { packageRoot } from './root.js'

/** Loads the table of holidays (`data/time/holidays.csv`: key, names between bars, rule of the day). */
export function loadTimeResources(root: string = packageRoot): TimeResources {
  const [, ...lines] = readFileSync(join(root, 'data/time/holidays.csv'), 'utf8').trim().split('\n')
  const holidays = lines.map((line): Holiday => {
    const [key, names, rule] = line.split(',') as [string, string, string]
    return { key, names: names.split('|'), rule }
  })
  return { holidays }
}
