import type { Article } from '../model/article.js'
import type { StageResult } from '../model/diagnostic.js'
import type { GroundedText } from '../model/grounded-text.js'
import type { Mentions } from '../model/mention.js'
import type { ParsedText } from '../model/parsed-text.js'
import { type ActorResources, groundActors } from './actor/index.js'
import { findPlaces, type PlaceResources } from './place/index.js'
import { findTimes, type TimeResources } from './time/index.js'

export { type ActorResources, cameoActorCode, groundActors } from './actor/index.js'

/** The tables of the three kinds of grounding. */
export interface GroundingResources {
  readonly actor: ActorResources
  readonly time: TimeResources
  readonly place: PlaceResources
}

/** Actors, times and places of a text: everything the claim and the event stage read. */
export function groundText(
  article: Article,
  parsed: ParsedText,
  mentions: Mentions,
  resources: GroundingResources,
): StageResult<GroundedText> {
  const actors = groundActors(article, parsed, mentions, resources.actor)
  const times = findTimes(article, parsed, resources.time)
  const places = findPlaces(article, parsed, resources.place)
  return {
    records: {
      article,
      parsed,
      mentions,
      actors: actors.records,
      times: times.records,
      places: places.records,
    },
    diagnostics: [...actors.diagnostics, ...times.diagnostics, ...places.diagnostics],
  }
}
