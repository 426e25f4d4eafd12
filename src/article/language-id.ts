import type { ArticleResources } from './resources.js'

const scripts: readonly [language: string, test: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
]

const several: readonly [script: string, test: RegExp, languages: readonly string[]][] = [
  ['cyrillic', /\p{Script=Cyrillic}/gu, ['ru', 'uk', 'be', 'bg', 'sr']],
  ['arabic', /\p{Script=Arabic}/gu, ['ar', 'fa', 'ur']],
]
const notLatin = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'ar', 'fa', 'ur', 'he', 'el', 'hi', 'ja', 'ko', 'zh'])

const count = (text: string, test: RegExp): number => text.match(test)?.length ?? 0

/**
 * Language of a text as BCP 47 primary tag, `und` when unsure. The script decides where it belongs to one language (kana, hangul, Hebrew, ...);
 * Latin, Cyrillic and Arabic script are told apart by the share of words that are among a language's most frequent ones (the "small words"
 * method, Grefenstette 1995). Unsure: fewer than four such words, a share below 8 in 100, or a near tie.
 */
export function identifyLanguage(text: string, resources: Pick<ArticleResources, 'functionWords'>): string {
  const sample = text.slice(0, 8000)
  const letters = count(sample, /\p{L}/gu)
  if (letters < 12) return 'und'
  const latin = [...resources.functionWords.keys()].filter(language => !notLatin.has(language))
  // Most texts are in Latin script: the others need not be counted.
  if (count(sample, /\p{Script=Latin}/gu) > letters * 0.62) return byFunctionWords(sample, latin, resources)
  const kana = count(sample, scripts[0]![1])
  const han = count(sample, scripts[2]![1])
  // Japanese mixes kana with Han characters; Chinese has no kana to speak of.
  if (kana + han > letters * 0.4) return kana > (kana + han) * 0.08 ? 'ja' : 'zh'
  for (const [language, test] of scripts) if (count(sample, test) > letters * 0.5) return language
  for (const [, test, languages] of several)
    if (count(sample, test) > letters * 0.5) return byFunctionWords(sample, languages, resources)
  return count(sample, /\p{Script=Latin}/gu) > letters * 0.5
    ? byFunctionWords(sample, latin, resources)
    : 'und'
}

const wordSets = new WeakMap<readonly string[], ReadonlySet<string>>()

function wordSet(words: readonly string[]): ReadonlySet<string> {
  const known = wordSets.get(words) ?? new Set(words)
  wordSets.set(words, known)
  return known
}

function byFunctionWords(
  text: string,
  languages: readonly string[],
  resources: Pick<ArticleResources, 'functionWords'>,
): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = languages
    .map(language => {
      const known = wordSet(resources.functionWords.get(language) ?? [])
      let hits = 0
      const kinds = new Set<string>()
      for (const word of words) {
        if (!known.has(word)) continue
        hits++
        kinds.add(word)
      }
      return { language, hits, kinds: kinds.size, score: hits / Math.sqrt(known.size || 1) }
    })
    .sort((a, b) => b.score - a.score || b.kinds - a.kinds)
  const [first, second] = scores
  if (!first || first.hits < 3 || first.kinds < 2 || first.hits < words.length * 0.06) return 'und'
  return second && first.hits < second.hits * 1.04 && first.kinds <= second.kinds ? 'und' : first.language
}
