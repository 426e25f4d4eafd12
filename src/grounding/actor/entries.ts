import type { Actor } from '../../model/actor.js'
import type { NameEntry } from '../../model/actor-lexicon.js'
import type { Mention } from '../../model/mention.js'
import type { Context } from './context.js'
import { countriesOf, countryActor } from './country.js'
import { nameText } from './person.js'

/** What the tables say of a mention's name. */
export function entriesOf(context: Context, mention: Mention): readonly NameEntry[] {
  const entries = context.named(nameText(context, mention))
  return entries.length > 0 ? entries : context.named(mention.text.replace(/^the\s+/i, ''))
}

/** The state of a name that is not its actor here: a capital that "the country" or "it" takes up. */
export function stateNamed(context: Context, mention: Mention): Actor | null {
  const code = countriesOf(context, entriesOf(context, mention))[0]
  return code ? countryActor(context, code) : null
}
