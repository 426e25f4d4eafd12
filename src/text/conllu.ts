import type { Block } from '../model/article.js'
import type { EntitySpan, ParsedText, Sentence, Token } from '../model/parsed-text.js'
import type { Span } from '../model/span.js'

/** Text rebuilt from a CoNLL-U file, with its paragraphs as blocks and its sentences. */
export interface ConlluText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
}

interface Row {
  readonly columns: readonly string[]
  readonly line: number
}

/** Columns of one line. Tabs separate them; a line written by hand may use runs of spaces instead. Missing columns are `_`. */
function columnsOf(line: string): string[] {
  const columns = line.includes('\t') ? line.split('\t') : line.trim().split(/\s+/)
  while (columns.length < 10) columns.push('_')
  return columns
}

const misc = (columns: readonly string[], key: string): string | undefined =>
  columns[9]!
    .split('|')
    .find(part => part.startsWith(`${key}=`))
    ?.slice(key.length + 1)

/** Entities from the BIO labels in `NER=` (or `Entity=`) of the MISC column. */
function entitiesOf(labels: readonly string[], tokens: readonly Token[]): EntitySpan[] {
  const entities: EntitySpan[] = []
  for (let from = 0; from < labels.length; ) {
    const type = /^[BI]-(PER|ORG|LOC|MISC)$/.exec(labels[from]!)?.[1] as EntitySpan['type'] | undefined
    let to = from + 1
    if (type) {
      while (labels[to] === `I-${type}`) to++
      entities.push({ type, from, to, span: [tokens[from]!.start, tokens[to - 1]!.end] })
    }
    from = to
  }
  return entities
}

/** Offsets of the words of a multiword token: by their lengths, the last one takes the rest. */
function wordSpans(start: number, end: number, forms: readonly string[]): Span[] {
  let at = start
  return forms.map((form, i) => {
    const from = at
    at = i === forms.length - 1 ? end : Math.min(end, from + form.length)
    return [from, at]
  })
}

class SentenceReader {
  private text = ''
  private readonly tokens: Token[] = []
  private readonly labels: string[] = []
  private readonly multiword: { from: number; to: number; span: Span }[] = []
  private range: { from: number; to: number; start: number; end: number; spans: Span[] } | null = null

  constructor(
    private readonly rows: readonly Row[],
    private readonly offset: number,
  ) {}

  read(block: number): { sentence: Sentence; text: string; glue: string } {
    let glue = ''
    let last: Row | null = null
    this.rows.forEach((row, index) => {
      const id = row.columns[0]!
      if (id.includes('.')) return
      const inside = this.range !== null && this.tokens.length < this.range.to
      if (!inside) {
        this.text += last ? glue : ''
        this.range = null
      }
      if (id.includes('-')) this.openRange(row, index)
      else this.addToken(row)
      if (!inside) glue = misc(row.columns, 'SpaceAfter') === 'No' ? '' : ' '
      last = row
    })
    const span: Span = [this.offset, this.offset + this.text.length]
    const entities = entitiesOf(this.labels, this.tokens)
    return {
      sentence: { span, tokens: this.tokens, entities, multiword: this.multiword, block },
      text: this.text,
      glue,
    }
  }

  private openRange(row: Row, index: number): void {
    const [first, final] = row.columns[0]!.split('-').map(Number) as [number, number]
    const start = this.offset + this.text.length
    this.text += row.columns[1]!
    const end = this.offset + this.text.length
    const words = this.rows.slice(index + 1).filter(next => /^\d+$/.test(next.columns[0]!))
    const forms = words.slice(0, final - first + 1).map(next => next.columns[1]!)
    const from = this.tokens.length
    this.range = { from, to: from + forms.length, start, end, spans: wordSpans(start, end, forms) }
    this.multiword.push({ from, to: from + forms.length, span: [start, end] })
  }

  private addToken({ columns, line }: Row): void {
    const head = columns[6] === '_' ? 0 : Number(columns[6])
    if (!Number.isInteger(head))
      throw new Error(`CoNLL-U line ${line}: the head "${columns[6]}" is no number.`)
    const place = this.range?.spans[this.tokens.length - this.range.from]
    const start = place ? place[0] : this.offset + this.text.length
    if (!place) this.text += columns[1]!
    const end = place ? place[1] : this.offset + this.text.length
    const blank = (value: string) => (value === '_' ? '' : value)
    this.tokens.push({
      form: this.text.slice(start - this.offset, end - this.offset),
      start,
      end,
      lemma: columns[2] === '_' && columns[1] !== '_' ? columns[1]!.toLowerCase() : columns[2]!,
      upos: columns[3]!,
      xpos: columns[4]!,
      feats: blank(columns[5]!),
      head: head - 1,
      deprel: columns[7]!,
    })
    this.labels.push(misc(columns, 'NER') ?? misc(columns, 'Entity') ?? 'O')
  }
}

