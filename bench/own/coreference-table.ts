import { parseText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { Mention, Span } from '../../src/model/index.js'
import { loadActors } from '../../src/resources/actors.js'
import { loadLanguageResources } from '../../src/resources/language.js'
import { passage, readRows } from './read-rows.js'

interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Link extends Place {
  readonly antecedent?: Place
  readonly antecedents?: readonly Place[]
  readonly kind: string
}

interface Row {
  readonly id: string
  readonly text: string
  readonly links: readonly Link[]
  readonly unlinkable: readonly Place[]
}

/** A mention and where its head word stands. */
interface Placed {
  readonly mention: Mention
  readonly head: Span
}

/** The mention whose head lies in the gold words, and whose own words overlap them most. */
function mentionAt(place: Place, placed: readonly Placed[]): Mention | null {
  const shared = ({ mention: { span } }: Placed): number =>
    (Math.min(span[1], place.end) - Math.max(span[0], place.start)) /
    (Math.max(span[1], place.end) - Math.min(span[0], place.start))
  const inside = placed.filter(
    one =>
      shared(one) > 0 &&
      (one.mention.kind === 'name' || (one.head[0] >= place.start && one.head[1] <= place.end)),
  )
  return inside.sort((a, b) => shared(b) - shared(a))[0]?.mention ?? null
}

/** What the system made of an anaphor: the chains it stands for. None where it was left open. */
function chainsOf(mention: Mention, all: readonly Mention[]): ReadonlySet<number> {
  const byId = new Map(all.map(other => [other.id, other]))
  const chain = all.filter(other => other.chain === mention.chain)
  const members = chain.flatMap(other => other.members ?? []).map(id => byId.get(id)!.chain)
  if (members.length > 0) return new Set(members)
  // A mention that only later ones rest on was left open itself.
  const rests = mention.antecedent !== undefined || chain.some(other => other.span[0] < mention.span[0])
  return new Set(rests ? [mention.chain] : [])
}

interface Count {
  gold: number
  linked: number
  right: number
}

const percent = (part: number, whole: number): string => (whole ? ((100 * part) / whole).toFixed(1) : '-')

function print(name: string, { gold, linked, right }: Count): void {
  const figures = [String(gold), percent(right, linked), percent(right, gold)]
  console.log(name.padEnd(14) + figures.map(figure => figure.padStart(9)).join(''))
}

/**
 * Scores coreference on marked passages: precision is the share of right ones among the gold anaphora (open ones too) that were
 * linked to something, recall the share of gold links found. A plural counts when exactly its antecedents were taken together.
 */
async function main(name: string, verbose: boolean): Promise<void> {
  const rows = readRows<Row>(name)
  const language = await loadLanguageResources({})
  const actors = loadActors()
  const counts = new Map<string, Count>()
  const count = (kind: string): Count => {
    if (!counts.has(kind)) counts.set(kind, { gold: 0, linked: 0, right: 0 })
    return counts.get(kind)!
  }
  for (const row of rows) {
    const article = passage(row.id, row.text)
    const parsed = (await parseText(article, language)).records
    const { mentions } = findMentions(article, parsed, { actors }).records
    const placed = mentions.map(mention => {
      const { start, end } = parsed.sentences[mention.sentence]!.tokens[mention.head]!
      return { mention, head: [start, end] as const }
    })
    const judge = (anaphor: Place, wanted: readonly Place[], kind: string): void => {
      const mention = mentionAt(anaphor, placed)
      const found = mention ? chainsOf(mention, mentions) : new Set<number>()
      const gold = wanted.map(place => mentionAt(place, placed)?.chain ?? -1)
      const right =
        gold.length > 0 && found.size === new Set(gold).size && gold.every(chain => found.has(chain))
      for (const one of [count(kind), count('all')]) {
        if (gold.length > 0) one.gold++
        if (found.size > 0) one.linked++
        if (right) one.right++
      }
      if (!verbose || right || (gold.length === 0 && found.size === 0)) return
      const rule =
        mention?.antecedent?.rule ?? (mention?.members ? 'members' : mention ? 'none' : 'no mention')
      const got = mentions
        .filter(other => found.has(other.chain) && other !== mention)
        .map(other => other.text)
      console.log(
        `${row.id} ${kind} "${anaphor.text}" wanted ${wanted.map(place => place.text).join(' + ') || 'nothing'}, got ${got.join(' | ') || 'nothing'} (${rule})\n     ${row.text}`,
      )
    }
    for (const link of row.links) judge(link, link.antecedents ?? [link.antecedent!], link.kind)
    for (const open of row.unlinkable) judge(open, [], 'left open')
  }
  console.log(`${name}: ${rows.length} passages\n${'kind'.padEnd(14)}     gold        P        R`)
  for (const [kind, figures] of [...counts].sort(([a], [b]) =>
    a === 'all' ? 1 : b === 'all' ? -1 : a.localeCompare(b),
  ))
    if (kind === 'left open') console.log(`left open: ${figures.linked} linked all the same`)
    else print(kind, figures)
}

const sealed = process.argv.includes('--sealed')
await main(
  sealed ? 'coreference-sealed.jsonl' : 'coreference.jsonl',
  process.argv.includes('--verbose') && !sealed,
)
