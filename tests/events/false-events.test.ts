import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../src/resources/root.js'
import { codeText, resources } from './code-sentence.js'

beforeAll(async () => void (await resources()), 60_000)

/** Sentences of sport, culture, business and metaphor, in which nothing political happens (`bench/own/false-events.md`). */
const sentences = readFileSync(join(packageRoot, 'bench/own/false-events.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(each => JSON.parse(each) as { id: string; text: string })

describe('sentences without a political event', () => {
  it('yield at most 3 events in 100', async () => {
    const coded: string[] = []
    for (const { text } of sentences) if ((await codeText(text)).events.length > 0) coded.push(text)
    expect(coded.length / sentences.length, coded.join('\n')).toBeLessThanOrEqual(0.03)
  }, 60_000)
})
