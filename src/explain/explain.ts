import type {
  Article,
  Claim,
  Diagnostic,
  Event,
  EventMention,
  Judgement,
  Participant,
  Relation,
  Story,
  Time,
} from '../model/index.js'
import { type Database, readFailures, readRecord } from '../store/index.js'

/** One step of an explanation: a line of text, and what it rests on below it. */
export interface Explanation {
  readonly text: string
  readonly because: readonly Explanation[]
}

const leaf = (text: string): Explanation => ({ text, because: [] })
const node = (text: string, because: readonly Explanation[]): Explanation => ({ text, because })
const at = (article: string, span: readonly [number, number] | null | undefined) =>
  span ? `${article} [${span[0]}, ${span[1]})` : article

function explainTime(time: Time | null): Explanation[] {
  if (!time) return [leaf('time: not stated in the clause')]
  const days =
    time.earliest === time.latest
      ? (time.earliest ?? 'not settled')
      : `${time.earliest ?? '...'} to ${time.latest ?? '...'}`
  const candidates = time.candidates?.length
    ? `; candidates ${time.candidates.map(c => `${c.earliest ?? '...'} to ${c.latest ?? '...'}`).join(', ')}`
    : ''
  return [
    node(
      `time: ${days}${time.value ? ` (${time.value})` : ''}, ${time.basis}${candidates}`,
      time.evidence.map(({ article, span }) =>
        leaf(
          span ? `at ${at(article, span)}${time.text ? ` "${time.text}"` : ''}` : `metadata of ${article}`,
        ),
      ),
    ),
  ]
}

function explainParticipant(
  role: string,
  article: string,
  { text, span, via, actor, resolved }: Participant,
): Explanation {
  const words = span
    ? `"${text}" at ${at(article, span)}`
    : `taken over by ellipsis${via ? ` from ${at(article, via)}` : ''}`
  const facts = [actor.kind, actor.country, ...actor.sectors, ...actor.roles.map(r => r.title)]
    .filter(Boolean)
    .join(', ')
  return node(
    `${role}: ${actor.name} (${actor.id}; ${facts}) from ${words}`,
    resolved
      ? [
          leaf(`resolved by: ${resolved.rule} (${resolved.score})`),
          ...(resolved.rivals ?? []).map(({ id, name, score }) => leaf(`rival: ${name} (${id}, ${score})`)),
        ]
      : [],
  )
}

async function explainArticle(db: Database, article: Article): Promise<Explanation> {
  const capture = await db
    .selectFrom('capture')
    .selectAll()
    .where('id', '=', article.capture)
    .executeTakeFirst()
  const document = await db
    .selectFrom('document')
    .select('diagnostics')
    .where('article', '=', article.id)
    .executeTakeFirst()
  const diagnostics = JSON.parse(document?.diagnostics ?? '[]') as Diagnostic[]
  return node(`article ${article.id}: ${article.title ?? 'untitled'} (${article.uri})`, [
    ...Object.entries(article.basis).map(([field, rule]) => leaf(`${field}: ${rule}`)),
    leaf(`language: ${article.language}${article.truncated ? '; the text is cut off' : ''}`),
    node(
      `${article.removed.length} pieces cut`,
      article.removed.map(({ text, reason }) =>
        leaf(`${reason}: ${text.replace(/\s+/g, ' ').slice(0, 100)}`),
      ),
    ),
    node(
      `${diagnostics.length} notes`,
      diagnostics.map(({ stage, code, message, span }) =>
        leaf(`${stage}: ${code}: ${message}${span ? ` at [${span[0]}, ${span[1]})` : ''}`),
      ),
    ),
    leaf(
      capture
        ? `capture ${capture.id}: ${capture.file} at byte ${capture.offset}`
        : `capture ${article.capture}`,
    ),
  ])
}

