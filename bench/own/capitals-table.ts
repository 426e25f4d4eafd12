import { groundActors } from '../../src/grounding/actor/index.js'
import { parseText } from '../../src/language/index.js'
import { findMentions } from '../../src/mention/index.js'
import type { Actor, ActorGrounding, Mention } from '../../src/model/index.js'
import { loadActors } from '../../src/resources/actors.js'
import { loadLanguageResources } from '../../src/resources/language.js'
import { passage, readRows } from './read-rows.js'

interface Gold {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly means: 'government' | 'place'
  readonly country: string
}

interface Row {
  readonly id: string
  readonly text: string
  readonly mentions: readonly Gold[]
}

/** The mention of the name itself, not of a phrase around it. */
function mentionAt({ start, end }: Gold, mentions: readonly Mention[]): Mention | undefined {
  const width = ({ span }: Mention) => span[1] - span[0]
  return mentions
    .filter(({ span, kind }) => kind === 'name' && span[0] < end && start < span[1])
    .sort((a, b) => width(a) - width(b))[0]
}

/** Whether the actor stands for the government meant; `EU` are the bodies of the European Union. */
function stands(actor: Actor, country: string): boolean {
  return country === 'EU'
    ? actor.sectors.includes('EUR') || /european/i.test(actor.name)
    : actor.country === country
}

function isRight(gold: Gold, grounding: ActorGrounding | undefined): boolean {
  const actor = grounding?.actor ?? null
  // "the Lima Tigers": a club or court named after the city is no government.
  const named = actor?.kind === 'organisation' && actor.name.includes(gold.text)
  return gold.means === 'place' ? actor === null || named : actor !== null && stands(actor, gold.country)
}

const percent = (n: number, all: number): string => ((100 * n) / all).toFixed(1)

/** Scores the reading of capitals and seats: share read rightly as the government or as the place. Prints what is wrong when asked to. */
async function main(name: string, verbose: boolean): Promise<void> {
  const rows = readRows<Row>(name)
  const language = await loadLanguageResources({})
  const actors = loadActors()
  const tally = { government: [0, 0], place: [0, 0] }
  for (const row of rows) {
    const article = passage(row.id, row.text)
    const parsed = (await parseText(article, language)).records
    const mentions = findMentions(article, parsed, { actors }).records
    const groundings = groundActors(article, parsed, mentions, { actors }).records
    for (const gold of row.mentions) {
      const mention = mentionAt(gold, mentions.mentions)
      const grounding = groundings.find(each => each.mention === mention?.id)
      const right = isRight(gold, grounding)
      tally[gold.means][1]!++
      if (right) tally[gold.means][0]!++
      else if (verbose)
        console.log(
          `${row.id} ${gold.text}: ${gold.means} ${gold.country}, got ${grounding?.actor?.name ?? grounding?.reason ?? 'no mention'} (${grounding?.rule ?? ''})\n     ${row.text}`,
        )
    }
  }
  const { government, place } = tally
  const [right, all] = [government[0]! + place[0]!, government[1]! + place[1]!]
  console.log(
    `${name}: ${rows.length} sentences, ${all} mentions; right ${percent(right, all)}: government ${percent(government[0]!, government[1]!)}, place ${percent(place[0]!, place[1]!)}`,
  )
}

const sealed = process.argv.includes('--sealed')
await main(sealed ? 'capitals-sealed.jsonl' : 'capitals.jsonl', process.argv.includes('--verbose') && !sealed)
