import type { Dyad } from '../coded.js'
import { codedRecords, dyadsOf, isHeld } from '../coded.js'
import type { Names } from '../names.js'
import type { ExportSource } from '../source.js'
import { numberOf } from '../values.js'

/** One row of the event table: one event between one actor and one recipient. */
export interface GdeltRow {
  readonly dyad: Dyad
  readonly id: number
  readonly names: Names
}

/** Rows of events told as having happened, ordered by the event's id. */
export async function* gdeltRows(source: ExportSource): AsyncGenerator<GdeltRow> {
  for await (const coded of codedRecords('event', source)) {
    if (!isHeld(coded)) continue
    for (const dyad of dyadsOf(coded)) {
      const id = numberOf(coded.id, dyad.actor?.actor.id ?? '', dyad.recipient?.actor.id ?? '')
      yield { dyad, id, names: source.names }
    }
  }
}
