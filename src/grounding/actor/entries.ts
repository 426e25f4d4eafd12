import type { Actor } from '../../model/actor.js'
import type { NameEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import type { Context } from './context.js'
import { countriesOf, countryActor } from './country.js'
import { nameText } from './person.js'

/** What the tables say of a mention's name. */
export function entriesOf(context: Context, mention: Mention): readonly NameEntry[] {
  const found = context.named(nameText(context, mention))
  const entries = found.length > 0 ? found : context.named(mention.text.replace(/^the\s+/i, ''))
  return entries.filter(({ article }) => !article || hasArticle(context, mention))
}

/** "the North" is a state where "North of the river" is a direction. */
const hasArticle = (context: Context, { text, sentence, from }: Mention): boolean =>
  /^the\b/i.test(text) || /^the$/i.test(context.parsed.sentences[sentence]?.tokens[from - 1]?.form ?? '')

/** The state of a name that is not its actor here: a capital that "the country" or "it" takes up. */
export function stateNamed(context: Context, mention: Mention): Actor | null {
  const code = countriesOf(context, entriesOf(context, mention))[0]
  return code ? countryActor(context, code) : null
}
