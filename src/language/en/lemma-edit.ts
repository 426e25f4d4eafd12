/** An edit that turns a form into its lemma: cut characters off the end, put others on. `keep` leaves the letter case alone. */
export interface LemmaEdit {
  readonly cut: number
  readonly add: string
  readonly keep: boolean
}

/** `cut|add` with `=` in front when the case is kept. */
export const editCode = ({ cut, add, keep }: LemmaEdit): string => `${keep ? '=' : ''}${cut}|${add}`

export function parseEdit(code: string): LemmaEdit {
  const keep = code.startsWith('=')
  const [cut, add] = (keep ? code.slice(1) : code).split('|') as [string, string]
  return { cut: Number(cut), add, keep }
}

/** The shortest edit from form to lemma. Lower-casing is preferred when it explains the lemma. */
export function editOf(form: string, lemma: string): LemmaEdit {
  const lower = form.toLowerCase()
  const keep = form !== lower && !lemma.startsWith(lower.slice(0, 1))
  const source = keep ? form : lower
  let common = 0
  while (common < source.length && common < lemma.length && source[common] === lemma[common]) common++
  return { cut: source.length - common, add: lemma.slice(common), keep }
}

export function applyEdit(form: string, { cut, add, keep }: LemmaEdit): string {
  const source = keep ? form : form.toLowerCase()
  return source.slice(0, Math.max(0, source.length - cut)) + add
}
