import type { EventLexicon, EventResources, Frame, Ontology, Requirement } from '../event/resources.js'
import { SynopticError } from '../model/diagnostic.js'
import { verbForms } from './lexicon-forms.js'
import type { PetrarchBlock, PetrarchElement, PetrarchPattern, PetrarchVerb } from './petrarch-verbs.js'

/** Where a target stands that no pattern places: the object, else the phrases of the verb. */
const anyTarget = ['obj', 'with', 'to', 'against', 'on', 'from', 'for', 'of', 'in']

const prepositions = new Set(
  'with to against on upon from for of in by at into over between toward towards about after near'.split(' '),
)

/** The code as far as the table of codes knows it: its longest beginning. */
function knownCode(ontology: Ontology, code: string, where: string): string {
  for (let length = code.length; length >= 2; length--)
    if (ontology.cameo.has(code.slice(0, length))) return code.slice(0, length)
  throw new SynopticError('SYN_DICTIONARY', `${where}: "${code}" is no CAMEO code.`)
}

/** Slot of a participant: that of the preposition right before it, else the object of the verb. */
function slotBefore(elements: readonly PetrarchElement[], at: number): string[] {
  const previous = elements[at - 1]
  const found = Array.isArray(previous)
    ? previous.filter((word): word is string => prepositions.has(word))
    : []
  return found.length > 0 ? found : ['obj', ...anyTarget.slice(1)]
}

/** Source and target of a pattern as slots. Slots are those of the meaning: "+ * BY $" is the passive of "$ * +". */
function participants({ before, after }: PetrarchPattern): Pick<Frame, 'actor' | 'recipient' | 'flags'> {
  const all = [...before, ...after]
  if (all.includes('%'))
    return { actor: ['subj'], recipient: ['with'], flags: new Set(['reciprocal', 'present']) }
  const flags = new Set(['present'])
  const source = after.indexOf('$')
  const target = after.indexOf('+')
  const turned = before.includes('+') && source >= 0 && !slotBefore(after, source).includes('by')
  if (turned) return { actor: slotBefore(after, source), recipient: ['subj'], flags }
  return { actor: ['subj'], recipient: target >= 0 ? slotBefore(after, target) : anyTarget, flags }
}

/** Words that must stand on one side of the verb; prepositions that only place the target are read by its slot. */
const needsOf = (elements: readonly PetrarchElement[], side: 'before' | 'after'): Requirement[] =>
  elements.flatMap((element, i) => {
    if (typeof element === 'string') return []
    const next = elements[i + 1]
    if ((next === '+' || next === '$') && element.every(word => prepositions.has(word))) return []
    return [{ slots: [side], words: new Set(element), negative: false }]
  })

type Place = Pick<Frame, 'needs' | 'actor' | 'recipient' | 'flags'>

function frame(ontology: Ontology, id: string, verb: PetrarchVerb, code: string | null, place: Place): Frame {
  const cameo = code === null ? null : knownCode(ontology, code, id)
  const event = cameo === null ? null : ontology.cameo.get(cameo)!.event
  return {
    id,
    // Statements (01) and null codes report no event; the frame only keeps others from matching.
    event: event ?? 'CONSULT',
    trigger: verb.words.join(' '),
    rest: verb.words.slice(1),
    pos: 'verb',
    ...place,
    flags: event ? place.flags : new Set([...place.flags, 'no event']),
    compose: null,
    mode: null,
    contexts: [],
    cameo: cameo ?? '',
  }
}

function framesOf(ontology: Ontology, { name, verbs, patterns }: PetrarchBlock, file: string): Frame[] {
  return verbs.flatMap(verb => {
    const label = `${file} ${name || verb.words.join(' ').toUpperCase()}`
    const alone: Place = {
      needs: [],
      actor: ['subj'],
      recipient: anyTarget,
      flags: new Set(['present', 'recipient']),
    }
    return [
      ...patterns.map(pattern =>
        frame(ontology, `${label}, line ${pattern.line}`, verb, pattern.code, {
          needs: [...needsOf(pattern.before, 'before'), ...needsOf(pattern.after, 'after')],
          ...participants(pattern),
        }),
      ),
      frame(ontology, label, verb, verb.code, alone),
    ]
  })
}

const specificity = ({ needs, trigger }: Frame): number => needs.length + trigger.split(' ').length

/**
 * The lexicon of a study that was coded with PETRARCH: verbs and patterns become frames over dependency trees and replace those of
 * the package. Codes are those of the dictionary: nothing is narrowed, combined, or left out by domain.
 */
export function petrarchLexicon(
  base: EventResources,
  dictionaries: readonly { readonly file: string; readonly blocks: readonly PetrarchBlock[] }[],
): EventResources {
  const frames = new Map<string, Frame[]>()
  const irregular = new Map<string, string>()
  for (const { file, blocks } of dictionaries)
    for (const block of blocks) {
      for (const each of framesOf(base.ontology, block, file)) {
        const first = each.trigger.split(' ')[0]!
        frames.set(first, [...(frames.get(first) ?? []), each])
      }
      for (const { words, forms } of block.verbs)
        for (const form of forms) irregular.set(form.split(' ')[0]!, words[0]!)
    }
  for (const list of frames.values()) list.sort((a, b) => specificity(b) - specificity(a))
  const lexicon: EventLexicon = {
    ...base.lexicon,
    frames,
    forms: new Map([...verbForms(frames, base.lexicon.operators), ...irregular]),
    refine: new Map(),
    domains: new Map(),
    classes: new Map(
      [...base.lexicon.classes].filter(([name]) => name !== 'fiction' && name !== 'team-roles'),
    ),
  }
  return { ...base, lexicon, readings: undefined }
}
