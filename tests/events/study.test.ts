import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStudy, studyEvents } from '../../src/resources/study.js'
import { codeText, dyad, resources } from './code-sentence.js'

const folder = mkdtempSync(join(tmpdir(), 'synoptic-study-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(async () => void (await resources()), 60_000)

/** Codes a text with the files of a study. */
async function codeWith(files: Readonly<Record<string, string>>, text: string) {
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  const all = await resources()
  return codeText(text, studyEvents(all.event, readStudy(paths)))
}

describe('verb dictionaries of PETRARCH', () => {
  const verbs = `&AID
+BLANKET
+TENT

--- CARRY [---] ---
CARRY {CARRIED CARRIES CARRYING}
HAUL [060]
- * &AID TO + [073]
- $ * OFF + [181]

--- QUARREL [120] ---
QUARREL
`
  it.each([
    ['Norway carried tents to Chad.', ['073 NOR>TCD']],
    ['Tents were carried by Norway to Chad.', ['073 NOR>TCD']],
    ['Norway carried an umbrella.', []],
    ['Norway hauled timber to Chad.', ['060 NOR>TCD']],
    ['Norway quarrelled with Chad.', ['120 NOR>TCD']],
    ['Norway attacked Chad.', []],
  ])('%s', async (text, expected) => {
    const { events } = await codeWith({ 'verbs.txt': verbs }, text)
    expect(events.map(event => `${event.cameo} ${dyad(event)}`)).toEqual(expected)
  })

  it('names file and line of what cannot be read', () => {
    writeFileSync(join(folder, 'bad.txt'), '--- A [030] ---\nAGREE\n- WITH + [036]\n')
    expect(() => readStudy([join(folder, 'bad.txt')])).toThrow(/bad\.txt: line 3/)
  })
})

describe('events of a study', () => {
  it('are coded beside those of the package, with their own name and code', async () => {
    const lexicon =
      '{"event":"DAM","code":"W1","cameo":"120","triggers":"dam","with":"obj=river","recipient":"from|obj"}\n'
    const { events } = await codeWith(
      { 'rivers.jsonl': lexicon },
      'Norway dammed the river of Latvia. Norway condemned Chad.',
    )
    expect(events.map(({ event, cameo, own }) => [event, cameo, own])).toEqual([
      ['REJECT', '120', { event: 'DAM', code: 'W1' }],
      ['ACCUSE', '111', undefined],
    ])
  })
})
