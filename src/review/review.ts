import {
  type Anchor,
  type Article,
  type EventMention,
  type Judgement,
  type JudgementKind,
  judgementKinds,
  SynopticError,
} from '../model/index.js'
import { reconcileCorpus } from '../pipeline/corpus.js'
import { activeJudgements, Judged, resolveAnchor } from '../pipeline/judged.js'
import { regroupStories } from '../pipeline/regroup.js'
import {
  appendJudgement,
  type Database,
  markStories,
  readJudgements,
  readRecord,
  type Workspace,
} from '../store/index.js'
import type { StoryResources } from '../story/index.js'
import { hashId } from '../text/hash.js'
import { anchorsOf } from './anchors.js'

/** What an analyst decides: the kind, the ids of the records it is about (see `Judgement`), and for a correction its value. */
export interface Decision {
  readonly kind: JudgementKind
  readonly ids: readonly string[]
  readonly value?: unknown
  readonly note?: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Who decides, as they call themselves. */
  readonly by?: string
}

const minimum: Readonly<Record<JudgementKind, number>> = {
  merge: 2,
  split: 2,
  same: 2,
  different: 2,
  accept: 1,
  correct: 1,
  reject: 1,
  undo: 1,
}
/** Prefixes of ids that a kind of judgement takes, first and following. */
const takes: Readonly<Record<JudgementKind, readonly [RegExp, RegExp]>> = {
  merge: [/^[es]_/, /^[es]_/],
  split: [/^[es]_/, /^[ma]_/],
  same: [/^m_/, /^m_/],
  different: [/^m_/, /^m_/],
  accept: [/^[em]_/, /^[em]_/],
  correct: [/^e_/, /^e_/],
  reject: [/^[em]_/, /^[em]_/],
  undo: [/^j_/, /^j_/],
}

export const isJudgementKind = (text: string): text is JudgementKind =>
  (judgementKinds as readonly string[]).includes(text)

/** Throws SYN_JUDGEMENT for ids that a judgement cannot be about. */
function check({ kind, ids }: Decision): void {
  const [first, others] = takes[kind]
  const fits = ids.every((id, i) => (i === 0 ? first : others).test(id))
  const mixed =
    new Set(ids.map(id => (/^[ema]/.test(id) && !id.startsWith('a_') ? 'event' : 'story'))).size > 1
  if (ids.length < minimum[kind] || !fits || (kind !== 'undo' && mixed))
    throw new SynopticError(
      'SYN_JUDGEMENT',
      `"${kind}" cannot be said of ${ids.join(' ') || 'nothing'}; see synoptic review --help.`,
    )
}

async function anchorFor({ db, dir }: Workspace, { kind, ids }: Decision): Promise<Anchor> {
  if (kind !== 'undo') return await anchorsOf(db, ids, kind === 'reject')
  const known = activeJudgements(readJudgements(dir)).some(({ id }) => id === ids[0])
  if (!known) throw new SynopticError('SYN_NO_RECORD', `There is no judgement ${ids[0]} that counts.`)
  return { judgement: ids[0]! }
}

const articlesOf = ({ mentions = [], articles = [] }: Anchor): string[] => [
  ...mentions.map(({ article }) => article),
  ...articles.map(({ article }) => article),
]

/**
 * Writes a decision to the log of the workspace, on the disk before anything else, then works out again what it touches. Returns the
 * judgement. Throws SYN_NO_RECORD for ids that the workspace does not know, SYN_JUDGEMENT for a decision that makes no sense.
 */
export async function judge(
  workspace: Workspace,
  decision: Decision,
  resources: () => Promise<StoryResources>,
): Promise<Judgement> {
  check(decision)
  const { kind, at, value = null, note, by } = decision
  const anchor = await anchorFor(workspace, decision)
  const id = hashId('j', at, kind, JSON.stringify(anchor), JSON.stringify(value))
  const judgement: Judgement = { id, at, kind, anchor, value, ...(note && { note }), ...(by && { by }) }
  appendJudgement(workspace.dir, judgement)
  const all = readJudgements(workspace.dir)
  const meant = anchor.judgement ? all.find(one => one.id === anchor.judgement)!.anchor : anchor
  const judged = new Judged(all)
  await markStories(workspace.db, articlesOf(meant))
  if (meant.articles) await regroupStories(workspace.db, await resources(), judged)
  await reconcileCorpus(workspace.db, judged)
  return judgement
}

/** A judgement and how it stands: it counts, was undone, or no longer finds what it is about. */
export interface JudgementStanding {
  readonly judgement: Judgement
  readonly standing: 'counts' | 'undone' | 'finds nothing'
  /** Why it finds nothing. */
  readonly reason?: string
}

async function missing(db: Database, { anchor }: Judgement): Promise<string | null> {
  for (const mention of anchor.mentions ?? []) {
    const article = await readRecord<Article>(db, 'article', mention.article)
    if (!article) return `${mention.uri} is not in the workspace`
    const rows = await db.selectFrom('mention').select('record').where('article', '=', article.id).execute()
    const mentions = rows.map(({ record }) => JSON.parse(record) as EventMention)
    if (!resolveAnchor(mention, new Map([[article.id, mentions]]), article.text))
      return `"${mention.trigger}" in ${mention.uri} is no longer coded as an event`
  }
  for (const { article, uri } of anchor.articles ?? [])
    if (!(await readRecord<Article>(db, 'article', article))) return `${uri} is not in the workspace`
  return null
}

/** How some judgements of a workspace stand; `all` is its log. */
export async function standingsOf(
  db: Database,
  judgements: readonly Judgement[],
  all: readonly Judgement[],
): Promise<JudgementStanding[]> {
  const active = new Set(activeJudgements(all).map(({ id }) => id))
  const standings: JudgementStanding[] = []
  for (const judgement of judgements) {
    const undone = judgement.kind !== 'undo' && !active.has(judgement.id)
    const reason = undone ? null : await missing(db, judgement)
    if (undone) standings.push({ judgement, standing: 'undone' })
    else if (reason) standings.push({ judgement, standing: 'finds nothing', reason })
    else standings.push({ judgement, standing: 'counts' })
  }
  return standings
}

/** All judgements of a workspace in the order they were made, with their standing. */
export async function listJudgements({ db, dir }: Workspace): Promise<JudgementStanding[]> {
  const all = readJudgements(dir)
  return await standingsOf(db, all, all)
}
