import type { Link } from '../account/index.js'
import type { Event, EventMention, Judgement, MentionAnchor, StoryMember } from '../model/index.js'
import { hashId } from '../text/hash.js'

/** Judgements that count: those that were not undone, in the order they were made. */
export function activeJudgements(all: readonly Judgement[]): Judgement[] {
  const undone = new Set<string>()
  // From the last one back, so that an undone "undo" undoes nothing.
  for (const { id, kind, anchor } of [...all].reverse())
    if (kind === 'undo' && anchor.judgement && !undone.has(id)) undone.add(anchor.judgement)
  return all.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
}

/** A correction of one field of an event; `value` is what the field becomes, in the form of the record. */
export interface Correction {
  readonly field: 'event' | 'time' | 'place' | 'actors' | 'recipients' | 'factuality'
  readonly value: Readonly<Record<string, unknown>>
}

type Mentions = ReadonlyMap<string, readonly EventMention[]>

/** The mention an anchor means today: at the same characters, else the same trigger in the same sentence; null when the code sees neither. */
export function resolveAnchor(
  { article, trigger, span, sentence }: MentionAnchor,
  mentions: Mentions,
  text: string | undefined,
): EventMention | null {
  const own = mentions.get(article) ?? []
  const same = own.find(m => m.trigger.span[0] === span[0] && m.trigger.span[1] === span[1])
  if (same) return same
  return own.find(m => m.trigger.text === trigger && text?.slice(...m.sentence) === sentence) ?? null
}

/** Replays the judgements of a workspace over what the code made. Built once a run; pure lookups from then on. */
export class Judged {
  private readonly active: readonly Judgement[]
  /** Story -> the story it was merged into. */
  private readonly merged = new Map<string, string>()
  /** Article -> the story it was split off to. */
  private readonly moved = new Map<string, string>()

  constructor(all: readonly Judgement[]) {
    this.active = activeJudgements(all)
    for (const { kind, anchor } of this.active) {
      const [first, ...others] = (anchor.articles ?? []).map(({ article }) => article)
      if (!first || others.length === 0) continue
      if (kind === 'merge')
        for (const other of others) this.merged.set(hashId('s', other), hashId('s', first))
      if (kind === 'split') for (const other of others) this.moved.set(other, hashId('s', others[0]!))
    }
  }

  /** The story of an article that the grouper put into `story`. */
  storyOf(article: string, story: string): string {
    const own = this.moved.get(article)
    if (own) return own
    let at = story
    for (let steps = 0; steps <= this.merged.size; steps++) at = this.merged.get(at) ?? at
    return at
  }

  /** The members of a story without rejected mentions, the links between the others, and what is to be corrected in their events. */
  replay(members: readonly StoryMember[]): Replay {
    const mentions = new Map(members.map(({ article, events }) => [article.id, events]))
    const texts = new Map(members.map(({ article }) => [article.id, article.text]))
    const rejected = new Set<string>()
    const links: Link[] = []
    const marks: Replay['marks'][number][] = []
    for (const judgement of this.active) {
      const anchors = judgement.anchor.mentions ?? []
      const found = anchors.map(anchor => resolveAnchor(anchor, mentions, texts.get(anchor.article)))
      const [first, ...others] = found.map(mention => mention?.id)
      const why = `judgement ${judgement.id}`
      const link = (kind: Link['kind'], a: string | undefined, b: string | undefined) => {
        if (a && b) links.push({ kind, a, b, why })
      }
      switch (judgement.kind) {
        case 'merge':
        case 'same':
          for (const other of others) link('same', first, other)
          break
        case 'different':
          for (const other of others) link('different', first, other)
          break
        case 'split':
          for (const other of others) link('different', first, other)
          for (const other of others.slice(1)) link('same', others[0], other)
          break
        case 'reject':
          for (const mention of found) if (mention) rejected.add(mention.id)
          break
        default:
      }
      if (first && judgement.kind !== 'reject') marks.push({ mention: first, judgement })
    }
    const kept =
      rejected.size === 0
        ? members
        : members.map(member => ({ ...member, events: member.events.filter(({ id }) => !rejected.has(id)) }))
    return { members: kept, links, marks }
  }
}

export interface Replay {
  readonly members: readonly StoryMember[]
  readonly links: readonly Link[]
  /** Judgements by the mention whose event they are about. */
  readonly marks: readonly { readonly mention: string; readonly judgement: Judgement }[]
}

function corrected(event: Event, { id, value }: Judgement): Event {
  const correction = value as Correction
  if (correction.field === 'time') {
    const time = { ...correction.value, basis: `judgement ${id}`, evidence: [] } as unknown as Event['time']
    return { ...event, time }
  }
  return { ...event, ...correction.value }
}

/** Events with the judgements that shaped them named, and corrected where an analyst did. */
export function withJudgements(events: readonly Event[], marks: Replay['marks']): Event[] {
  if (marks.length === 0) return [...events]
  return events.map(event => {
    const own = new Set(event.accounts.flatMap(({ mentions }) => mentions))
    const about = marks.filter(({ mention }) => own.has(mention)).map(({ judgement }) => judgement)
    if (about.length === 0) return event
    const judgements = [...(event.judgements ?? []), ...about.map(({ id }) => id)]
    return about
      .filter(({ kind }) => kind === 'correct')
      .reduce<Event>((one, judgement) => corrected(one, judgement), { ...event, judgements })
  })
}

export const noJudgements = new Judged([])
