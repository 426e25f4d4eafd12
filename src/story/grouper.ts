import type { StoryAssignment, StoryFeatures } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { CopyIndex } from './copy-index.js'
import { OpenStory } from './open-story.js'
import { Postings } from './postings.js'
import type { StoryResources } from './resources.js'
import { daysBetween, joinThreshold, overlap } from './score.js'
import { lengthOf, type Terms } from './story-vector.js'
import { TermWeights } from './weights.js'

interface Candidate {
  readonly index: number
  readonly score: number
  readonly gap: number | null
}

/** Terms of an article that look for candidates, and candidates that are scored in full: both keep the cost of an article flat. */
const searchTerms = 25
const scored = 12
/** Share of an article's 5-grams in an earlier text from which both tell the same story whatever their words weigh. */
const copied = 0.5
/** What shared actors and shared coded events add to the cosine of the words. */
const actorWeight = 0.05
const happeningWeight = 0.08
/** A story is retired when so many articles have passed since the last one that joined it; looked for every `sweep` articles. */
const retired = 50_000
const sweep = 5_000

/**
 * Groups articles into stories, one at a time in archive order (single-pass clustering as in topic detection and tracking; Allan 2002):
 * 1. an article half of whose text stands in an earlier article joins that article's story;
 * 2. stories that share its heaviest terms are candidates, from an inverted index;
 * 3. each candidate is scored: cosine of tf-idf vectors (less when the leads tell events of other kinds), shared actors, shared events;
 * 4. the best one is joined when its score passes a threshold that rises with the length of the text and the days between;
 * 5. otherwise the article founds a story, whose id is made from its own.
 * The result depends on nothing but the articles and their order; `restore` replays known assignments without scoring.
 */
export class StoryGrouper {
  readonly #weights: TermWeights
  /** By index; a story that was retired leaves a gap. */
  readonly #stories: (OpenStory | undefined)[] = []
  readonly #byId = new Map<string, number>()
  readonly #terms = new Postings<string>()
  readonly #copies = new CopyIndex()

  constructor(resources: StoryResources) {
    this.#weights = new TermWeights(resources)
  }

  /** `decide` may put the article into another story than the one that was found for it: that of a judgement. */
  add(features: StoryFeatures, decide: (story: string) => string = story => story): StoryAssignment {
    const terms = new Map(Object.entries(features.terms))
    const found = this.#place(features, terms)
    const story = decide(found.story)
    this.#take(features, terms, story)
    return story === found.story ? found : { ...found, story, joined: true, why: 'judgement' }
  }

  /** Takes an article whose story is known, as `add` would, without looking for it. */
  restore(features: StoryFeatures, story: string): void {
    this.#take(features, new Map(Object.entries(features.terms)), story)
  }

  #place(features: StoryFeatures, terms: Terms): StoryAssignment {
    const copy = this.#copies.closest(features)
    if (copy && copy.share >= copied) {
      const why = `shares ${Math.round(copy.share * 100)}% of its 5-word runs with ${copy.article}`
      return { story: copy.story, joined: true, score: copy.share, why }
    }
    const best = this.#bestCandidate(features, terms)
    if (!best) return this.#found(features, 0, 'no earlier story shares its telling words')
    const threshold = joinThreshold(features.words, best.gap)
    const story = this.#stories[best.index]!
    const compared = `${best.score.toFixed(3)} ${best.score >= threshold ? '>=' : '<'} ${threshold.toFixed(3)}`
    const shared = this.#sharedTerms(story, terms).join(', ')
    if (best.score < threshold)
      return this.#found(features, best.score, `closest story ${story.id}: ${compared}; shared: ${shared}`)
    return { story: story.id, joined: true, score: best.score, why: `${compared}; shared: ${shared}` }
  }

  #found(features: StoryFeatures, score: number, why: string): StoryAssignment {
    return { story: hashId('s', features.article), joined: false, score, why }
  }

  #bestCandidate(features: StoryFeatures, terms: Terms): Candidate | null {
    const length = lengthOf(terms, this.#weights)
    let best: Candidate | null = null
    for (const index of this.#candidates(terms)) {
      const story = this.#stories[index]!
      const score =
        story.leads.agreement(features.lead) * story.vector.cosine(terms, length, this.#weights) +
        actorWeight * overlap(Object.keys(features.actors), story.actors) +
        happeningWeight * overlap(features.happenings, story.happenings)
      const gap = daysBetween(features, story)
      const margin = score - joinThreshold(features.words, gap)
      if (!best || margin > best.score - joinThreshold(features.words, best.gap)) best = { index, score, gap }
    }
    return best
  }

  /** Stories that share the article's heaviest terms, the most promising first, in an order that does not depend on the index. */
  #candidates(terms: Terms): number[] {
    const weighed = [...terms].map(([term, weight]) => [term, weight * this.#weights.idf(term)] as const)
    weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    const promise = new Map<number, number>()
    for (const [term, weight] of weighed.slice(0, searchTerms))
      for (const index of this.#terms.of(term))
        if (this.#stories[index]) promise.set(index, (promise.get(index) ?? 0) + weight * weight)
    const ranked = [...promise].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return ranked.slice(0, scored).map(([index]) => index)
  }

  #sharedTerms(story: OpenStory, terms: Terms): string[] {
    const strength = (term: string) =>
      (terms.get(term) ?? 0) * (story.vector.terms.get(term) ?? 0) * this.#weights.idf(term) ** 2
    const shared = [...terms.keys()].filter(term => story.vector.terms.has(term))
    return shared.sort((a, b) => strength(b) - strength(a) || (a < b ? -1 : 1)).slice(0, 6)
  }

  #take(features: StoryFeatures, terms: Terms, id: string): void {
    const index = this.#byId.get(id) ?? this.#open(id)
    this.#stories[index]!.add(features, terms, this.#weights)
    for (const term of terms.keys()) this.#terms.add(term, index)
    this.#weights.count(terms.keys())
    this.#copies.add(features, id)
    if (this.#weights.articles % sweep === 0) this.#retire()
  }

  #open(id: string): number {
    const index = this.#stories.length
    this.#stories.push(new OpenStory(id))
    this.#byId.set(id, index)
    return index
  }

  /** Lets go of stories that no article joined for long, so that memory stays bounded; a copy may open one again. */
  #retire(): void {
    this.#stories.forEach((story, index) => {
      if (!story || this.#weights.articles - story.touched < retired) return
      this.#byId.delete(story.id)
      this.#stories[index] = undefined
    })
  }
}
