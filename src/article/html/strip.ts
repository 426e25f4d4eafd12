const blockTag =
  /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|section|article|header|footer|nav|aside|blockquote|figure|figcaption|title|form|main)\b[^<>]*>/gi

/** Text of a page without a tree: scripts and styles dropped, block tags become line ends. For pages that no tree can hold. */
export function withoutMarkup(html: string): string {
  return html
    .replace(/<(script|style|template|noscript|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(blockTag, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
