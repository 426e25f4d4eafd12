import type { EventMention, Story, StoryMember, Time } from '../model/index.js'
import { contentWords } from './content-words.js'

/** An event mention with the article that tells it; `order` is its place in the archive (member, then trigger). */
export interface Told {
  readonly mention: EventMention
  readonly member: StoryMember
  readonly order: number
  /** The mention's time, or what another account settled it to. */
  readonly time: Time | null
  /** Content words of the sentence and of the trigger. */
  readonly words: ReadonlySet<string>
  readonly triggerWords: ReadonlySet<string>
}

/** Event mentions of a story in archive order. */
export function toldInOrder(members: readonly StoryMember[]): Told[] {
  const inText = (a: EventMention, b: EventMention) =>
    a.trigger.span[0] - b.trigger.span[0] || a.trigger.span[1] - b.trigger.span[1] || (a.id < b.id ? -1 : 1)
  const read = (member: StoryMember, mention: EventMention) => ({
    mention,
    member,
    time: mention.time,
    words: contentWords(member.article.text.slice(...mention.sentence)),
    triggerWords: contentWords(mention.trigger.text),
  })
  return members
    .flatMap(member => [...member.events].sort(inText).map(mention => read(member, mention)))
    .map((told, order) => ({ ...told, order }))
}

/** Articles of the story's copy families, each with the original it was copied from; originals are not in it. */
export function originalsOf(story: Story): ReadonlyMap<string, string> {
  return new Map(story.copies.flatMap(([original, ...rest]) => rest.map(copy => [copy, original!] as const)))
}