const origin = async (db: Database, id: string): Promise<Explanation> => {
  const article = await readRecord<Article>(db, 'article', id)
  return article
    ? leaf(`in ${article.uri}: ${article.title ?? 'untitled'} (explain ${id})`)
    : leaf(`in ${id}`)
}

async function explainMention(db: Database, mention: EventMention): Promise<Explanation> {
  const article = await readRecord<Article>(db, 'article', mention.article)
  const sentence = article?.text.slice(mention.sentence[0], mention.sentence[1]) ?? ''
  return node(
    `mention ${mention.id}: ${mention.event}${mention.mode ? ` ${mention.mode}` : ''} (${mention.cameo}), ${mention.factuality}`,
    [
      leaf(`sentence at ${at(mention.article, mention.sentence)}: ${sentence}`),
      leaf(
        `trigger: "${mention.trigger.text}" at ${at(mention.article, mention.trigger.span)}, frame ${mention.rule}`,
      ),
      ...mention.actors.map(p => explainParticipant('actor', mention.article, p)),
      ...mention.recipients.map(p => explainParticipant('recipient', mention.article, p)),
      ...explainTime(mention.time),
      ...(mention.place
        ? [
            leaf(
              `place: ${mention.place.name} from "${mention.place.text}" at ${at(mention.article, mention.place.span)}`,
            ),
          ]
        : []),
      leaf(
        mention.holder === 'outlet' ? 'held by the outlet' : `held by the speaker of claim ${mention.holder}`,
      ),
      await origin(db, mention.article),
    ],
  )
}

async function explainClaim(db: Database, claim: Claim): Promise<Explanation> {
  return node(`claim ${claim.id}: ${claim.content.text}`, [
    leaf(
      claim.speaker
        ? `speaker: "${claim.speaker.text}" at ${at(claim.article, claim.speaker.span)}${claim.speaker.actor ? ` = ${claim.speaker.actor.name} (${claim.speaker.actor.id})` : ', not resolved'}`
        : 'speaker: not named',
    ),
    leaf(
      claim.cue
        ? `cue: "${claim.cue.text}" at ${at(claim.article, claim.cue.span)}, ${claim.stance}, rule ${claim.rule}`
        : `no cue, rule ${claim.rule}`,
    ),
    ...claim.content.spans.map(span =>
      leaf(`content at ${at(claim.article, span)}${claim.quoted ? ', quoted' : ''}`),
    ),
    ...claim.chain.map(link =>
      leaf(`through ${link.name} (${link.kind})${link.span ? ` at ${at(claim.article, link.span)}` : ''}`),
    ),
    await origin(db, claim.article),
  ])
}

function explainJudgement(id: string, judgements: readonly Judgement[]): Explanation {
  const known = judgements.find(judgement => judgement.id === id)
  if (!known) return leaf(`judgement ${id}`)
  const { at: made, kind, value, note } = known
  const what = kind === 'correct' ? ` ${JSON.stringify(value)}` : ''
  return leaf(`judgement ${id} of ${made.slice(0, 10)}: ${kind}${what}${note ? ` (${note})` : ''}`)
}

