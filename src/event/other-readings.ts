import type { PloverEvent } from '../model/plover.js'
import type { Refusal } from './agentless.js'
import { domainOf, isBorrowed } from './domain.js'
import { readingOf } from './reading.js'
import { type EventWord, readingFeatures } from './reading-features.js'
import type { EventResources } from './resources.js'
import type { Tree } from './tree.js'

/** How probable politics must be where the words of another domain stand beside the event word. */
const likely = 0.9

/**
 * The check of event words that other domains share. The learned reading decides: in a sentence with vocabulary of sport, markets or
 * culture (`domain.ts`) politics must be the likelier reading by far, elsewhere it is enough that it is no unlikely one.
 */
export class OtherReadings {
  private listed: ReturnType<typeof domainOf> | undefined

  constructor(
    private readonly tree: Tree,
    private readonly resources: Pick<EventResources, 'lexicon' | 'readings'>,
  ) {}

  /** Why an event word is not taken for politics, or null. `said` names the word in the message. */
  refuse(word: EventWord, said: string, event: PloverEvent): Refusal | null {
    const { tree, resources } = this
    const { readings } = resources
    if (this.listed === undefined) this.listed = domainOf(resources.lexicon, tree)
    const listed = isBorrowed(event) ? this.listed : null
    const features = readings && readingFeatures(tree, word)
    if (listed) {
      const reading = readings && readingOf(readings, features!)
      if (reading && reading.political >= likely) return null
      const learned = reading ? `, read as politics: ${reading.political.toFixed(2)}` : ''
      const message = `${said} stands in a sentence of ${listed.domain} ("${listed.word}")${learned}.`
      return { code: 'metaphor', message }
    }
    // "Norway attacked Belarus.": names alone tell no domain.
    if (!readings || features!.context.length === 0) return null
    const { domain, probability, political } = readingOf(readings, features!)
    if (political >= readings.threshold) return null
    // Where the rest is spread over several domains, no single one is likelier than politics.
    const read = domain === readings.domains[0] ? 'read as something else than politics' : `read as ${domain}`
    const sure = domain === readings.domains[0] ? 1 - political : probability
    return { code: 'not-politics', message: `${said} is ${read}: ${sure.toFixed(2)}.` }
  }
}
