import { z } from 'zod'
import type { EventLexicon, EventResources, Frame, Ontology } from '../event/resources.js'
import { SynopticError } from '../model/diagnostic.js'
import type { Classes } from './lexicon.js'
import { framesOfRow } from './lexicon.js'
import { verbForms } from './lexicon-forms.js'

/**
 * A row of a study's own lexicon: an event of its own (`event`, `code`) with the CAMEO code that comes nearest to it, from which PLOVER event,
 * quad class and scores follow, and a wording in the columns of `data/lexicon/events`.
 */
const rowSchema = z.strictObject({
  event: z.string().regex(/^\S+$/, 'the name of an event is one word'),
  code: z.string().optional(),
  cameo: z.string(),
  triggers: z.union([z.string(), z.array(z.string()).min(1)]),
  pos: z.enum(['verb', 'noun', 'adj']).default('verb'),
  with: z.string().default(''),
  actor: z.string().default(''),
  recipient: z.string().default(''),
  flags: z.string().default(''),
  mode: z.string().default(''),
  contexts: z.string().default(''),
  example: z.string().optional(),
  expect: z.string().optional(),
})
export type StudyRow = z.infer<typeof rowSchema>

/** A study's own lexicon: its rows with their lines. */
export interface StudyLexicon {
  readonly file: string
  readonly rows: readonly { readonly line: number; readonly row: StudyRow }[]
}

const fail = (file: string, line: number, why: string): SynopticError =>
  new SynopticError('SYN_DICTIONARY', `${file}, line ${line}: ${why}`)

function rowOf(text: string, file: string, line: number): StudyRow {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw fail(file, line, `this is no JSON: ${text.slice(0, 80)}`)
  }
  const read = rowSchema.safeParse(value)
  if (read.success) return read.data
  const why = read.error.issues.map(({ path, message }) => `${path.join('.') || 'row'}: ${message}`)
  throw fail(file, line, why.join('; '))
}

/** Reads a lexicon in JSON Lines; lines that are empty or begin with `#` are skipped. Throws SYN_DICTIONARY with file and line. */
export function parseStudyLexicon(text: string, file: string): StudyLexicon {
  const rows = text.split(/\r?\n/).flatMap((content, i) => {
    const skipped = content.trim() === '' || content.trimStart().startsWith('#')
    return skipped ? [] : [{ line: i + 1, row: rowOf(content, file, i + 1) }]
  })
  return { file, rows }
}

function framesOf(file: string, line: number, row: StudyRow, ontology: Ontology, classes: Classes): Frame[] {
  const entry = ontology.cameo.get(row.cameo)
  if (!entry?.event)
    throw fail(file, line, `"${row.cameo}" is no CAMEO code of an event (data/ontology/cameo.csv)`)
  if (row.mode !== '' && !ontology.plover.get(entry.event)!.modes.has(row.mode))
    throw fail(file, line, `${entry.event} has no mode "${row.mode}" (data/ontology/plover.csv)`)
  const triggers = typeof row.triggers === 'string' ? row.triggers : row.triggers.join('|')
  const { event: name, code, example: _, expect: __, ...columns } = row
  const cells = { ...columns, triggers, compose: '', id: `${name}${code ? ` ${code}` : ''}` }
  const own = { event: name, ...(code ? { code } : {}) }
  try {
    return framesOfRow(entry.event, cells, classes, `${file}, line ${line}`).map(frame => ({ ...frame, own }))
  } catch (error) {
    throw error instanceof SynopticError ? error : fail(file, line, (error as Error).message)
  }
}

/** The lexicon of the package with a study's own frames before it: where both fit, the study's is taken. */
export function withStudyLexicons(base: EventResources, studies: readonly StudyLexicon[]): EventResources {
  const { lexicon, ontology } = base
  const frames = new Map<string, readonly Frame[]>(lexicon.frames)
  const own = new Map<string, Frame[]>()
  for (const { file, rows } of studies)
    for (const { line, row } of rows)
      for (const frame of framesOf(file, line, row, ontology, lexicon.classes)) {
        const first = frame.trigger.split(' ')[0]!
        own.set(first, [...(own.get(first) ?? []), frame])
      }
  for (const [lemma, list] of own) {
    const sorted = list.sort((a, b) => b.needs.length - a.needs.length)
    frames.set(lemma, [...sorted, ...(lexicon.frames.get(lemma) ?? [])])
  }
  const extended: EventLexicon = { ...lexicon, frames, forms: verbForms(frames, lexicon.operators) }
  return { ...base, lexicon: extended }
}
