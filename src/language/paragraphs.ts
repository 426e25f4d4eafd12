import type { Block } from '../model/article.js'

/** Paragraphs of a plain text: empty lines separate them. Used where no article was extracted. */
export function paragraphs(text: string): Block[] {
  const blocks: Block[] = []
  const add = (start: number, end: number) => {
    if (/\S/u.test(text.slice(start, end))) blocks.push({ kind: 'paragraph', span: [start, end] })
  }
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/gu)) {
    add(start, gap.index)
    start = gap.index + gap[0].length
  }
  add(start, text.length)
  return blocks
}
