import type { ActorGrounding } from '../../model/actor.js'
import type { Article } from '../../model/article.js'
import type { Diagnostic, StageResult } from '../../model/diagnostic.js'
import type { Mention, Mentions } from '../../model/mention.js'
import type { ParsedText } from '../../model/parsed-text.js'
import { makeContext } from './context.js'
import { Grounder } from './ground-mention.js'
import type { ActorResources } from './resources.js'

export { cameoActorCode } from './cameo-code.js'
export type { ActorResources } from './resources.js'

/**
 * Resolves mentions to political actors.
 *
 * 1. Persons by chain: names of the tables, surnames with role, country and date; what the text says of them wins.
 * 2. Countries, organisations and seats by the tables; capitals only where the sentence means the government.
 * 3. Nominals by the chain they stand in, else by role word and owner ("the Cuban foreign ministry"), else unnamed ("analysts").
 * 4. Pronouns by their antecedent, plural mentions by their members.
 */
export function groundActors(
  article: Article,
  parsed: ParsedText,
  mentions: Mentions,
  resources: ActorResources,
): StageResult<ActorGrounding[]> {
  const context = makeContext(article, parsed, mentions, resources.actors)
  const grounder = new Grounder(context)
  const records = mentions.mentions.map(mention => {
    const { reason, members, ...rest } = grounder.resolve(mention)
    return {
      mention: mention.id,
      ...rest,
      ...(reason !== undefined && { reason }),
      ...(members && { members }),
      ...(mention.role && { role: mention.role }),
    }
  })
  return {
    records,
    diagnostics: records.flatMap((grounding, i) => unresolved(grounding, mentions.mentions[i]!)),
  }
}

/** "; may be A (id, 0.4), B (id, 0.2)": whom an open name may mean. */
const rivalsOf = ({ rivals }: ActorGrounding): string =>
  rivals.length > 0
    ? `; may be ${rivals.map(({ id, name, score }) => `${name} (${id}, ${score.toFixed(2)})`).join(', ')}`
    : ''

/** Names that stayed open, with the reason and their rivals. */
function unresolved(grounding: ActorGrounding, mention: Mention): Diagnostic[] {
  if (grounding.actor || grounding.members || mention.kind !== 'name') return []
  return [
    {
      stage: 'grounding',
      code: 'actor-unresolved',
      message: `"${mention.text}": ${grounding.reason}${rivalsOf(grounding)}`,
      span: mention.span,
      text: mention.text,
    },
  ]
}
