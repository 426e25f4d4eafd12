import { type Anchor, type Judgement, SynopticError } from '../../model/index.js'
import type { JudgementStanding } from '../../review/index.js'
import type { CorpusIndex } from '../index/corpus-index.js'
import type { LoggedJudgement } from './review-schemas.js'
import { happenedWords, rangeWords } from './words.js'

interface Corrected {
  readonly field: string
  readonly value: Readonly<Record<string, unknown>>
}

/** A corrected value in words. */
function valueWords({ field, value }: Corrected): string {
  if (field === 'time')
    return rangeWords(value['earliest'] as string | null, value['latest'] as string | null)
  if (field === 'place') return 'none'
  if (field === 'event') return `${value['event']} (${value['cameo']})`
  if (field === 'factuality') return happenedWords(String(value['factuality']))
  const actors = (value[field] ?? []) as readonly { name: string }[]
  return actors.map(({ name }) => name).join(', ') || 'nobody'
}

/** A judgement as the log shows it: what it is about in the words of the page, how it stands, where to look. */
export function loggedJudgement(
  { judgement, standing, reason }: JudgementStanding,
  meant: Anchor,
  index: CorpusIndex,
  place: { event: string | null; story: string | null },
): LoggedJudgement {
  const { id, at, by, kind, note, anchor, value } = judgement
  const outlet = (article: string, uri: string) => index.articles.get(article)?.outlet ?? uri
  return {
    id,
    at,
    by: by ?? null,
    kind,
    note: note ?? null,
    corrected:
      kind === 'correct'
        ? { field: (value as Corrected).field, value: valueWords(value as Corrected) }
        : null,
    about: [
      ...(meant.mentions ?? []).map(({ article, uri, trigger, span }) => ({
        article,
        outlet: outlet(article, uri),
        words: trigger,
        span,
      })),
      ...(meant.articles ?? []).map(({ article, uri }) => ({
        article,
        outlet: outlet(article, uri),
        words: index.articles.get(article)?.title ?? uri,
        span: null,
      })),
    ],
    undoes: anchor.judgement ?? null,
    standing,
    reason: reason ?? null,
    ...place,
  }
}

/** What a judgement is about; an "undo" is about what the judgement it takes back is about. */
export function meaningOf(judgement: Judgement, log: ReadonlyMap<string, Judgement>): Anchor {
  let at = judgement
  for (let steps = 0; at.anchor.judgement; steps++) {
    const next = log.get(at.anchor.judgement)
    if (!next || steps > log.size)
      throw new SynopticError('SYN_JUDGEMENT', `Judgement ${at.id} takes back one that is not in the log.`)
    at = next
  }
  return at.anchor
}
