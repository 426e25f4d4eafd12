import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { paragraphs } from '../../src/language/index.js'
import type { Article } from '../../src/model/index.js'
import { packageRoot } from '../../src/resources/root.js'
import { knownDay, plainArticle } from '../tasks/plain-text.js'

/** Rows of a set in `bench/own`: one JSON object a line. */
export function readRows<Row>(name: string): Row[] {
  return readFileSync(join(packageRoot, 'bench', 'own', name), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
}

/** A passage as an article without metadata, published on a day or undated. */
export function passage(id: string, text: string, published?: string): Article {
  return plainArticle(id, text, {
    blocks: paragraphs(text),
    ...(published ? { published: knownDay(id, published) } : {}),
  })
}

/** Parts of a set: the first development half, the second one, the part of it that is scored and not read, the sealed half. */
const parts: Readonly<Record<string, string>> = {
  '--second': '-2',
  '--blind': '-2-blind',
  '--sealed': '-sealed',
}

/** The part of a set that the arguments name, and whether its misses may be printed: those of a blind or sealed part never are. */
export function chosenSet(set: string, argv: readonly string[]): { name: string; misses: boolean } {
  const flag = argv.find(word => word in parts)
  const unread = flag === '--blind' || flag === '--sealed'
  return {
    name: `${set}${flag ? parts[flag] : ''}`,
    misses: argv.includes('--misses') && !unread,
  }
}
