import { describe, expect, it } from 'vitest'
import { ploverEvents } from '../model/plover.js'
import { frameRows, loadEventLexicon } from './lexicon.js'
import { loadOntology } from './ontology.js'

const { cameo, plover } = loadOntology()
const lexicon = loadEventLexicon()
const frames = [...lexicon.frames.values()].flat()

describe('ontology tables', () => {
  it('hold all PLOVER events with four quad classes', () => {
    expect([...plover.keys()].sort()).toEqual([...ploverEvents].sort())
    expect(new Set([...plover.values()].map(({ quad }) => quad)).size).toBe(4)
  })

  it.each([...cameo.values()].map(code => [code.code, code] as const))('map CAMEO %s', (code, entry) => {
    if (code.startsWith('01')) expect(entry.event).toBeNull()
    else {
      expect(plover.has(entry.event!)).toBe(true)
      if (entry.mode) expect(plover.get(entry.event!)!.modes.has(entry.mode)).toBe(true)
    }
    if (entry.parent) expect(code.startsWith(entry.parent) || entry.parent.length === 2).toBe(true)
    if (entry.parent) expect(cameo.has(entry.parent)).toBe(true)
  })

  it('score what users check first', () => {
    expect(plover.get('CONSULT')!.modes.get('visit')).toBe(4)
    expect(cameo.get('163')).toMatchObject({ event: 'SANCTION', mode: 'discontinue', goldstein: -8 })
    expect(cameo.get('0251')).toMatchObject({ event: 'REQUEST', mode: 'yield' })
    expect(plover.get('ACCUSE')!.score).toBe(-3)
  })
})

describe('lexicon', () => {
  it('gives every frame a code, a known mode and an example', () => {
    const broken = frameRows().filter(({ row }) => row['example'] === '' || !row['expect']?.includes('>'))
    expect(broken.map(({ row }) => row['id'])).toEqual([])
    for (const frame of frames) {
      if (frame.cameo !== '') expect(cameo.has(frame.cameo), frame.id).toBe(true)
      else expect(frame.compose, frame.id).not.toBeNull()
      if (frame.mode) expect(plover.get(frame.event)!.modes.has(frame.mode), frame.id).toBe(true)
      if (frame.compose) expect(lexicon.compose.has(frame.compose), frame.id).toBe(true)
    }
  })

  it('names each frame once', () => {
    const ids = frameRows().map(({ row }) => row['id']!)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it('composes to codes that exist', () => {
    for (const [kind, table] of lexicon.compose)
      for (const [inner, code] of table) {
        expect(
          [...cameo.keys()].some(each => each.startsWith(inner)),
          `${kind} ${inner}`,
        ).toBe(true)
        if (code !== '-')
          expect(
            [...cameo.keys()].some(each => each.startsWith(code)),
            `${kind} ${inner}`,
          ).toBe(true)
      }
    for (const rules of lexicon.refine.values())
      for (const { to } of rules) expect(cameo.has(to), to).toBe(true)
  })

  it('keeps each table sorted enough to read: a frame id starts with its event', () => {
    for (const { event, row } of frameRows())
      expect(row['id']!.startsWith(`${event.toLowerCase()}.`), row['id']!).toBe(true)
  })
})
