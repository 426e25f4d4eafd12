import type { Article } from '../../model/article.js'
import type { Diagnostic, StageResult } from '../../model/diagnostic.js'
import type { ParsedText } from '../../model/parsed-text.js'
import type { TimeExpression } from '../../model/time.js'
import { buildGrammar, type Grammar } from './grammar.js'
import type { Holiday } from './holidays.js'
import { publicationOf } from './publication.js'
import { type Memory, readSentence, timeWords } from './read-sentence.js'
import { toExpression } from './to-expression.js'
import { sentenceText } from './words.js'

export type { Holiday } from './holidays.js'

/** What the time grammar needs: the holidays news names. */
export interface TimeResources {
  readonly holidays: readonly Holiday[]
}

const grammars = new WeakMap<readonly Holiday[], Grammar>()

/** The grammar of a table of holidays is built once; the cache changes no result. */
function grammarOf({ holidays }: TimeResources): Grammar {
  const known = grammars.get(holidays)
  if (known) return known
  const grammar = buildGrammar(holidays)
  grammars.set(holidays, grammar)
  return grammar
}

/**
 * Time expressions of an article (TIMEX3) in text order, each with the days it denotes as far as text and publication day settle them.
 * Sentences need no tokens or trees; where trees are there, the verb's tense decides which Friday or October is meant.
 * Method: rules over word classes in the manner of HeidelTime (Strötgen and Gertz 2010), see README.md.
 */
export function findTimes(
  article: Article,
  parsed: ParsedText,
  resources: TimeResources,
): StageResult<TimeExpression[]> {
  const grammar = grammarOf(resources)
  const publication = publicationOf(article)
  const tries: readonly (number | null)[] =
    publication.days.length === 1 ? publication.days : [null, ...publication.days]
  let memories: Memory[] = tries.map(() => ({ previous: null, quarter: null }))
  const records: TimeExpression[] = []
  const diagnostics: Diagnostic[] = []
  for (const [number, sentence] of parsed.sentences.entries()) {
    const words = timeWords(sentenceText(article, sentence), sentence.span[0], grammar)
    if (!words) continue
    const results = tries.map((day, i) => readSentence(sentence, words, grammar, day, memories[i]!, number))
    memories = results.map(result => result.memory)
    for (const found of results[0]!.found) {
      const variants = results.flatMap(
        ({ found: list }) => list.find(({ from }) => from === found.from)?.reading ?? [],
      )
      const expression = toExpression(article, words, found, variants, publication)
      records.push(expression)
      if (expression.time && expression.time.earliest === null && expression.time.latest === null)
        diagnostics.push({
          stage: 'grounding',
          code: 'time-open',
          message: `"${expression.text}" names no day: ${expression.time.basis}.`,
          span: expression.span,
          text: expression.text,
        })
    }
  }
  return { records, diagnostics }
}
