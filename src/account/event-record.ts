import type { Event, EventMention, Participant, Place, Story, StoryMember, Time } from '../model/index.js'
import { hashId } from '../text/hash.js'
import { accountOf, outletOf } from './accounts.js'
import { alignSides } from './align.js'
import type { Cluster } from './cluster.js'
import { isVisit } from './compare-kinds.js'
import { disputesOf } from './disputes.js'
import { plannedBy } from './planned.js'
import { chooseValue } from './policy.js'
import { reconcileParties } from './reconcile-parties.js'
import { reconcilePlace } from './reconcile-place.js'
import { reconcileTime } from './reconcile-time.js'
import { relateStatements } from './relate-values.js'
import { type Stated, statementsOf } from './statements.js'
import { originalsOf, type Told } from './told.js'
import { withUpperBound } from './upper-bound.js'
import { voicesOf } from './voices.js'

const ofField = <D>(statements: readonly Stated[], field: Stated['field']): Stated<D>[] =>
  statements.filter(one => one.field === field) as Stated<D>[]

/** Mentions whose word counts: the outlets' own, when there are any; else the claims. */
function bestHeld(told: readonly Told[]): readonly Told[] {
  const own = told.filter(({ mention }) => mention.holder === 'outlet')
  return own.length ? own : told
}

/** Among the best-held mentions the one whose code stands for the event: code of most origins, then with a mode, then the longest. */
function representative(told: readonly Told[], factuality: EventMention['factuality']): EventMention {
  const held = bestHeld(told).filter(({ mention }) => mention.factuality === factuality)
  const origins = (cameo: string) =>
    new Set(held.filter(({ mention }) => mention.cameo === cameo).map(({ member }) => member.origin)).size
  const ranked = [...held].sort(
    ({ mention: a, order: x }, { mention: b, order: y }) =>
      origins(b.cameo) - origins(a.cameo) ||
      Number(b.mode !== undefined) - Number(a.mode !== undefined) ||
      b.cameo.length - a.cameo.length ||
      x - y,
  )
  return ranked[0]!.mention
}

function code(told: readonly Told[], statements: readonly Stated[]) {
  const held = new Set(bestHeld(told).map(({ order }) => order))
  const happened = ofField<EventMention['factuality']>(statements, 'happened').filter(({ order }) =>
    held.has(order),
  )
  const factuality = chooseValue(happened)!.datum
  const { event, mode, cameo, quad, goldstein, score } = representative(told, factuality)
  const contexts = [...new Set(told.flatMap(({ mention }) => mention.contexts))].sort()
  return { event, ...(mode ? { mode } : {}), contexts, cameo, quad, goldstein, score, factuality }
}

function counts(told: readonly Told[]): Event['counts'] {
  const distinct = (key: (member: StoryMember) => string) =>
    new Set(told.map(({ member }) => key(member))).size
  return {
    articles: distinct(member => member.article.id),
    outlets: distinct(outletOf),
    origins: distinct(member => member.origin),
  }
}

const actorsOf = (statements: readonly Stated[], field: 'actors' | 'recipients', founding: EventMention) => {
  const stated = reconcileParties(ofField<Participant>(statements, field))
  return stated.length ? stated : founding[field].map(({ actor }) => actor)
}

function mentionsByArticle(told: readonly Told[]): Map<string, string[]> {
  const mentions = new Map<string, string[]>()
  for (const { member, mention } of told)
    mentions.set(member.article.id, [...(mentions.get(member.article.id) ?? []), mention.id])
  return mentions
}

/** Statements that are heard when values are reconciled: a copy adds to a field that its original states only what is more precise. */
function withoutCopies(statements: readonly Stated[], originals: ReadonlyMap<string, string>): Stated[] {
  const voices = voicesOf(statements)
  return statements.filter(one => {
    const original = originals.get(one.article)
    const own = original ? (voices.get(one.field)?.of(original) ?? []) : []
    return !own.length || own.some(other => relateStatements(one, other) === 'finer')
  })
}

/**
 * Stories up to this many articles list an account for every article, the silent ones with their reason. In a larger one only the
 * articles that tell an event have an account of it: silence of hundreds says little and would grow with the square of the story.
 */
const silentUpTo = 60

/** The event behind a cluster of mentions, with an account for every article that tells it, and in stories of usual size for the silent ones. */
export function eventOf(story: Story, members: readonly StoryMember[], { told, merges }: Cluster): Event {
  const founding = told[0]!.mention
  const statements = told.flatMap(one => statementsOf(one, alignSides(one.mention, founding)))
  const originals = originalsOf(story)
  const heard = withoutCopies(statements, originals)
  const coded = code(told, statements)
  const stated = reconcileTime(ofField<Time>(heard, 'time'), isVisit(founding)) ?? settledTime(told)
  const time = withUpperBound(stated, told, coded.factuality)
  const planned = plannedBy(members, told, time)
  const telling = {
    voices: voicesOf(statements),
    mentions: mentionsByArticle(told),
    originals,
    time,
    planned,
  }
  const recipients = actorsOf(heard, 'recipients', founding)
  const accounts = members
    .filter(({ article }) => members.length <= silentUpTo || telling.mentions.has(article.id))
    .map(member => accountOf(member, telling))
  return {
    id: hashId('e', founding.id),
    story: story.id,
    ...coded,
    actors: actorsOf(heard, 'actors', founding),
    recipients,
    time,
    place:
      reconcilePlace(ofField<Place>(heard, 'place'), isVisit(founding), recipients) ??
      placeWithoutWords(told),
    accounts,
    counts: counts(told),
    disputes: disputesOf(statements, accounts),
    merges: mergesOf(founding, told, merges),
  }
}

/** Times and places that the event stage took from elsewhere than the text (a date line) have no words to state them. */
const settledTime = (told: readonly Told[]): Time | null => told.find(one => one.time)?.time ?? null
const placeWithoutWords = (told: readonly Told[]): Place | null =>
  told.find(one => one.mention.place)?.mention.place ?? null

function mergesOf(founding: EventMention, told: readonly Told[], merges: Cluster['merges']): Event['merges'] {
  const why = new Map(merges.map(merge => [merge.told.mention.id, merge]))
  // Clusters grow from the best dated mention; the founding one is the first of the archive, so one of the others carries its reason.
  const seed = told.find(({ mention }) => !why.has(mention.id))!
  const own = why.get(founding.id)
  return told.slice(1).map(({ mention }) => {
    const merge = why.get(mention.id) ?? (mention.id === seed.mention.id ? own : undefined)
    return {
      mention: mention.id,
      into: founding.id,
      why: merge?.why ?? '',
      score: Math.round((merge?.score ?? 0) * 1000) / 1000,
    }
  })
}
