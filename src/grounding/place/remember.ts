import type { Gazetteer, GazetteerPlace } from './gazetteer.js'

/** A gazetteer that remembers its answers, for one text: its names come again and again. */
export function remember(gazetteer: Gazetteer): Gazetteer {
  const found = new Map<string, readonly GazetteerPlace[]>()
  const begun = new Map<string, boolean>()
  return {
    find(key) {
      const known = found.get(key)
      if (known) return known
      const places = gazetteer.find(key)
      found.set(key, places)
      return places
    },
    begins(prefix) {
      const known = begun.get(prefix)
      if (known !== undefined) return known
      const begins = gazetteer.begins(prefix)
      begun.set(prefix, begins)
      return begins
    },
  }
}
