import type { Channel } from '../../model/claim.js'
import { carriers, media } from '../channel-words.js'
import type { Phrase } from '../phrases.js'
import type { Tree } from '../tree.js'
import { type ChainContext, isOwn, kindIn, phraseText } from './context.js'
import { type Follower, followersOf } from './followers.js'

/** Who made a document or spoke on an occasion, and through whom it went on from there. */
export interface Expansion {
  readonly author?: Phrase
  /** The author is the publisher itself: its report is no link beside it. */
  readonly ownReport?: boolean
  /** Documents that a publisher has seen, people it spoke to: "Bloomberg, which has seen the contract". */
  readonly evidence?: readonly Phrase[]
  readonly relays: readonly Relay[]
}

export interface Relay {
  readonly phrase: Phrase
  readonly kind: Channel['kind']
  /** Passed on by this one ("published by X"), rather than given to it ("to X"): it stands nearer to the outlet. */
  readonly outer: boolean
}

/** Relays from the speaker outwards: people who passed the words on, publishers they went to, publishers that passed them on. */
export const inOrder = (relays: readonly Relay[]): Relay[] => {
  const rank = ({ kind, outer }: Relay) => (carriers.has(kind) ? (outer ? 2 : 1) : 0)
  return [...relays].sort((a, b) => rank(a) - rank(b))
}

/** Participles whose agent made the words: "issued by", "signed by". */
const made =
  /^(?:addressed|authored|compiled|conducted|delivered|drafted|drawn|endorsed|filed|given|held|issued|made|prepared|produced|put|recorded|sent|signed|submitted|taken|uttered|written|carried|dictated|handwritten|penned|posted|published|released|uploaded|tweeted|shared)$/
/** Participles whose agent passed the words on. */
const passed =
  /^(?:aired|broadcast|carried|circulated|cited|collected|compiled|described|disclosed|gathered|handed|leaked|monitored|obtained|passed|posted|provided|published|put|quoted|read|relayed|released|reported|shared|shown|summarised|summarized|supplied|translated|uploaded)$/
/** What a publisher may be to somebody without passing on what he says. */
const holds =
  /^(?:owned|run|runs|owns|funded|founded|based|called|named|known|close|headed|controlled|financed|banned|attacked|sued|criticised|criticized)$/

const reports = /^(?:article|broadcast|bulletin|dispatch|feature|investigation|programme|report|story)$/
/** What a publisher does with those it has its news from. */
const sees =
  /^(?:cited|cites|heard|interviewed|obtained|quoted|quotes|read|reviewed|saw|seen|spoke|spoken|talked|viewed)$/

const isCarrier = (context: ChainContext, tree: Tree, phrase: Phrase): boolean =>
  carriers.has(kindIn(context, tree, phrase) ?? 'other')

const speaking = /^(?:speaking|talking|writing|posting|appearing|testifying|commenting|addressing)$/

const speakers: ReadonlySet<Channel['kind']> = new Set([
  'person',
  'organisation',
  'ministry',
  'government',
  'anonymous',
])

/** Owner of a document: "the governor" of "the governor's letter"; pronouns stand for the speaker and are left out. */
export function ownerOf({ tokens }: Tree, { from, head }: Phrase): Phrase | undefined {
  for (let i = head - 1; i > from; i--) if (tokens[i]!.xpos === 'POS') return { from, to: i, head: i - 1 }
  return undefined
}

/** Whether a phrase behind a document or occasion names who made it: "by X", "from X", "issued by X"; what is thrown in between commas does not. */
const isAuthor = (context: ChainContext, tree: Tree, { phrase, lead, verb, aside }: Follower): boolean => {
  if (aside) return false
  const kind = kindIn(context, tree, phrase)
  if (kind !== undefined && !speakers.has(kind)) return false
  if (/^PRP$/.test(tree.tokens[phrase.head]!.xpos)) return false
  if (verb === '')
    return (
      lead === 'by' || lead === 'from' || (lead === 'of' && (kind === 'ministry' || kind === 'government'))
    )
  return lead === 'by' && made.test(verb)
}

function relayOf(
  context: ChainContext,
  tree: Tree,
  own: Channel['kind'] | undefined,
  follower: Follower,
): Relay | undefined {
  const { phrase, lead, verb } = follower
  const kind = kindIn(context, tree, phrase)
  if (isOwn(phraseText(context, tree, phrase), context.outlet) || holds.test(verb)) return undefined
  const outer = lead === 'by' || lead === 'subject'
  const medium = own !== undefined && media.has(own)
  if (kind && carriers.has(kind))
    return verb !== '' || (medium && !/^(?:of|about|against|between)$/.test(lead))
      ? { phrase, kind, outer }
      : undefined
  // "a video on TikTok", "a recording posted on Telegram"
  if (kind === 'social media' && medium && own !== kind && /^(?:on|to|via|in)$/.test(lead))
    return { phrase, kind, outer: false }
  // "writing on X", "speaking at a rally"
  if (
    kind &&
    media.has(kind) &&
    !medium &&
    speaking.test(verb) &&
    /^(?:on|at|in|to|via|during|before)$/.test(lead)
  )
    return { phrase, kind, outer: false }
  if (kind && speakers.has(kind) && lead === 'by' && passed.test(verb)) return { phrase, kind, outer: true }
  return undefined
}

/**
 * Reads the words behind a phrase that is a source or stands beside the cue. `own` is its kind. Documents and occasions have an author;
 * whoever else published, saw or received them is a relay, as are the publishers that quote a speaker.
 */
export function expand(
  context: ChainContext,
  tree: Tree,
  phrase: Phrase,
  own: Channel['kind'] | undefined,
  stops: (token: number) => boolean,
  hasSpeaker = false,
): Expansion {
  const followers = followersOf(tree, phrase, stops)
  const medium = own !== undefined && media.has(own)
  const owner = medium && !hasSpeaker ? ownerOf(tree, phrase) : undefined
  const author =
    owner ??
    (medium && !hasSpeaker
      ? (followers.find(one => one.verb === '' && isAuthor(context, tree, one)) ??
        followers.find(one => isAuthor(context, tree, one)))
      : undefined)
  // "a report by the agency": words of the publisher.
  const publisher =
    own === 'document' && !hasSpeaker && !author && reports.test(tree.tokens[phrase.head]!.lemma)
      ? followers.find(
          one =>
            one.verb === '' && /^(?:by|from|in|on)$/.test(one.lead) && isCarrier(context, tree, one.phrase),
        )
      : undefined
  const chosen = publisher ? publisher.phrase : author && 'phrase' in author ? author.phrase : author
  const seen =
    own && carriers.has(own)
      ? followers.filter(one => sees.test(one.verb) && /^(?:|to|with)$/.test(one.lead)).map(one => one.phrase)
      : []
  const relays = followers
    .filter(one => one.phrase !== chosen)
    .map(one => relayOf(context, tree, own, one))
    .filter(one => one !== undefined)
  return {
    ...(chosen ? { author: chosen } : {}),
    ...(publisher ? { ownReport: true } : {}),
    ...(seen.length > 0 ? { evidence: seen } : {}),
    relays,
  }
}
