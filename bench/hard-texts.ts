/**
 * Texts that are no articles, through the parser: time and memory. `node --expose-gc dist/bench/hard-texts.js [BACKEND]` after a build.
 * Every word must come back with its offsets, whatever the text. Texts are made here, from a few words and a seeded generator.
 */
import { type Parse, parse } from '../src/resources/parse.js'

const backend = process.argv[2] === 'wasm' ? 'wasm' : 'auto'

/** Numbers below `limit`, always the same ones. */
function generator(seed: number): (limit: number) => number {
  let state = seed
  return limit => (state = (state * 48271) % 2147483647) % limit
}

function words(count: number, inventory: string, seed = 7): string[] {
  const next = generator(seed)
  const list = inventory.split(' ')
  return Array.from({ length: count }, () => list[next(list.length)]!)
}

const english =
  'the ships of a small northern port that nobody had seen were lying there and waited for stone or grain'
const spanish =
  'los barcos de un puerto del norte que nadie había visto esperaban allí piedra o trigo y la niña cantó'
const arabic = 'السفينة في الميناء الصغير على البحر كانت تنتظر القمح والحجر منذ يومين'
const hebrew = 'הספינה בנמל הקטן על הים חיכתה לחיטה ולאבן במשך יומיים'
const japanese = '小さな港の船は石と小麦を二日間待っていた'

const sentences = (list: readonly string[], length: number): string =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, i) => {
    const sentence = list.slice(i * length, (i + 1) * length).join(' ')
    return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.${i % 6 === 5 ? '\n\n' : ' '}`
  }).join('')

const texts: Readonly<Record<string, () => string>> = {
  'ordinary text, 10,000 words': () => sentences(words(10_000, english), 19),
  'a sentence of 100,000 words': () => words(100_000, english).join(' '),
  'a sentence of 100,000 words with commas': () => words(100_000, `${english} boats,`).join(' '),
  '100,000 emoji': () => '😀👩‍👩‍👧🇰🇪🙏🏽'.repeat(25_000),
  '50,000 emoji with blanks': () => '😀 🙏🏽 '.repeat(25_000),
  'a word of 500,000 letters': () => 'a'.repeat(500_000),
  '200,000 full stops': () => '.'.repeat(200_000),
  '100,000 opening quotes and brackets': () => '(“'.repeat(50_000),
  'right to left, 50,000 words': () =>
    `${words(25_000, arabic).join(' ')}\n\n${words(25_000, hebrew).join(' ')}`,
  'control characters, 100,000': () => '\u0000\u0007\u001b[31m\u202e\u200b\ufeff\ud800 x'.repeat(10_000),
  'Japanese without blanks, 200,000 characters': () => `${japanese}、`.repeat(10_000),
  'a novel in Spanish, 120,000 words': () => sentences(words(120_000, spanish), 23),
  'a table of 30,000 numbers': () => words(30_000, '1,204.5 -3 12:30 7% $40 2024-01-02 | ;').join('\t'),
}

/** Characters that are no white space and belong to no word. */
function lost({ text, sentences: parsed }: Parse): number {
  let at = 0
  let count = 0
  for (const { tokens } of parsed)
    for (const { start, end } of tokens) {
      count += text.slice(at, start).replace(/\s/gu, '').length
      at = end
    }
  return count + text.slice(at).replace(/\s/gu, '').length
}

const rows = []
await parse('Ready.', { backend })
for (const [name, make] of Object.entries(texts)) {
  const text = make()
  globalThis.gc?.()
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  const before = process.cpuUsage()
  const parsed = await parse(text, { backend })
  clearInterval(watch)
  const { user, system } = process.cpuUsage(before)
  rows.push({
    text: name,
    characters: text.length,
    words: parsed.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    sentences: parsed.sentences.length,
    lost: lost(parsed),
    'seconds of processor time': Number(((user + system) / 1e6).toFixed(2)),
    'memory, MB': Math.round(Math.max(peak, process.memoryUsage.rss()) / 1e6),
  })
}
console.table(rows)
