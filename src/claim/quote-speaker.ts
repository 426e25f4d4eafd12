import type { Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'
import { type BlockWords, firstFrom, phraseBefore, phraseFrom, phraseSpan } from './block-words.js'
import type { ClaimResources } from './lexicon.js'
import type { Phrase } from './phrases.js'
import type { Quotation } from './quotations.js'

/** Who says a quotation by the words right beside it, the word that says so, and on which side it stands. */
export interface BesideSpeaker {
  readonly speaker: Span
  readonly cue: Span
  readonly rule: string
}

/** How a quotation is read: inside another one; behind another one of its sentence, whose speaker goes on unless a verb of speech says otherwise. */
export interface Reading {
  readonly inner: boolean
  readonly strict: boolean
}

const finite = /^(?:VBD|VBZ|VBP|MD)$/
const mark = /^(?:["“”„«»‘’'‹›]|''|``)$/u
const farthest = 16
const speechNoun = /^(?:answer|comment|message|motto|question|remark|reply|response|slogan|warning|word)$/
const copula = /^(?:is|was|are|were)$/i
const clauseStart = /^[.;?!:]$/
const time = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow)$/i

const isFiniteVerb = ({ xpos }: Token): boolean => finite.test(xpos)

/** A verb of speech: a cue that takes direct speech, or one of the table of other languages. */
const isSpeech = (token: Token | undefined, { cues, speechVerbs }: ClaimResources): boolean =>
  token !== undefined &&
  (speechVerbs.has(token.form.toLowerCase()) ||
    cues.get(`${token.lemma.toLowerCase()}/verb`)?.frames.has('quote') === true)

/** A phrase that can speak: neither "it" nor "there", nor a day. */
function canSpeak({ tokens }: BlockWords, { head, to, from }: Phrase): boolean {
  const { form, xpos } = tokens[head]!
  return xpos !== 'EX' && !/^(?:it|me|him|us|them)$/i.test(form) && !(to - from < 3 && time.test(form))
}

const found = (words: BlockWords, phrase: Phrase, cue: number, rule: string): BesideSpeaker => ({
  speaker: phraseSpan(words, phrase),
  cue: [words.tokens[cue]!.start, words.tokens[cue]!.end],
  rule,
})

/** First finite verb from `at` on, over appositions between commas; -1 behind a sentence's end, a quotation or a conjunction. */
function verbAfter({ tokens }: BlockWords, at: number): number {
  for (let i = at; i < Math.min(tokens.length, at + farthest); i++) {
    const token = tokens[i]!
    if (isFiniteVerb(token)) return i
    if (clauseStart.test(token.form) || mark.test(token.form)) return -1
  }
  return -1
}

/** "...," the guard called; "...," tweeted the guard; "... is how the guard put it"; "...": so said the guard. */
function after(
  text: string,
  words: BlockWords,
  { span, direct }: Quotation,
  resources: ClaimResources,
): BesideSpeaker | null {
  const { tokens } = words
  const inner = text.slice(...span).replace(/[\s"“”„«»‘’'‹›]+$/u, '')
  let at = firstFrom(words, span[1])
  if (at >= tokens.length) return null
  const own = /[.]$/.test(inner) && !/^[,:—–-]$/.test(tokens[at]!.form)
  if (own) return null
  while (at < tokens.length && /^(?:[,:—–]|--?)$/.test(tokens[at]!.form)) at++
  const first = tokens[at]
  if (!first || mark.test(first.form)) return null
  if (
    /[?!…]$/u.test(inner) &&
    /^\p{Lu}/u.test(first.form) &&
    !isSpeech(tokens[verbAfter(words, at)], resources) &&
    !isSpeech(first, resources)
  )
    return null
  if (copula.test(first.form)) {
    const told = /^(?:how|what|all|as)$/i.test(tokens[at + 1]?.form ?? '')
      ? phraseFrom(words, at + 2)
      : undefined
    return told && verbAfter(words, told.to) > 0 ? found(words, told, at, 'quotation and clause') : null
  }
  const other = resources.speechVerbs.has(first.form.toLowerCase())
  if (!direct && !other && !/[,.?!…]$/u.test(inner) && !/^\s*[,:—–]/u.test(text.slice(span[1], span[1] + 3)))
    return null
  const so = /^so$/i.test(first.form) ? 1 : 0
  const verb = inverted(words, at + so, direct || so > 0, resources)
  if (verb !== null) {
    const foreign = resources.speechVerbs.has(tokens[verb]!.form.toLowerCase())
    const phrase = foreign ? foreignPhrase(words, verb + 1) : phraseAfter(words, verb)
    return phrase ? found(words, phrase, verb, 'quotation and inversion') : null
  }
  const subject = phraseFrom(words, at + so)
  const foreign = /^[„«]/u.test(text.slice(...span)) && /^\p{Ll}/u.test(first.form)
  if (foreign && !isSpeech(tokens[verbAfter(words, at)], resources)) {
    const speaker = foreignPhrase(words, at + 1)
    return speaker ? found(words, speaker, at, 'quotation and inversion') : null
  }
  if (!subject || !canSpeak(words, subject)) return null
  if (so) return found(words, subject, at, 'quotation and inversion')
  const said = verbAfter(words, subject.to)
  if (said < 0) return null
  // "the minister is said to have joked"
  const told = /^(?:said|reported|alleged|quoted|believed|rumoured|rumored)$/i.test(
    tokens[said + 1]?.form ?? '',
  )
  return (told || !copula.test(tokens[said]!.form)) && (direct || told || isSpeech(tokens[said], resources))
    ? found(words, subject, said, 'quotation and clause')
    : null
}

/** The subject behind an inverted verb; what a preposition leads to is none. */
function phraseAfter(words: BlockWords, verb: number): Phrase | undefined {
  const near = words.phrases.find(one => one.from > verb && one.from <= verb + 3)
  const led = near && words.tokens.slice(verb + 1, near.from).some(({ xpos }) => xpos === 'IN')
  return near && !led && canSpeak(words, near) ? near : undefined
}

const foreignPreposition = /^(?:am|an|auf|in|im|à|en|au|dans|sur|a|ante|al|su|em|no|na)$/iu

/** Words of another language up to the next punctuation or preposition: the tagger does not know its nouns. */
function foreignPhrase({ tokens }: BlockWords, at: number): Phrase | undefined {
  const isWord = (i: number) => /^\p{L}[\p{L}\p{M}.’'-]*$/u.test(tokens[i]?.form ?? '')
  const stops = (i: number) => !isWord(i) || foreignPreposition.test(tokens[i]!.form)
  const from = foreignPreposition.test(tokens[at]?.form ?? '') ? at + 1 : at
  let to = from
  while (to < from + 5 && !stops(to)) to++
  return to > from ? { from, to, head: to - 1 } : undefined
}

/** « We go, dit le général, but ... »: the clause of speech stands between the marks of the quotation. */
function within(
  words: BlockWords,
  { span }: Quotation,
  { speechVerbs }: ClaimResources,
): BesideSpeaker | null {
  const { tokens } = words
  for (let i = firstFrom(words, span[0]) + 1; i < tokens.length && tokens[i]!.end <= span[1]; i++) {
    if (tokens[i - 1]!.form !== ',' || !speechVerbs.has(tokens[i]!.form.toLowerCase())) continue
    const phrase = foreignPhrase(words, i + 1)
    if (phrase && /^[,.]$/.test(tokens[phrase.to]?.form ?? ''))
      return found(words, phrase, i, 'clause inside the quotation')
  }
  return null
}

/** A verb of speech right after the quotation, with its auxiliary: "said", "a déclaré", "s’est indigné". */
function inverted(
  { tokens }: BlockWords,
  at: number,
  direct: boolean,
  resources: ClaimResources,
): number | null {
  for (let i = at; i < Math.min(tokens.length, at + 4); i++) {
    const form = tokens[i]!.form.toLowerCase()
    if (isSpeech(tokens[i], resources)) return i
    if (i === at && direct && /^VB[DZP]$/.test(tokens[i]!.xpos) && !copula.test(form)) return i
    if (!/^(?:a|ha|hat|s|s['’]|['’]|s['’]est|est|had|has|have|once|also|then)$/u.test(form)) return null
  }
  return null
}

/** Where the clause before a place begins: behind a sentence's end, a semicolon or a quotation. */
function clauseFrom({ tokens }: BlockWords, before: number): number {
  let at = before
  while (
    at > 0 &&
    !/^[.;?!]$/.test(tokens[at - 1]!.form) &&
    (!mark.test(tokens[at - 1]!.form) || tokens[at - 1]!.xpos === 'POS')
  )
    at--
  return at
}

/** "The regulator's answer was longer: ...", "Major Bell's verdict on it: ...": whose words are announced. */
function ownerOfAnswer({ tokens, phrases }: BlockWords, from: number, colon: number): Phrase | null {
  const answer = phrases.find(
    one => one.from >= from && one.to <= colon && announced.test(tokens[one.head]!.lemma),
  )
  const owner = answer ? ownerAt(tokens, answer) : -1
  const near = answer !== undefined && answer.from - from < 4
  return answer && near && owner > answer.from ? { from: answer.from, to: owner, head: owner - 1 } : null
}

const announced =
  /^(?:advice|answer|appeal|comment|conclusion|explanation|judgement|judgment|message|motto|observation|opinion|plea|prediction|question|reaction|remark|reply|response|retort|summary|verdict|view|warning|word)$/

/** "The pilot radioed, ..."; "the ministry comments: ..."; "Envoy: ..."; "from the minister's letter: ...". */
function before(
  words: BlockWords,
  { span, direct }: Quotation,
  resources: ClaimResources,
  { inner, strict }: Reading,
): BesideSpeaker | null {
  const { tokens } = words
  const last = firstFrom(words, span[0]) - 1
  if (last < 0) return null
  const border = tokens[last]!
  if (/^[.?!;]$/.test(border.form) || mark.test(border.form)) return null
  const colon = border.form === ':'
  const from = clauseFrom(words, last)
  if (colon) {
    const document = phraseBefore(words, last, 0)
    const owner = document
      ? tokens.findIndex((token, i) => i >= document.from && i < document.head && token.xpos === 'POS')
      : -1
    if (
      document &&
      owner > document.from &&
      resources.channels.get(tokens[document.head]!.lemma) === 'document'
    )
      return found(words, { from: document.from, to: owner, head: owner - 1 }, last, 'colon')
  }
  const owner = colon ? ownerOfAnswer(words, from, last) : null
  if (owner) return found(words, owner, last, 'colon')
  // "Her answer was short: ..."
  const answer = colon
    ? words.phrases.find(one => one.from === from && speechNoun.test(tokens[one.head]!.lemma))
    : undefined
  if (answer && tokens[answer.from]!.xpos === 'PRP$')
    return found(words, { from: answer.from, to: answer.from + 1, head: answer.from }, last, 'colon')
  let verb = last
  while (verb >= from && !isFiniteVerb(tokens[verb]!)) verb--
  if (verb < from) {
    const label = colon ? words.phrases.find(one => one.from >= from && one.to <= last) : undefined
    return label && last - label.from <= farthest ? found(words, label, last, 'colon') : null
  }
  const comma = border.form === ','
  if (!colon && !comma && verb < last - 2) return null
  const wrote = inner && isSpeech(border, resources) && border.lemma !== 'call'
  const sung = isSpeech(border, resources) && !/^(?:call|describe|term|label|brand|dub)$/.test(border.lemma)
  if (!colon && !direct && !wrote && !sung) return null
  if (strict && comma && !isSpeech(tokens[verb], resources)) return null
  if (
    (copula.test(tokens[verb]!.form) && !saidTo(tokens, verb)) ||
    (tokens.slice(verb, last).some(({ xpos }) => xpos === 'VBN' && !colon) &&
      !saidTo(tokens, verb) &&
      /^be$/.test(tokens[verb]!.lemma))
  )
    return null
  // "She quoted her predecessor: ...": the one quoted.
  const quoted = /^(?:quote|cite)$/.test(tokens[verb]!.lemma) ? phraseFrom(words, verb + 1) : undefined
  if (quoted && quoted.to <= last && canSpeak(words, quoted)) return found(words, quoted, verb, 'colon')
  const subject = subjectBefore(words, verb, from)
  return subject ? found(words, subject, verb, colon ? 'colon' : 'clause and quotation') : null
}

/** "is said to have radioed". */
const saidTo = (tokens: readonly Token[], verb: number): boolean =>
  /^(?:said|reported|alleged|believed|rumou?red|known|supposed)$/i.test(tokens[verb + 1]?.form ?? '') &&
  /^to$/i.test(tokens[verb + 2]?.form ?? '')

/** The phrase a verb has as its subject by word order: the nearest before it, or the name before an apposition. */
function subjectBefore(words: BlockWords, verb: number, from: number): Phrase | undefined {
  const agent = ({ from: at }: Phrase) =>
    /^by$/i.test(words.tokens[at - 1]?.form ?? '') && /^VB[ND]$/.test(words.tokens[at - 2]?.xpos ?? '')
  // "A source quoted by the weekly put it bluntly": the agent of a participle is not the subject.
  const near = words.phrases.findLast(
    one => one.to <= verb && one.from >= from && canSpeak(words, one) && !agent(one),
  )
  if (!near) return undefined
  // "One of the rescuers – he would not say who – put it like this": the phrase before the dashes.
  const dashes = words.tokens.flatMap(({ form }, i) =>
    i >= from && i < verb && /^[—–]$|^--$/.test(form) ? [i] : [],
  )
  if (dashes.length === 2 && dashes[1] === verb - 1) {
    const before = words.phrases.findLast(
      one =>
        one.to <= dashes[0]! && one.from >= from && !words.tokens.slice(from, one.from).some(isFiniteVerb),
    )
    const first = words.phrases.find(one => one.from >= from && one.to <= dashes[0]!)
    const chosen = first && words.tokens[first.to]?.form === 'of' ? first : before
    if (chosen && canSpeak(words, chosen)) return chosen
  }
  // "Aisha Bello, a nurse, recalled": the phrase before what stands between commas.
  const { tokens } = words
  if (tokens[verb - 1]!.form === ',') {
    const comma = tokens.findLastIndex(({ form }, i) => form === ',' && i < verb - 1 && i >= from)
    const first = comma > from ? words.phrases.find(one => one.to === comma) : undefined
    if (first && canSpeak(words, first)) return first
  }
  const between = words.tokens.slice(near.to, verb)
  return between.length > 8 && !between.some(({ form }) => form === ',') ? undefined : near
}

const inWords = /\bin (?:the )?(?:words|phrase|view|opinion) of\s+$/iu

/** How far a sentence is followed on either side of the quotation. */
const farSentence = 300

/** The possessive mark inside a phrase: "'s" of "the poet's phrase"; -1 without one. */
function ownerAt(tokens: readonly Token[], { from, head }: Phrase): number {
  for (let i = from + 1; i < head; i++) if (tokens[i]!.xpos === 'POS') return i
  return -1
}

/** "In the words of X, ..."; "..., in X's phrase"; "..., as X put it". */
function byPhrase(text: string, words: BlockWords, { span }: Quotation): BesideSpeaker | null {
  const { tokens, phrases } = words
  const end = /[.!?](?=\s|$)/u.exec(text.slice(span[1], span[1] + farSentence))
  const sentence: Span = [
    Math.max(span[0] - farSentence, text.lastIndexOf('. ', span[0]) + 1),
    span[1] + (end?.index ?? farSentence),
  ]
  for (const phrase of phrases) {
    const own = phraseSpan(words, phrase)
    if (own[0] < sentence[0] || own[1] > sentence[1]) continue
    const lead = text.slice(Math.max(0, own[0] - 24), own[0])
    if (inWords.test(lead)) return found(words, phrase, phrase.from - 1, 'in the words of')
    const owner = ownerAt(tokens, phrase)
    const wording = /^(?:word|phrase|expression|formula|description)$/.test(tokens[phrase.head]!.lemma)
    if (owner > 0 && wording && /\bin\s+$/iu.test(lead))
      return found(words, { from: phrase.from, to: owner, head: owner - 1 }, phrase.head, 'in the words of')
    const rest = text.slice(own[1], own[1] + 16)
    if (/\bas\s+$/iu.test(lead) && /^\s+(?:puts?|called|calls|termed) it\b/iu.test(rest))
      return found(words, phrase, phrase.from - 1, 'in the words of')
  }
  return null
}

/** "The envoy left with the words ...": the subject of the clause. */
function withWords(words: BlockWords, at: number): BesideSpeaker | null {
  const { tokens, phrases } = words
  if (!/^words?$/i.test(tokens[at - 1]?.form ?? '') || !/^with$/i.test(tokens[at - 3]?.form ?? ''))
    return null
  const from = clauseFrom(words, at - 3)
  const verb = tokens.findIndex((token, i) => i > from && i < at && isFiniteVerb(token))
  const subject = verb < 0 ? undefined : phrases.findLast(one => one.from >= from && one.to <= verb)
  return subject && canSpeak(words, subject) ? found(words, subject, at - 1, 'noun of speech') : null
}

/** "...": with these words the king ended; the question was put by the judge; were the witness's answers. */
function byNoun(words: BlockWords, { span }: Quotation): BesideSpeaker | null {
  const { tokens, phrases } = words
  const at = firstFrom(words, span[1])
  const lead = withWords(words, firstFrom(words, span[0]))
  if (lead) return lead
  const end = tokens.findIndex((token, i) => i >= at && /^[.!?]$/.test(token.form))
  const stop = end < 0 ? tokens.length : end
  const noun = phrases.find(
    ({ from, to, head }) =>
      from >= at && to <= stop && from - at <= 3 && speechNoun.test(tokens[head]!.lemma),
  )
  if (!noun) return null
  const owner = tokens.findIndex((token, i) => i > noun.from && i < noun.head && token.xpos === 'POS')
  if (owner > 0)
    return found(words, { from: noun.from, to: owner, head: owner - 1 }, noun.head, 'noun of speech')
  const by = tokens.findIndex((token, i) => i >= noun.to && i < stop && /^(?:by|from|of)$/i.test(token.form))
  const agent = by > 0 ? phraseFrom(words, by + 1) : undefined
  if (agent) return found(words, agent, noun.head, 'noun of speech')
  const these = /^with$/i.test(tokens[noun.from - 1]?.form ?? '') ? phraseFrom(words, noun.to) : undefined
  return these ? found(words, these, noun.head, 'noun of speech') : null
}

/** "The secretary, Owen Marsh, ...": a name between commas behind the phrase belongs to it. */
export function withApposition(words: BlockWords, [from, to]: Span): Span {
  const { tokens } = words
  const comma = firstFrom(words, to)
  const name = tokens[comma]?.form === ',' ? phraseFrom(words, comma + 1) : undefined
  const closed = name && /^[,.]$/.test(tokens[name.to]?.form ?? '')
  return name && closed && /^NNP/.test(tokens[name.head]!.xpos) && !time.test(tokens[name.head]!.form)
    ? [from, tokens[name.to - 1]!.end]
    : [from, to]
}

/** "with these words", "with the words": what stands between the marks is speech, however short. */
function saysWith(words: BlockWords, { span }: Quotation): boolean {
  const { tokens } = words
  const before = firstFrom(words, span[0])
  const behind = firstFrom(words, span[1])
  const next = tokens.slice(behind, behind + 5).map(({ form }) => form.toLowerCase())
  return (
    (/^words?$/i.test(tokens[before - 1]?.form ?? '') && /^with$/i.test(tokens[before - 3]?.form ?? '')) ||
    (next.includes('with') && next.includes('words'))
  )
}

/** Speaker of a quotation by the words of its own sentence, whatever their verb: the position beside speech makes it one. */
export function speakerBeside(
  text: string,
  words: BlockWords,
  quotation: Quotation,
  resources: ClaimResources,
  reading: Reading,
): BesideSpeaker | null {
  const hit =
    byPhrase(text, words, quotation) ??
    after(text, words, quotation, resources) ??
    before(words, quotation, resources, reading) ??
    (quotation.direct ? within(words, quotation, resources) : null) ??
    (quotation.direct || saysWith(words, quotation) ? byNoun(words, quotation) : null)
  return hit && { ...hit, speaker: withApposition(words, hit.speaker) }
}
