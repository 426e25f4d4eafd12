/** Size and form of a line, the ground of most rules. Lengths count a Han, kana or Hangul character as 2.2 Latin ones. */
export interface LineShape {
  readonly size: number
  readonly words: number
  /** Ends like a sentence: full stop, question mark, closing quotation mark after one, ... */
  readonly sentence: boolean
  /** Ends with a colon or an opening that expects more. */
  readonly open: boolean
  /** Share of words that begin with a capital. */
  readonly capitals: number
  readonly digits: number
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const sentenceEnd =
  /[.!?…。！？؟।։]["'”’»«“‘)\]」』）]*$|[.!?…。！？]\s*\(?[\p{Lu}/]{2,8}\)?$|[.!?…]\s*\([^()]{3,60}\)$|["”»“]$/u

/** Characters of a line from which its shape is read; a longer line is running text anyway. */
const measured = 4000

export function lineShape(line: string): LineShape {
  const text = line.slice(0, measured)
  const wideCharacters = text.match(wide)?.length ?? 0
  const words = text.split(/\s+/)
  const capitals = words.filter(word => /^["'“„«‘(]*\p{Lu}/u.test(word)).length
  return {
    size: line.length + wideCharacters * 1.2,
    words: wideCharacters > text.length / 2 ? Math.ceil(wideCharacters / 2) : words.length,
    sentence: sentenceEnd.test(line.slice(-120)),
    open: /[:：]$/.test(line.slice(-2)),
    capitals: capitals / Math.max(1, words.length),
    digits: (text.match(/\d/g)?.length ?? 0) / Math.max(1, text.length),
  }
}

/** A line that reads as running text: long enough, and a sentence unless very long. */
export function isRunning(shape: LineShape): boolean {
  if (shape.sentence) return shape.size >= 60 && shape.words >= 7
  return shape.size >= 140 && shape.capitals < 0.7
}
