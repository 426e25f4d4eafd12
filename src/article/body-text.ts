import type { Block } from '../model/index.js'

/** One run of the article before it has its place in the text. */
export interface BodyPart {
  readonly kind: Block['kind']
  readonly text: string
}

/** Parts joined by an empty line, and the blocks that cover them. */
export function joinParts(parts: readonly BodyPart[]): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let text = ''
  for (const part of parts) {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += part.text
    blocks.push({ kind: part.kind, span: [start, text.length] })
  }
  return { text, blocks }
}
