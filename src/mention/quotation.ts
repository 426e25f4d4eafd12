import type { ParsedText } from '../model/parsed-text.js'

/**
 * For each token whether it stands inside quotation marks. Curly marks open and close, straight ones change the state;
 * every block starts outside, so that a mark that is never closed does no harm beyond its paragraph.
 */
export function quotedTokens(parsed: ParsedText): boolean[][] {
  let open = false
  let block = -1
  return parsed.sentences.map(sentence => {
    if (sentence.block !== block) open = false
    block = sentence.block
    return sentence.tokens.map(({ form }) => {
      if (/^(“|``|«|„)$/.test(form)) open = true
      else if (/^(”|''|»)$/.test(form)) open = false
      else if (form === '"') open = !open
      return open
    })
  })
}
