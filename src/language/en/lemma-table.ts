import { applyEdit, type LemmaEdit, parseEdit } from './lemma-edit.js'

/**
 * Lemma table as it lies in its file: for every tag (`VERB/VBD`) the edit of the longest known ending. `^went` is a whole word,
 * the empty ending the tag's default. `lemmas` are the known base forms of verbs, nouns and adjectives; they settle "-e" and doubled letters.
 */
export interface LemmaTableFile {
  readonly tags: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly lemmas: Readonly<Record<'VERB' | 'NOUN' | 'ADJ', readonly string[]>>
}

export interface LemmaTable {
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, LemmaEdit>>
  readonly lemmas: Readonly<Record<'VERB' | 'NOUN' | 'ADJ', ReadonlySet<string>>>
}

export function lemmaTable(file: LemmaTableFile): LemmaTable {
  const tags = new Map(
    Object.entries(file.tags).map(([tag, endings]) => [
      tag,
      new Map(Object.entries(endings).map(([ending, code]) => [ending, parseEdit(code)])),
    ]),
  )
  const { VERB, NOUN, ADJ } = file.lemmas
  return { tags, lemmas: { VERB: new Set(VERB), NOUN: new Set(NOUN), ADJ: new Set(ADJ) } }
}

const longestEnding = 6

/** Base forms that a regular inflected form may come from, likeliest first. */
function regularBases(form: string, xpos: string): string[] {
  const undouble = (stem: string) => (/([bdgklmnprtvz])\1$/.test(stem) ? [stem.slice(0, -1)] : [])
  const stems = (stem: string) => [stem, `${stem}e`, ...undouble(stem)]
  if (/^(VBZ|NNS)$/.test(xpos)) {
    if (form.endsWith('ies')) return [`${form.slice(0, -3)}y`, form.slice(0, -1)]
    if (form.endsWith('es')) return [form.slice(0, -1), form.slice(0, -2)]
    return form.endsWith('s') ? [form.slice(0, -1)] : []
  }
  if (/^VB[DN]$/.test(xpos) && form.endsWith('ied')) return [`${form.slice(0, -3)}y`, form.slice(0, -1)]
  if (/^VB[DN]$/.test(xpos) && form.endsWith('ed')) return stems(form.slice(0, -2))
  if (xpos === 'VBG' && form.endsWith('ing')) return stems(form.slice(0, -3))
  if (xpos === 'JJR' && form.endsWith('er')) return stems(form.slice(0, -2).replace(/i$/, 'y'))
  if (xpos === 'JJS' && form.endsWith('est')) return stems(form.slice(0, -3).replace(/i$/, 'y'))
  return []
}

const kindOf = (xpos: string): 'VERB' | 'NOUN' | 'ADJ' | null =>
  xpos.startsWith('VB') ? 'VERB' : xpos === 'NNS' ? 'NOUN' : /^JJ[RS]$/.test(xpos) ? 'ADJ' : null

/**
 * Lemma of a form with its tags: (1) the whole word in the table, (2) a known base form that the regular inflection leads to,
 * (3) the edit of the longest known ending, (4) the form itself (lower-cased unless it is a name).
 */
export function lemmaOf(form: string, upos: string, xpos: string, table: LemmaTable): string {
  const written = form.replace(/[\u2019\u02BC]/g, "'")
  const lower = written.toLowerCase()
  if (lower === 'i' && upos === 'PRON') return 'I'
  if (upos === 'NOUN' && xpos === 'NN' && /^\p{Lu}$/u.test(form)) return form
  return lookUp(nameCase(written, upos, xpos), lower, upos, xpos, table)
}

/** A name written in lower case is looked up as a name. Addresses keep their case. */
const nameCase = (form: string, upos: string, xpos: string): string =>
  upos === 'PROPN' && /^NNPS?$/.test(xpos) && form.length > 2 && /^\p{Ll}+$/u.test(form)
    ? form.slice(0, 1).toUpperCase() + form.slice(1)
    : form

function lookUp(form: string, lower: string, upos: string, xpos: string, table: LemmaTable): string {
  if (xpos === 'ADD') return form
  const endings = table.tags.get(`${upos}/${xpos}`)
  const whole = endings?.get(`^${lower}`)
  if (whole) return applyEdit(form, whole)
  const kind = upos === 'PROPN' ? null : kindOf(xpos)
  if (kind) {
    const base = regularBases(lower, xpos).find(candidate => table.lemmas[kind].has(candidate))
    if (base) return base
  }
  for (let length = Math.min(longestEnding, lower.length); endings && length >= 0; length--) {
    const edit = endings.get(lower.slice(lower.length - length))
    if (edit) return applyEdit(form, edit)
  }
  return upos === 'PROPN' || upos === 'X' ? form : lower
}
