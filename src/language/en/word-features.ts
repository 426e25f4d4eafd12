import type { WordAnalysis } from '../resources.js'

/** UD features by tag (`NOUN/NNS`) and, where they differ, by tag and lower-cased form (`DET/DT the`). */
export type FeatureTable = ReadonlyMap<string, string>

const withoutAgreement = (features: string): string =>
  features
    .split('|')
    .filter(feature => !/^(?:Number|Person)=/.test(feature))
    .join('|')

/** Verbs whose form leaves number and person open: only their subject could tell. */
const openForms = /^(?:VERB|AUX)\/VB[DP]$/
const agreeing = /^(?:am|'m|was|is|'s|has|does)$/

function add(features: string, feature: string): string {
  const list = features === '' ? [] : features.split('|')
  if (!list.includes(feature)) list.push(feature)
  return list.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('|')
}

/** Universal features of a word from its tags and form; passive voice from its auxiliary. Empty when it has none. */
export function featuresOf(
  form: string,
  index: number,
  words: readonly WordAnalysis[],
  table: FeatureTable,
): string {
  const word = words[index]!
  const tag = `${word.upos}/${word.xpos}`
  const lower = form.toLowerCase().replace(/\u2019/g, "'")
  let features = table.get(`${tag} ${lower}`) ?? table.get(tag) ?? ''
  if (openForms.test(tag) && !agreeing.test(lower)) features = withoutAgreement(features)
  if (word.xpos === 'VBN' && word.upos === 'VERB') {
    const passive = words.some(other => other.head === index && other.deprel === 'aux:pass')
    const plain = features.replace(/\|?Voice=Pass/, '')
    features = passive || /^(?:acl|amod)$/.test(word.deprel) ? add(plain, 'Voice=Pass') : plain
  }
  return features
}
