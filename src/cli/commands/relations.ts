import { eventWords } from '../../brief/wording.js'
import type { Event } from '../../model/index.js'
import {
  type Moved,
  moved,
  movedDefaults,
  network,
  type PairSeries,
  pairSeries,
  relateEvents,
  type WindowLength,
  windowLengths,
} from '../../relation/index.js'
import { loadCountryNames } from '../../resources/country-names.js'
import { readRecord, readRecords, type Workspace } from '../../store/index.js'
import {
  choiceValue,
  type ExitCode,
  type Invocation,
  numberValue,
  stringValue,
  UsageError,
  type WorkspaceCommand,
} from '../command.js'

const shownEvents = 3

const lengthOf = ({ values }: Invocation): WindowLength => choiceValue(values, 'by', windowLengths, 'month')

function check(invocation: Invocation): void {
  const { positionals, values } = invocation
  lengthOf(invocation)
  numberValue(values, 'baseline', 1, movedDefaults.baseline)
  if (positionals.length > 2) throw new UsageError('Name one or two countries, or none.')
  if ([values['moved'], values['network'], positionals.length > 0].filter(Boolean).length > 1)
    throw new UsageError('Choose one: a pair of countries, --moved or --network.')
}

/** Country codes by what users call them: ISO 3166 alpha-3 codes and names, in any case. */
function countryCode(text: string, names: ReadonlyMap<string, string>): string {
  const wanted = text.toLowerCase()
  for (const [code, name] of names)
    if (code.toLowerCase() === wanted || name.toLowerCase() === wanted) return code
  throw new UsageError(
    `There is no country "${text}". Use its name or its ISO code of three letters, like PRK.`,
  )
}

async function readEvents(workspace: Workspace): Promise<Event[]> {
  const events: Event[] = []
  for await (const line of readRecords(workspace.db, 'event')) {
    const { accounts: _, merges: __, disputes: ___, ...event } = JSON.parse(line) as Event
    events.push({ ...event, accounts: [], merges: [], disputes: [] })
  }
  return events
}

