import type { StoryFeatures } from '../model/index.js'
import { LeadTally } from './lead-tally.js'
import { StoryVector, type Terms } from './story-vector.js'
import type { TermWeights } from './weights.js'

/** What is kept of a story that articles may still join. */
export class OpenStory {
  readonly vector = new StoryVector()
  readonly actors = new Set<string>()
  readonly happenings = new Set<string>()
  readonly leads = new LeadTally()
  earliest: string | null = null
  latest: string | null = null
  /** Number of the article that joined last. */
  touched = 0

  constructor(readonly id: string) {}

  add(features: StoryFeatures, terms: Terms, weights: TermWeights): void {
    this.vector.add(terms, weights)
    for (const actor of Object.keys(features.actors)) this.actors.add(actor)
    for (const happening of features.happenings) this.happenings.add(happening)
    this.leads.add(features.lead)
    this.earliest = [this.earliest, features.earliest].filter(day => day !== null).sort()[0] ?? null
    const days = [this.latest, features.latest].filter(day => day !== null)
    this.latest = days.sort().at(-1) ?? null
    this.touched = weights.articles
  }
}
