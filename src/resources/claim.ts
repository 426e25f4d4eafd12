import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClaimResources, Cue } from '../claim/index.js'
import type { Channel } from '../model/claim.js'
import { readCsv } from '../text/csv.js'
import { packageRoot } from './root.js'

const table = (name: string) => readCsv(readFileSync(join(packageRoot, 'data', 'attribution', name), 'utf8'))

/** Cues and channel words of `data/attribution`. */
export function loadClaimResources(): ClaimResources {
  const cues = table('cues.csv').map(row => {
    const { lemma, pos, kind, stance, attitude, frames } = row as Record<string, string>
    const cue = { lemma, pos, kind, stance, attitude, frames: new Set(frames!.split(' ')) } as unknown as Cue
    return [`${lemma}/${pos}`, cue] as const
  })
  const channels = table('channels.csv').map(row => [row['word']!, row['kind'] as Channel['kind']] as const)
  return { cues: new Map(cues), channels: new Map(channels) }
}
