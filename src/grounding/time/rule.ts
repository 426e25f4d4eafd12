import type { Frame, Reading } from './reading.js'
import { type ClassName, compilePattern, headLetters } from './symbols.js'
import type { Word } from './words.js'

/** The words a rule's pattern matched, and the one before and after them. */
export class Match {
  constructor(
    readonly words: readonly Word[],
    readonly before: Word | undefined,
    readonly after: Word | undefined,
  ) {}

  /** First word of one of the classes. */
  get(...classes: readonly ClassName[]): Word | undefined {
    return this.words.find(word => classes.includes(word.class))
  }

  all(kind: ClassName): Word[] {
    return this.words.filter(word => word.class === kind)
  }

  has(...classes: readonly ClassName[]): boolean {
    return this.get(...classes) !== undefined
  }

  says(...forms: readonly string[]): boolean {
    return this.words.some(word => forms.includes(word.lower))
  }
}

/** One rule of the grammar: what it matches, and what that means (null: not a time after all). */
export interface Rule {
  readonly name: string
  readonly pattern: RegExp
  /** Letters of the classes a match cannot be without (one of them): sentences that have none are passed over. */
  readonly heads: ReadonlySet<string>
  readonly read: (match: Match, frame: Frame) => Reading | null
}

export const rule = (
  name: string,
  pattern: string,
  read: (match: Match, frame: Frame) => Reading | null,
): Rule => ({ name, pattern: compilePattern(pattern), heads: headLetters(pattern), read })
