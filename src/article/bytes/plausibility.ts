/**
 * How much a decoded text looks like text of one language: about 1 for clean text, below 0 for the wrong charset. Letters beyond ASCII count for
 * their script's run lengths: in a wrong charset scripts change inside words, capitals stand inside words, and replacement or control characters appear.
 */
export function plausibility(text: string): number {
  let high = 0
  let bad = 0
  let good = 0
  for (const run of text.matchAll(/[\p{L}\p{M}]*[^\x00-\x7f]+[\p{L}\p{M}]*/gu)) {
    const word = run[0]
    high += word.length
    const scripts = scriptsOf(word)
    const mixed =
      scripts.size > 1 &&
      !(scripts.size <= 3 && [...scripts].every(s => s === 'han' || s === 'kana' || s === 'hangul'))
    const capitalInside = /\p{Ll}\p{Lu}/u.test(word) && scripts.has('cyrillic')
    if (mixed || capitalInside || /[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(word)) bad += word.length * 2
    else good += frequent(word)
  }
  return high === 0 ? 1 : (good - bad) / high
}

const ranges: readonly [string, RegExp][] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['han', /\p{Script=Han}/u],
  ['kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['hangul', /\p{Script=Hangul}/u],
]

const scriptsOf = (word: string): Set<string> =>
  new Set(ranges.filter(([, test]) => test.test(word)).map(([name]) => name))

/** Weight of a run: full for letters that are frequent in their script, less for rare ones (KOI8-R read as windows-1251 is all letters, but the wrong ones). */
function frequent(word: string): number {
  const common = word.match(
    /[\x00-\x7fäöüßéèêàáíóúñçãõôâîïûåøæœ’‘“”«»„–—…а-яёА-Я一-鿿ぁ-んァ-ヶー가-힣ا-يء-ئًٌٍَُِّْא-תα-ωάέήίόύώğışĞİŞąćęłńśźżčďěňřšťůž、。「」・，：！？（）]/gu,
  )
  const rareCyrillic = word.match(/[ЪЫЬъэщфЭЩФЁ]/gu)?.length ?? 0
  const rareHan = word.match(/[㐀-䶿豈-﫿]|[\u{20000}-\u{2ffff}]/gu)?.length ?? 0
  return (common?.length ?? 0) - rareCyrillic - rareHan * 2
}
