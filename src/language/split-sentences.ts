import { type BorderContext, canEnd, endsInMark, sentenceFeatures } from './en/sentence-features.js'
import { type LinearModel, scores } from './linear-model.js'
import type { Word } from './tokenise.js'

/** What the sentence splitter needs: the classifier, its threshold and the words that common text writes in lower case. */
export interface SentenceSplitter {
  readonly ends: LinearModel
  /** Lead that "ends" needs over "goes on" after a final mark (. ? ! and closing quotes or brackets). */
  readonly threshold: number
  /** The same where no final mark stands, in a block that itself ends in one: such text marks its sentences. */
  readonly bareThreshold: number
  readonly common: ReadonlySet<string>
}

/** Quotes and brackets of the running sentence. */
export class Nesting {
  quote = false
  depth = 0

  add(form: string): void {
    if (/^(?:["\u201C-\u201F\u00AB\u00BB]|''|``)$/.test(form)) this.quote = !this.quote
    else if (/^[([{]$/.test(form)) this.depth++
    else if (/^[)\]}]$/.test(form) && this.depth > 0) this.depth--
  }

  clear(): void {
    this.quote = false
    this.depth = 0
  }
}

/** Written tokens of a block: index of the first word of each, its form and the white space before it. */
export interface WrittenTokens {
  readonly words: readonly number[]
  readonly forms: readonly string[]
  readonly gaps: readonly string[]
}

/** Joins words to the tokens they are written as. */
export function writtenTokens(text: string, words: readonly Word[]): WrittenTokens {
  const out = { words: [] as number[], forms: [] as string[], gaps: [] as string[] }
  words.forEach((word, i) => {
    if (word.joined) {
      out.forms[out.forms.length - 1] += text.slice(word.start, word.end)
      return
    }
    const gap = i === 0 ? '' : text.slice(words[i - 1]!.end, word.start)
    out.words.push(i)
    out.forms.push(text.slice(word.start, word.end))
    out.gaps.push(gap === '' ? '' : gap.includes('\n') ? 'n' : ' ')
  })
  return out
}

function endsAfter(context: BorderContext, splitter: SentenceSplitter, marked: boolean): boolean {
  if (!canEnd(context)) return false
  const [on, end] = scores(splitter.ends, sentenceFeatures(context)) as [number, number]
  return end - on > (marked && !endsInMark(context) ? splitter.bareThreshold : splitter.threshold)
}

/** Splits the words of one block into sentences: lists of `[from, to)` word indices that cover all words. */
export function splitSentences(
  text: string,
  words: readonly Word[],
  splitter: SentenceSplitter,
): [from: number, to: number][] {
  const tokens = writtenTokens(text, words)
  const sentences: [number, number][] = []
  const nesting = new Nesting()
  const contextAt = (at: number, first: number): BorderContext => ({
    forms: tokens.forms,
    gaps: tokens.gaps,
    at,
    first,
    quote: nesting.quote,
    brackets: nesting.depth > 0,
    common: splitter.common,
  })
  const final = tokens.forms.length - 1
  const marked = final >= 0 && endsInMark(contextAt(final, 0))
  let first = 0
  for (let at = 0; at <= final; at++) {
    nesting.add(tokens.forms[at]!)
    const last = at === final
    if (!last && !endsAfter(contextAt(at, first), splitter, marked)) continue
    sentences.push([tokens.words[first]!, last ? words.length : tokens.words[at + 1]!])
    first = at + 1
    nesting.clear()
  }
  return sentences
}
