import { codeMarkedPair } from '../../src/event/index.js'
import { parsePlainText } from '../../src/language/index.js'
import type { Span } from '../../src/model/index.js'
import type { Resources } from '../../src/resources/index.js'

export interface PlvRow {
  readonly uid: string
  readonly marked_sentence: string
}

const quad: Readonly<Record<string, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  ACCUSE: 3,
  REQUEST: 3,
  REJECT: 3,
  THREATEN: 3,
}

/** Rows of a tab-separated file with a header; a field may stand in quotes as in CSV, quotes inside doubled. */
export function plvRows(source: string): PlvRow[] {
  const [header, ...lines] = source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line !== '')
  const columns = header!.split('\t')
  const unquote = (field: string) =>
    /^".*"$/s.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field
  return lines.map(line => {
    const fields = line.split('\t').map(unquote)
    return Object.fromEntries(columns.map((name, i) => [name, fields[i] ?? ''])) as unknown as PlvRow
  })
}

interface Marked {
  readonly text: string
  readonly source: readonly Span[]
  readonly target: readonly Span[]
}

/** Takes `<s>..</s>` and `<t>..</t>` out of a sentence and gives the spans they marked. */
export function unmark(sentence: string): Marked {
  const spans: Record<string, Span[]> = { s: [], t: [] }
  let text = ''
  let from = 0
  for (const part of sentence.split(/(<\/?[st]>)/)) {
    const tag = /^<(\/?)([st])>$/.exec(part)
    if (!tag) text += part
    else if (tag[1] === '') from = text.length
    else {
      const marked = text.slice(from)
      const start = from + marked.length - marked.trimStart().length
      const end = from + marked.trimEnd().length
      if (end > start) spans[tag[2]!]!.push([start, end])
    }
  }
  return { text, source: spans['s']!, target: spans['t']! }
}

/** Task `plv`: the event between the marked source and target of a sentence, as label of the PLV data. */
export async function predictPlv({ uid, marked_sentence }: PlvRow, { language, event }: Resources) {
  const { text, source, target } = unmark(marked_sentence)
  const { records: parsed } = await parsePlainText(uid, text, language)
  const best = codeMarkedPair(text, parsed, source, target, event)[0]
  return best ? { uid, root: best.root, penta: quad[best.root] ?? 4 } : { uid, root: null, penta: null }
}