/**
 * Reads CoNLL-U into sentences with offsets into the text that the forms and `SpaceAfter=No` spell out. `# newpar` and `# newdoc`
 * open a new block, separated by an empty line. Empty nodes (`8.1`) are skipped. Throws for a head that is no number.
 */
export function readConllu(source: string): ConlluText {
  const sentences: Sentence[] = []
  const blocks: Block[] = []
  let text = ''
  let glue = ''
  let rows: Row[] = []
  let fresh = true
  const close = () => {
    if (rows.length === 0) return
    if (fresh || blocks.length === 0) {
      text += blocks.length === 0 ? '' : '\n\n'
      blocks.push({ kind: 'paragraph', span: [text.length, text.length] })
    } else text += glue
    const read = new SentenceReader(rows, text.length).read(blocks.length - 1)
    text += read.text
    glue = read.glue
    sentences.push(read.sentence)
    const block = blocks.pop()!
    blocks.push({ ...block, span: [block.span[0], text.length] })
    rows = []
    fresh = false
  }
  source.split(/\r?\n/).forEach((line, index) => {
    if (/^# new(par|doc)\b/.test(line.trim())) {
      close()
      fresh = true
    } else if (line.trim() === '') close()
    else if (!line.trimStart().startsWith('#')) rows.push({ columns: columnsOf(line), line: index + 1 })
  })
  close()
  return { text, blocks, sentences }
}

function labelsOf(sentence: Sentence): string[] {
  const labels = sentence.tokens.map(() => 'O')
  for (const entity of sentence.entities)
    for (let i = entity.from; i < entity.to; i++)
      labels[i] = `${i === entity.from ? 'B' : 'I'}-${entity.type}`
  return labels
}

const plain = (value: string): string => value.replace(/\s+/gu, ' ')

function sentenceLines(sentence: Sentence, text: string, next: number | undefined): string[] {
  const labels = labelsOf(sentence)
  const lines: string[] = []
  const gapAfter = (end: number, following: number | undefined) =>
    following !== undefined && following === end
  const miscColumn = (tight: boolean, label: string) =>
    [...(label === 'O' ? [] : [`NER=${label}`]), ...(tight ? ['SpaceAfter=No'] : [])].join('|') || '_'
  sentence.tokens.forEach((token, i) => {
    const range = sentence.multiword.find(words => words.from <= i && i < words.to)
    const following = (range ? sentence.tokens[range.to] : sentence.tokens[i + 1])?.start ?? next
    if (range?.from === i) {
      const form = plain(text.slice(...range.span))
      const ids = `${i + 1}-${range.to}`
      const tail = miscColumn(gapAfter(range.span[1], following), 'O')
      lines.push([ids, form, '_', '_', '_', '_', '_', '_', '_', tail].join('\t'))
    }
    const tight = !range && gapAfter(token.end, following)
    const columns = [
      i + 1,
      plain(token.form),
      plain(token.lemma) || '_',
      token.upos,
      token.xpos,
      token.feats || '_',
      token.head + 1,
      token.deprel,
      '_',
      miscColumn(tight, labels[i]!),
    ]
    lines.push(columns.join('\t'))
  })
  return lines
}

/**
 * Writes sentences as CoNLL-U with `# text`, multiword ranges and `SpaceAfter=No`; entities stand as `NER=B-PER` in the MISC column.
 * `text` is the article's text that the offsets refer to.
 */
export function writeConllu(parsed: Pick<ParsedText, 'article' | 'sentences'>, text: string): string {
  const out: string[] = []
  parsed.sentences.forEach((sentence, i) => {
    if (i === 0) out.push(`# newdoc id = ${plain(parsed.article)}`)
    if (sentence.block !== parsed.sentences[i - 1]?.block) out.push('# newpar')
    out.push(`# sent_id = ${i + 1}`, `# text = ${plain(text.slice(...sentence.span))}`)
    out.push(...sentenceLines(sentence, text, parsed.sentences[i + 1]?.span[0]), '')
  })
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}
