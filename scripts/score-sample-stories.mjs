// usage: node scripts/score-sample-stories.mjs WORKSPACE [--quiet]   (after npm run build and synoptic code samples --workspace WORKSPACE)
// Compares the stories, copies, origins, events and disputes of a workspace with samples/gold.json.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const [workspace, flag] = process.argv.slice(2)
const quiet = flag === '--quiet'
const gold = JSON.parse(readFileSync('samples/gold.json', 'utf8'))
const records = kind =>
  execFileSync(process.execPath, ['dist/src/cli/main.js', 'export', kind, '--workspace', workspace], {
    maxBuffer: 2 ** 30,
  })
    .toString()
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

const fileOf = new Map(
  records('article').map(article => [article.id, article.uri.replace(/^.*samples\//, '')]),
)
const stories = records('story').map(story => ({ ...story, pages: story.articles.map(id => fileOf.get(id)) }))
const events = records('event')

const tally = {}
function count(what, right, miss) {
  tally[what] ??= [0, 0]
  tally[what][1]++
  if (right) tally[what][0]++
  else if (!quiet) console.log(`${what}: ${miss}`)
}

/** Events that at least one of the pages tells. */
const toldBy = pages =>
  events.filter(event =>
    event.accounts.some(one => one.mentions.length > 0 && pages.includes(fileOf.get(one.article))),
  )
const isParty = (actor, code) =>
  code === 'IGO:UNO' ? /united nations|guterres/i.test(`${actor.name} ${actor.id}`) : actor.country === code
const parties = event => [...event.actors, ...event.recipients]
const overlaps = (time, date) =>
  date === null ||
  (time !== null && (time.earliest ?? '') <= date.latest && (time.latest ?? '9999') >= date.earliest)

/** Prints how far an event of gold.json was found: its type, then its parties as well, then its day as well. */
function scoreEvent(wanted) {
  const types = [wanted.event, ...(wanted.accepted ?? [])]
  const codes = [...new Set([...wanted.actors, ...wanted.recipients])]
  const typed = toldBy(wanted.pages).filter(event => types.includes(event.event))
  const peopled = typed.filter(event =>
    codes.every(code => parties(event).some(actor => isParty(actor, code))),
  )
  const dated = peopled.filter(event => overlaps(event.time, wanted.date))
  count('event type', typed.length > 0, `${types.join('/')}: ${wanted.what}`)
  count('event type and parties', peopled.length > 0, `${codes.join(' ')}: ${wanted.what}`)
  count('event type, parties and day', dated.length > 0, `${wanted.date?.earliest}: ${wanted.what}`)
}

for (const wanted of gold.stories) {
  const own = stories.filter(story => story.pages.some(page => wanted.pages.includes(page)))
  count('story in one piece', own.length === 1, `${wanted.id} lies in ${own.length} stories`)
  count(
    'story without others',
    own.every(story => story.pages.every(page => wanted.pages.includes(page))),
    `${wanted.id} is mixed with others`,
  )
  for (const family of wanted.copies) {
    const found = own.some(story =>
      story.copies.some(copies => family.every(page => copies.map(id => fileOf.get(id)).includes(page))),
    )
    count('copy family whole', found, family.join(' '))
  }
  for (const event of wanted.events) scoreEvent(event)
  for (const dispute of wanted.disputes) {
    const pages = dispute.values.flatMap(value => value.pages)
    const found = toldBy(pages).some(event =>
      event.disputes.some(one => one.field === dispute.field && one.kind === dispute.kind),
    )
    count('dispute (field and kind)', found, `${dispute.field} ${dispute.kind}: ${dispute.of}`)
  }
}
const ofGold = gold.stories.flatMap(story =>
  story.disputes.map(dispute => `${dispute.field} ${dispute.kind}`),
)
const contradictions = events.flatMap(event =>
  event.disputes.filter(one => one.kind === 'contradiction').map(() => event.id),
)
for (const [what, [right, all]] of Object.entries(tally)) console.log(`${what.padEnd(28)} ${right} of ${all}`)
console.log(`${'events in all'.padEnd(28)} ${events.length}`)
console.log(
  `${'contradictions in all'.padEnd(28)} ${contradictions.length} (gold: ${ofGold.filter(one => one.endsWith('contradiction')).length})`,
)
