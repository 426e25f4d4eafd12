import type { GazetteerPlace } from './gazetteer.js'
import { weights } from './weights.js'

/** Size of a cell in degrees: places in the same or a neighbouring cell are within reach of each other (60 to 160 km). */
const cellSize = 0.75

const cellOf = (degrees: number) => Math.floor(degrees / cellSize)
const code = (row: number, column: number) => row * 1000 + column

/**
 * Where the readings of a text's names gather. A town of a common name is likely the one near which other names of the text have readings too:
 * three names that all have a place in western Tennessee speak for Paris, Tennessee. Names with many readings count less, for they gather anywhere.
 */
export class Company {
  readonly #cells = new Map<number, Map<string, number>>()

  /** Adds the readings of one name, with the weight of the name. */
  add(key: string, places: readonly GazetteerPlace[], weight: number): void {
    const local = places.filter(
      place => place.kind !== 'country' && place.kind !== 'continent' && place.kind !== 'area',
    )
    const share = weight / Math.max(1, local.length) ** weights.companyRarity
    for (const place of local) {
      const cell = code(cellOf(place.lat), cellOf(place.lon))
      const names = this.#cells.get(cell) ?? new Map<string, number>()
      names.set(key, share)
      this.#cells.set(cell, names)
    }
  }

  /** Weight of the other names that have a reading near a place. */
  near(place: GazetteerPlace, key: string): number {
    const [row, column] = [cellOf(place.lat), cellOf(place.lon)]
    const best = new Map<string, number>()
    for (let r = row - 1; r <= row + 1; r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        for (const [name, weight] of this.#cells.get(code(r, c)) ?? [])
          if (name !== key) best.set(name, weight)
      }
    }
    let sum = 0
    for (const weight of best.values()) sum += weight
    return sum
  }
}
