const openers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"',
}

/**
 * Sign that a text stops before its end, or null: its last paragraph ends in dots that announce more, ends in no sentence mark at all though it is
 * running text, or opens a quotation that nothing closes.
 */
export function truncationSign(paragraphs: readonly string[]): string | null {
  const last = paragraphs.at(-1)?.trim()
  if (!last || last.length < 20) return null
  if (/(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$/.test(last) && last.length > 60) return 'ends in dots'
  const words = last.split(/\s+/).length
  if (
    words >= 15 &&
    /[\p{Ll}\p{Lo},;–—-]$/u.test(last) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]$/u.test(last)
  )
    return 'ends without a sentence mark'
  return openQuotation(last) ? 'quotation is never closed' : null
}

function openQuotation(paragraph: string): boolean {
  let open: string | null = null
  const straight = paragraph.match(/"/g)?.length ?? 0
  for (const character of paragraph) {
    if (character === '"') continue
    if (open === null && openers[character]) open = openers[character]
    // German closes with the mark that English opens with; both are accepted.
    else if (
      open !== null &&
      (character === open || character === '”' || character === '“' || character === '»' || character === '«')
    )
      open = null
  }
  return open !== null || straight % 2 === 1
}