async function run(invocation: Invocation, workspace: Workspace): Promise<ExitCode> {
  const { context, positionals, values } = invocation
  const names = loadCountryNames()
  const codes = positionals.map(text => countryCode(text, names))
  const events = await readEvents(workspace)
  const words: Words = async id => eventWords((await readRecord<Event>(workspace.db, 'event', id))!)
  const length = lengthOf(invocation)
  const name = (code: string) => names.get(code) ?? code
  const answer = async (): Promise<{ data: unknown; text: string }> => {
    if (values['network']) {
      const data = network(events)
      return { data, text: networkText(data, name) }
    }
    if (values['moved']) {
      const window = stringValue(values, 'window')
      const baseline = numberValue(values, 'baseline', 1, movedDefaults.baseline)
      const data = moved(events, { ...movedDefaults, length, baseline, ...(window && { window }) })
      return { data, text: await movedText(data, length, name, words) }
    }
    if (codes.length === 2) {
      const data = pairSeries(events, codes[0]!, codes[1]!, length)
      return { data, text: await seriesText(data, name, words) }
    }
    const data = relateEvents(events, length).filter(
      ({ a, b }) => codes.length === 0 || a === codes[0] || b === codes[0],
    )
    return { data, text: pairsText(data, name) }
  }
  const { data, text } = await answer()
  await context.out.write(values['json'] ? `${JSON.stringify(data)}\n` : text)
  return 0
}

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)))
  const isNumber = rows[0]!.map((_, column) => rows.slice(1).every(row => /^-?[\d.]*$/.test(row[column]!)))
  return rows
    .map(row =>
      row
        .map((cell, column) =>
          isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n')
}

function pairsText(relations: ReturnType<typeof relateEvents>, name: (code: string) => string): string {
  const pairs = new Map<
    string,
    { a: string; b: string; cooperation: number; conflict: number; goldstein: number; windows: string[] }
  >()
  for (const { a, b, window, counts, goldstein } of relations) {
    const pair = pairs.get(`${a} ${b}`) ?? { a, b, cooperation: 0, conflict: 0, goldstein: 0, windows: [] }
    pair.cooperation += (counts.verbal_cooperation ?? 0) + (counts.material_cooperation ?? 0)
    pair.conflict += (counts.verbal_conflict ?? 0) + (counts.material_conflict ?? 0)
    pair.goldstein += goldstein
    if (window !== 'unknown') pair.windows.push(window)
    pairs.set(`${a} ${b}`, pair)
  }
  if (pairs.size === 0) return 'No events between countries.\n'
  const rows = [...pairs.values()]
    .sort(
      (x, y) =>
        y.cooperation + y.conflict - x.cooperation - x.conflict || (`${x.a}${x.b}` < `${y.a}${y.b}` ? -1 : 1),
    )
    .map(({ a, b, cooperation, conflict, goldstein, windows }) => [
      `${name(a)} to ${name(b)}`,
      String(cooperation),
      String(conflict),
      goldstein.toFixed(1),
      windows.length > 0 ? `${windows[0]} to ${windows.at(-1)}` : 'undated',
    ])
  return table([['pair', 'cooperation', 'conflict', 'Goldstein', 'windows'], ...rows])
}

/** An event in a sentence, by its id. */
type Words = (id: string) => Promise<string>

async function eventLines(ids: readonly string[], words: Words): Promise<string> {
  let lines = ''
  for (const id of ids.slice(0, shownEvents)) lines += `    ${id}  ${await words(id)}\n`
  return ids.length > shownEvents ? `${lines}    and ${ids.length - shownEvents} more\n` : lines
}

async function seriesText(series: PairSeries, name: (code: string) => string, words: Words): Promise<string> {
  const { a, b, windows, undated, ledgers, changes } = series
  if (Object.keys(ledgers).length === 0) return `No events between ${name(a)} and ${name(b)}.\n`
  const rows = windows.map(one => [
    one.window,
    String(one.cooperation),
    String(one.conflict),
    one.goldstein.toFixed(1),
  ])
  let text = `${name(a)} and ${name(b)}, both directions\n\n`
  text += table([['window', 'cooperation', 'conflict', 'Goldstein'], ...rows])
  if (undated.length > 0) text += `${undated.length} more without a window of their own.\n`
  for (const { window, before, after, events } of changes) {
    text += `\nFrom ${window} on: cooperation ${before.cooperation} to ${after.cooperation} a window, conflict ${before.conflict} to ${after.conflict}.\n`
    text += await eventLines(events, words)
  }
  for (const [ledger, ids] of Object.entries(ledgers))
    text += `\n${ledger}: ${ids.length}\n${await eventLines(ids, words)}`
  return text
}

async function movedText(
  found: readonly Moved[],
  length: WindowLength,
  name: (code: string) => string,
  words: Words,
): Promise<string> {
  if (found.length === 0) return 'Nothing moved beyond chance: no pair differs from what it was before.\n'
  let text = ''
  for (const { a, b, kind, direction, window, now, before, p, goldstein, events } of found) {
    const chance = p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`
    text += `${name(a)} and ${name(b)}: ${kind} ${direction} in ${window}, ${now} events where ${before} a ${length} were usual (p ${chance}); Goldstein ${goldstein.before} to ${goldstein.now}\n`
    text += await eventLines(events, words)
  }
  return text
}

function networkText(
  { nodes, modularity }: ReturnType<typeof network>,
  name: (code: string) => string,
): string {
  if (nodes.length === 0) return 'No events between countries.\n'
  const rows = nodes.map(node => [
    name(node.country),
    String(node.events),
    String(node.partners),
    node.betweenness.toFixed(3),
    String(node.community),
  ])
  return `${table([['country', 'events', 'partners', 'betweenness', 'community'], ...rows])}Modularity of the communities: ${modularity}\n`
}

export const relations: WorkspaceCommand = {
  workspace: 'opens',
  writes: false,
  options: [
    { name: 'by', value: 'LENGTH', text: 'day, week (ISO 8601) or month (default month)' },
    { name: 'moved', text: 'pairs whose dealings in the last window differ from before by more than chance' },
    { name: 'window', value: 'WINDOW', text: 'with --moved: another window, like 2017-11 or 2017-W47' },
    {
      name: 'baseline',
      value: 'N',
      text: `with --moved: windows to compare with (default ${movedDefaults.baseline})`,
    },
    { name: 'network', text: 'communities of countries that cooperate, and who stands between others' },
    { name: 'json', text: 'one JSON document instead of text' },
  ],
  details: `Without countries: all pairs, the busiest first; with one, its pairs; with two, the pair window by window with its ledgers (visits, sanctions,
trade, military, agreements, statements) and its change points. Counts are of reconciled events told as having happened, each once.`,
  check,
  examples: [
    'synoptic relations',
    'synoptic relations "North Korea" CUB --by week',
    'synoptic relations --moved --window 2017-11',
    'synoptic relations --network --json',
  ],
  run,
}