async function explainEvent(
  db: Database,
  event: Event,
  judgements: readonly Judgement[],
): Promise<Explanation> {
  const accounts = []
  for (const account of event.accounts) {
    const mentions = []
    for (const id of account.mentions) {
      const mention = await readRecord<EventMention>(db, 'mention', id)
      if (mention) mentions.push(await explainMention(db, mention))
    }
    const standing = Object.entries(account.standing)
      .map(([field, value]) => `${field} ${value}`)
      .join(', ')
    accounts.push(
      node(
        `account of ${account.outlet} (${account.article}), origin ${account.origin}${standing ? `: ${standing}` : ''}`,
        mentions,
      ),
    )
  }
  return node(
    `event ${event.id}: ${event.event}${event.mode ? ` ${event.mode}` : ''} (${event.cameo}), ${event.factuality}`,
    [
      leaf(
        `${event.counts.articles} articles, ${event.counts.outlets} outlets, ${event.counts.origins} origins`,
      ),
      ...explainTime(event.time),
      ...(event.names ?? []).map(({ mention, text, span, actor, why, evidence }) =>
        node(
          `"${text}" [${span[0]}, ${span[1]}) of ${mention} is ${actor}: ${why}`,
          evidence.map(one => leaf(`introduced at ${at(one.article, one.span)}`)),
        ),
      ),
      ...(event.conflicts ?? []).map(({ text, evidence }) =>
        node(
          `contradiction in time: ${text}`,
          evidence.map(one => leaf(`at ${at(one.article, one.span)}`)),
        ),
      ),
      node(
        'merged',
        event.merges.map(({ mention, why, score }) => leaf(`${mention}: ${why} (${score})`)),
      ),
      ...(event.judgements ?? []).map(id => explainJudgement(id, judgements)),
      ...event.disputes.map(({ field, kind, values }) =>
        node(
          `dispute on ${field} (${kind})`,
          values.map(({ value, statements }) =>
            leaf(`${value}: ${statements.map(s => `"${s.text}" at ${at(s.article, s.span)}`).join('; ')}`),
          ),
        ),
      ),
      ...accounts,
    ],
  )
}

/** Where a stretch stands that an article has from another, and where it stands there. */
const places = ({ article, span, source }: Story['origins'][number]['evidence'][number]): string =>
  span && source ? ` at ${at(article, span)}, there at ${at(source.article, source.span)}` : ''

function explainStory(story: Story): Explanation {
  return node(`story ${story.id}: ${story.title}`, [
    ...story.articles.map(id => leaf(`article ${id}`)),
    ...story.copies.map(family => leaf(`copies: ${family.join(', ')}`)),
    ...story.origins.map(o =>
      node(
        `origin ${o.name} (${o.kind})`,
        o.evidence.map(e => leaf(`${e.article}: ${e.why}${e.text ? ` "${e.text}"` : ''}${places(e)}`)),
      ),
    ),
  ])
}

const explainRelation = (relation: Relation): Explanation =>
  node(
    `relation ${relation.id}: ${relation.a} towards ${relation.b}, ${relation.window}: Goldstein ${relation.goldstein}`,
    relation.events.map(id => leaf(`event ${id}`)),
  )

/**
 * The chain from a record to the characters of the page it rests on. `id` is the id of any record, or the address of a document.
 * Null when nothing of that name is known.
 */
export async function explain(
  db: Database,
  id: string,
  judgements: readonly Judgement[] = [],
): Promise<Explanation | null> {
  const event = await readRecord<Event>(db, 'event', id)
  if (event) return await explainEvent(db, event, judgements)
  const mention = await readRecord<EventMention>(db, 'mention', id)
  if (mention) return await explainMention(db, mention)
  const claim = await readRecord<Claim>(db, 'claim', id)
  if (claim) return await explainClaim(db, claim)
  const story = await readRecord<Story>(db, 'story', id)
  if (story) return explainStory(story)
  const relation = await readRecord<Relation>(db, 'relation', id)
  if (relation) return explainRelation(relation)
  const byUri = await db.selectFrom('article').select('id').where('uri', '=', id).executeTakeFirst()
  const article = await readRecord<Article>(db, 'article', byUri?.id ?? id)
  if (article) return await explainArticle(db, article)
  const failures = (await readFailures(db)).map(
    line => JSON.parse(line) as { uri: string; stage: string; code: string; message: string },
  )
  const own = failures.filter(failure => failure.uri === id)
  return own.length > 0
    ? node(
        `document ${id} failed`,
        own.map(f => leaf(`${f.stage}: ${f.message} (${f.code})`)),
      )
    : null
}

/** The explanation as indented lines. */
export function explanationText({ text, because }: Explanation, depth = 0): string {
  return [`${'  '.repeat(depth)}${text}`, ...because.map(child => explanationText(child, depth + 1))].join(
    '\n',
  )
}
