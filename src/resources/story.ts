import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentShareFrom } from '../story/background.js'
import type { StoryResources } from '../story/resources.js'
import { packageRoot } from './root.js'

function* rows(csv: string): Generator<readonly [string, number]> {
  for (const line of csv.split('\n').slice(1)) {
    const comma = line.indexOf(',')
    if (comma > 0) yield [line.slice(0, comma), Number(line.slice(comma + 1))]
  }
}

/** Loads the background frequencies that weight words when articles are grouped into stories. */
export function loadStoryResources(): StoryResources {
  const csv = readFileSync(join(packageRoot, 'data', 'story', 'word-ranks.csv'), 'utf8')
  return Object.freeze({ documentShare: documentShareFrom(rows(csv)) })
}
