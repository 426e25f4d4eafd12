import type { Frame, Operator } from '../event/resources.js'

/** Regular past, participle and third person of a verb: "blockade" -> blockaded, blockading, blockades. */
function inflections(lemma: string): string[] {
  if (lemma.endsWith('e')) return [`${lemma}d`, `${lemma.slice(0, -1)}ing`, `${lemma}s`]
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`, `${lemma}ing`, `${lemma.slice(0, -1)}ies`]
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(lemma)
    ? [`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`]
    : []
  return [`${lemma}ed`, `${lemma}ing`, /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, ...doubled]
}

/** Regular inflected forms of all verbs of a lexicon -> lemma. */
export function verbForms(
  frames: ReadonlyMap<string, readonly Frame[]>,
  operators: ReadonlyMap<string, readonly Operator[]>,
): Map<string, string> {
  const forms = new Map<string, string>()
  const verbs = new Set<string>()
  for (const [lemma, each] of frames) if (each.some(({ pos }) => pos === 'verb')) verbs.add(lemma)
  for (const [lemma, each] of operators) if (each.some(({ pos }) => pos === 'verb')) verbs.add(lemma)
  for (const lemma of verbs)
    for (const form of inflections(lemma)) if (!forms.has(form) && !verbs.has(form)) forms.set(form, lemma)
  return forms
}
