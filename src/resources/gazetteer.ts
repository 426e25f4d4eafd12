import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Gazetteer, GazetteerPlace, PlaceKind, PlaceResources } from '../grounding/place/index.js'
import { PackedLines } from './packed-lines.js'
import { packageRoot } from './root.js'

const encoder = new TextEncoder()

interface Header {
  readonly format: number
  readonly kinds: readonly PlaceKind[]
  readonly countries: readonly string[]
  readonly regions: readonly string[]
  readonly sections: readonly (readonly [name: string, length: number])[]
}

/** Sections of the packed file, each at a multiple of four bytes. */
function sectionsOf(bytes: Buffer): { header: Header; section: (name: string) => Buffer } {
  const end = bytes.indexOf(10)
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header
  if (header.format !== 1)
    throw new Error(`gazetteer.bin.gz has format ${header.format}, this code reads format 1.`)
  const found = new Map<string, Buffer>()
  let at = end + 1
  for (const [name, length] of header.sections) {
    found.set(name, bytes.subarray(at, at + length))
    at += Math.ceil(length / 4) * 4
  }
  return { header, section: name => found.get(name)! }
}

const numbers = (bytes: Buffer, Kind: typeof Uint32Array | typeof Int32Array | typeof Uint16Array) =>
  new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength / Kind.BYTES_PER_ELEMENT)

/** Opens a packed gazetteer (see scripts/gazetteer/pack.mjs for the form); names and numbers stay packed until a place is asked for. */
export function openGazetteer(packed: Uint8Array): Gazetteer {
  const { header, section } = sectionsOf(gunzipSync(packed))
  const [first, postings, geonames] = ['first', 'postings', 'geonames'].map(name =>
    numbers(section(name), Uint32Array),
  )
  const [lat, lon] = ['lat', 'lon'].map(name => numbers(section(name), Int32Array))
  const [region, country] = ['region', 'country'].map(name => numbers(section(name), Uint16Array))
  const [kind, level] = [section('kind'), section('level')]
  const keys = new PackedLines(section('keys'), first!.length - 1)
  const names = new PackedLines(section('names'), kind.length)
  const placeAt = (id: number): GazetteerPlace => ({
    id,
    name: names.at(id),
    kind: header.kinds[kind[id]!]!,
    country: header.countries[country![id]!]!,
    region: header.regions[region![id]!]!,
    lat: lat![id]! / 1e4,
    lon: lon![id]! / 1e4,
    population: level[id] === 0 ? 0 : Math.round(100 * 2 ** ((level[id]! - 1) / 10)),
    ...(geonames![id] ? { geonames: geonames![id]! } : {}),
  })
  return {
    find(key) {
      const bytes = encoder.encode(key)
      const at = keys.lowerBound(bytes)
      return keys.equals(at, bytes)
        ? Array.from(postings!.subarray(first![at]!, first![at + 1]!), placeAt)
        : []
    },
    begins(prefix) {
      const bytes = encoder.encode(prefix)
      return keys.beginsWith(keys.lowerBound(bytes), bytes)
    },
  }
}

const lines = (root: string, name: string) =>
  readFileSync(join(root, 'data/places', name), 'utf8')
    .trim()
    .split('\n')

/** Loads gazetteer, abbreviations and word lists from `data/places`. */
export function loadGazetteer(root: string = packageRoot): PlaceResources {
  const abbreviations = new Map(
    lines(root, 'abbreviations.csv')
      .slice(1)
      .map(line => {
        const [text, key, region] = line.split(',') as [string, string, string]
        return [text, { key, region }]
      }),
  )
  const domains = new Map(
    lines(root, 'domains.csv')
      .slice(1)
      .map(line => line.split(',') as [string, string]),
  )
  const words = (name: string) => new Set(lines(root, name).filter(line => !line.startsWith('#')))
  return {
    gazetteer: openGazetteer(readFileSync(join(root, 'data/places/gazetteer.bin.gz'))),
    abbreviations,
    domains,
    words: { common: words('common-words.txt'), given: words('given-names.txt') },
  }
}
