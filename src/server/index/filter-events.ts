import type { EventSummary } from '../views/schemas.js'

/** What a list of events can be narrowed by; all that is given must hold. */
export interface EventFilter {
  readonly event?: string | undefined
  readonly quad?: string | undefined
  readonly story?: string | undefined
  readonly actor?: string | undefined
  readonly place?: string | undefined
  /** Countries that take part, on either side. */
  readonly country?: readonly string[]
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const partsOf = (filter: EventFilter): ((event: EventSummary) => boolean)[] => {
  const { event: name, quad, story, actor, place, country = [], from, to } = filter
  return [
    ...(name ? [(event: EventSummary) => event.event === name] : []),
    ...(quad ? [(event: EventSummary) => event.quad === quad] : []),
    ...(story ? [(event: EventSummary) => event.story === story] : []),
    ...(actor
      ? [(event: EventSummary) => event.actors.includes(actor) || event.recipients.includes(actor)]
      : []),
    ...(place ? [(event: EventSummary) => event.place?.name === place] : []),
    ...country.map(code => (event: EventSummary) => event.a.includes(code) || event.b.includes(code)),
    ...(from ? [(event: EventSummary) => (event.time?.latest ?? event.time?.earliest ?? '') >= from] : []),
    ...(to ? [(event: EventSummary) => (event.time?.earliest ?? event.time?.latest ?? '9999') <= to] : []),
  ]
}

/** Whether an event passes; made once for a whole list. */
export function eventTest(filter: EventFilter): (event: EventSummary) => boolean {
  const parts = partsOf(filter)
  return event => parts.every(part => part(event))
}
