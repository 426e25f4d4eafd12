import type { Block } from '../model/index.js'

/** One run of the article before it has its place in the text. */
export interface BodyPart {
  readonly kind: Block['kind']
  readonly text: string
  /** Time of the live blog's entry that begins with it. */
  readonly time?: string
}

/** An entry of a live blog: its time and where it stands in the text. */
export interface Entry {
  readonly time: string
  readonly span: [number, number]
}

/** Parts joined by an empty line, the blocks that cover them, and the entries of a live blog. */
export function joinParts(parts: readonly BodyPart[]): { text: string; blocks: Block[]; entries: Entry[] } {
  const blocks: Block[] = []
  const entries: Entry[] = []
  let text = ''
  for (const part of parts) {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += part.text
    if (part.time) entries.push({ time: part.time, span: [start, text.length] })
    const entry = entries.at(-1)
    if (entry) entry.span[1] = text.length
    blocks.push({ kind: part.kind, span: [start, text.length] })
  }
  return { text, blocks, entries }
}
