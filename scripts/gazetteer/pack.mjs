/** Reads a small CSV with quoted fields into records. */
export function readTable(text) {
  const rows = text
    .trim()
    .split('\n')
    .map(line => {
      return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(match =>
        match[1].replace(/^"|"$/g, '').replaceAll('""', '"'),
      )
    })
  const [head, ...body] = rows
  return body.map(row => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}

/** Search key of a name; the same as `placeKey` of src/grounding/place/place-key.ts, compared by a test. */
export function placeKey(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/Æ/g, 'Ae')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/['’‘`ʼʻ′.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^st /, 'saint ')
    .replace(/^mt /, 'mount ')
    .replace(/^ft /, 'fort ')
    .replace(/^the /, '')
}

/** True for an alternate name in Latin letters that a news text may use: no codes, no lower-case words, no long official forms. */
export function mainPart(name) {
  return (
    /^\p{Lu}[\p{Script=Latin}\p{M}' -]{3,}$/u.test(name) &&
    name !== name.toUpperCase() &&
    name.split(' ').length <= 4
  )
}

export const kinds = [
  'country',
  'capital',
  'city',
  'district',
  'region',
  'county',
  'water',
  'landmark',
  'area',
  'continent',
  'base',
]

/** Population in a byte: 0 none, else 1 + 10 log2(population / 100), at most 255. */
const level = population =>
  population < 100 ? 0 : Math.min(255, 1 + Math.round(10 * Math.log2(population / 100)))

/**
 * Binary form: a JSON header line with the lengths of the sections, then the sections: keys (sorted, joined by line feeds), display names (joined),
 * first posting of every key, postings (place indices), lat and lon (1e-4 degrees), geonames ids, country and region indices, kind, level.
 */
export function packGazetteer(places) {
  const countries = [...new Set(places.map(place => place.country))].sort()
  const regions = [...new Set(places.map(place => place.region))].sort()
  const index = new Map()
  places.forEach((place, id) => {
    for (const name of place.names) {
      const key = placeKey(name)
      if (key.length < 2) continue
      if (!index.has(key)) index.set(key, new Set())
      index.get(key).add(id)
    }
  })
  // Sorted by their bytes, as the reader searches them.
  const keys = [...index.keys()]
    .map(key => Buffer.from(key))
    .sort(Buffer.compare)
    .map(String)
  const first = new Uint32Array(keys.length + 1)
  const postings = []
  keys.forEach((key, i) => {
    first[i] = postings.length
    postings.push(...index.get(key))
  })
  first[keys.length] = postings.length
  const sections = {
    keys: Buffer.from(keys.join('\n')),
    names: Buffer.from(places.map(place => place.name).join('\n')),
    first: Buffer.from(first.buffer),
    postings: Buffer.from(Uint32Array.from(postings).buffer),
    lat: Buffer.from(Int32Array.from(places, place => Math.round(place.lat * 1e4)).buffer),
    lon: Buffer.from(Int32Array.from(places, place => Math.round(place.lon * 1e4)).buffer),
    geonames: Buffer.from(Uint32Array.from(places, place => place.geonames).buffer),
    region: Buffer.from(Uint16Array.from(places, place => regions.indexOf(place.region)).buffer),
    country: Buffer.from(Uint16Array.from(places, place => countries.indexOf(place.country)).buffer),
    kind: Buffer.from(Uint8Array.from(places, place => kinds.indexOf(place.kind)).buffer),
    level: Buffer.from(Uint8Array.from(places, place => level(place.population)).buffer),
  }
  const padded = Object.entries(sections).map(([name, bytes]) => [
    name,
    bytes.length,
    Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]),
  ])
  const header = JSON.stringify({
    format: 1,
    places: places.length,
    kinds,
    countries,
    regions,
    sections: padded.map(([name, length]) => [name, length]),
  })
  const head = Buffer.from(`${header}\n`)
  const filled = Buffer.concat([
    head.subarray(0, -1),
    Buffer.alloc((4 - (head.length % 4)) % 4, ' '),
    Buffer.from('\n'),
  ])
  return Buffer.concat([filled, ...padded.map(([, , bytes]) => bytes)])
}
