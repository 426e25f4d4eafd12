import { groundActors } from '../../src/grounding/actor/index.js'
import { parseText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { Actor, ActorGrounding, Mention } from '../../src/model/index.js'
import { loadActors } from '../../src/resources/actors.js'
import { loadLanguageResources } from '../../src/resources/language.js'
import { passage, readRows } from './read-rows.js'

/** A code, or the codes of every reading that counts; null: none. */
type Code = string | null | readonly (string | null)[]

/** One mention of a row: `actor: null` for words that name no actor here, `members` for a plural mention. */
interface Gold {
  readonly text: string
  readonly actor?: null
  readonly country?: Code
  readonly sector?: Code
  readonly members?: readonly string[]
}

interface Row {
  readonly id: string
  readonly text: string
  readonly published?: string
  readonly gold: readonly Gold[]
}

/** The mention whose head lies in the gold words (their last occurrence as a whole phrase that is a mention's). */
function mentionFor(
  row: Row,
  gold: Gold,
  mentions: readonly Mention[],
  heads: readonly number[],
): Mention | null {
  const pattern = new RegExp(
    `(?<![\\p{L}])${gold.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`,
    'gu',
  )
  for (const hit of row.text.matchAll(pattern)) {
    const [from, to] = [hit.index, hit.index + gold.text.length]
    const shared = (mention: Mention): number => {
      const both = Math.min(mention.span[1], to) - Math.max(mention.span[0], from)
      return both / (Math.max(mention.span[1], to) - Math.min(mention.span[0], from))
    }
    const best = mentions
      .filter(
        (mention, i) =>
          shared(mention) > 0 && (heads[i]! >= from || mention.kind === 'name') && heads[i]! < to,
      )
      .sort((a, b) => shared(b) - shared(a))[0]
    if (best) return best
  }
  return null
}

interface Verdict {
  readonly country: boolean
  readonly sector: boolean
  readonly got: string
}

const readings = (code: Code | undefined): readonly (string | null)[] =>
  Array.isArray(code) ? code : [(code as string | null | undefined) ?? null]

const holds = (actor: Actor, sector: string | null): boolean =>
  sector ? actor.sectors.includes(sector) : actor.sectors.length === 0 || actor.kind === 'government'

function judge(gold: Gold, grounding: ActorGrounding | null): Verdict {
  const got = grounding
    ? (grounding.members?.map(actor => actor.id).join(' + ') ??
      (grounding.actor
        ? `${grounding.actor.id} ${grounding.actor.country ?? ''} ${grounding.actor.sectors}`
        : `open (${grounding.reason})`))
    : 'no mention'
  if (gold.actor === null) return { country: !grounding?.actor, sector: !grounding?.actor, got }
  if (gold.members) {
    const countries = new Set(grounding?.members?.map(actor => actor.country))
    const right = gold.members.length === countries.size && gold.members.every(code => countries.has(code))
    return { country: right, sector: right, got }
  }
  const actor = grounding?.actor ?? null
  return {
    country: actor !== null && readings(gold.country).includes(actor.country ?? null),
    sector: actor !== null && readings(gold.sector).some(sector => holds(actor, sector)),
    got,
  }
}

type Score = Record<'mentions' | 'country' | 'sector' | 'both', number>

/** Scores actor grounding on a table of sentences: mentions with the right country, sector, and both. Prints what is wrong when asked to. */
async function scoreTable(name: string, verbose: boolean): Promise<Score> {
  const rows = readRows<Row>(name)
  const language = await loadLanguageResources({})
  const actors = loadActors()
  const score: Score = { mentions: 0, country: 0, sector: 0, both: 0 }
  for (const row of rows) {
    const article = passage(row.id, row.text, row.published)
    const parsed = (await parseText(article, language)).records
    const mentions = findMentions(article, parsed, { actors }).records
    const groundings = groundActors(article, parsed, mentions, { actors }).records
    const heads = mentions.mentions.map(
      mention => parsed.sentences[mention.sentence]!.tokens[mention.head]!.start,
    )
    for (const gold of row.gold) {
      const mention = mentionFor(row, gold, mentions.mentions, heads)
      const found = mention && groundings.find(grounding => grounding.mention === mention.id)
      const verdict = judge(gold, found ?? null)
      score.mentions++
      if (verdict.country) score.country++
      if (verdict.sector) score.sector++
      if (verdict.country && verdict.sector) score.both++
      else if (verbose)
        console.log(
          `${row.id} ${gold.text}: wanted ${JSON.stringify({ ...gold, text: undefined })}, got ${verdict.got}\n     ${row.text}`,
        )
    }
  }
  return score
}

/** Prints the score of each table, and of all together. */
async function main(names: readonly string[], verbose: boolean): Promise<void> {
  const all: Score = { mentions: 0, country: 0, sector: 0, both: 0 }
  const print = (name: string, score: Score): void => {
    const percent = (n: number): string => ((100 * n) / score.mentions).toFixed(1)
    console.log(
      `${name}: ${score.mentions} mentions; country ${percent(score.country)}, sector ${percent(score.sector)}, both ${percent(score.both)}`,
    )
  }
  for (const name of names) {
    const score = await scoreTable(name, verbose)
    print(name, score)
    for (const key of Object.keys(all) as (keyof Score)[]) all[key] += score[key]
  }
  print('all', all)
}

const development = ['actors.jsonl', 'actors-2.jsonl']
const sealed = ['actors-sealed.jsonl', 'actors-sealed-2.jsonl']
const isSealed = process.argv.includes('--sealed')
await main(isSealed ? sealed : development, process.argv.includes('--verbose') && !isSealed)
