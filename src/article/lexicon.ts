import type { ArticleResources } from './resources.js'

/** Furniture phrases and agencies compiled for fast lookup. */
export interface Lexicon {
  /** Reason to cut a line for, or null. `truncation` also tells that the text was cut off here. */
  furniture(line: string): string | null
  /** Reason of a phrase that the line begins with, whatever its length. */
  opens(line: string): string | null
  /** Canonical name of the agency that a credit names ("(Reuters)", "dpa/AFP"), or null. */
  agency(credit: string): string | null
}

const compiled = new WeakMap<ArticleResources, Lexicon>()

/** Compiled once per set of resources. */
export function lexiconOf(resources: ArticleResources): Lexicon {
  const known = compiled.get(resources)
  if (known) return known
  const lexicon = compile(resources)
  compiled.set(resources, lexicon)
  return lexicon
}

const plain = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/^[\s>»›→▶►•·|*\-–—+#“"„«▸▷■□◆●【[]+/u, '')
    .trim()
const end = /[\s>»›→▶►•·|*:.…!\-–—+\]】"”»?]+$/u

function compile(resources: ArticleResources): Lexicon {
  const lines = new Map<string, string>()
  const starts = new Map<string, { phrase: string; kind: string }[]>()
  for (const { kind, match, phrase } of resources.furniture) {
    if (match === 'line') {
      const stem = phrase.replace(end, '')
      // "Read more..." under a text says that it goes on; "Read more" alone is a link to something else.
      lines.set(phrase, kind)
      if (!lines.has(stem)) lines.set(stem, kind)
    } else {
      const key = phrase.slice(0, 3)
      starts.set(key, [...(starts.get(key) ?? []), { phrase, kind }])
    }
  }
  const agencies = new Map<string, string>()
  for (const { name, aliases } of resources.agencies) {
    agencies.set(name.toLowerCase(), name)
    for (const alias of aliases) agencies.set(alias, name)
  }
  const opens = (line: string): string | null => {
    const text = plain(line)
    let best: { phrase: string; kind: string } | null = null
    for (const candidate of starts.get(text.slice(0, 3)) ?? []) {
      if (!text.startsWith(candidate.phrase) || (best && best.phrase.length >= candidate.phrase.length))
        continue
      // A phrase ends where a word ends: "share" does not open "shareholders".
      const next = text[candidate.phrase.length] ?? ' '
      if (/[\p{L}\p{N}]/u.test(next) && /[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(candidate.phrase))
        continue
      // "Continue reading," says the voice: words of a sentence, no button.
      if (line.length > 20 && /^["”»’']?,|^,["”»’']/.test(text.slice(candidate.phrase.length))) continue
      best = candidate
    }
    // A short opening ("more", "quelle:") may begin a long sentence of the text as well.
    return best && (line.length <= 130 || best.phrase.length >= 12) ? best.kind : null
  }
  // "Share Print E-mail", "WhatsApp · Copy link": a row of labels most of which stand alone elsewhere.
  const row = (line: string): string | null => {
    if (/[.!?]["”»]?$/.test(line)) return null
    const words = plain(line)
      .split(/[\s·•|/,:]+/)
      .filter(word => /\p{L}/u.test(word))
    if (words.length < 2 || words.length > 14) return null
    const hits = words.filter(word => lines.get(word) === 'share').length
    return hits >= 2 && hits >= words.length * 0.5 ? 'share' : null
  }
  return {
    opens,
    furniture: line =>
      line.length > 300
        ? null
        : (lines.get(plain(line)) ?? lines.get(plain(line).replace(end, '')) ?? opens(line) ?? row(line)),
    agency: credit => agencyIn(credit, agencies),
  }
}

function agencyIn(credit: string, agencies: ReadonlyMap<string, string>): string | null {
  const text = credit.replace(/^[\s([–—-]+|[\s)\].–—-]+$/g, '')
  for (const part of [text, ...text.split(/\s*[/,;+&|]\s*|\s+(?:and|und|et|y|with|mit|avec)\s+/)]) {
    const name = agencies.get(part.trim().toLowerCase())
    // Initials are capitals or the agency's own spelling; "ap" or "pa" inside a sentence is none.
    if (
      name &&
      (part.length > 4 ||
        part === part.toUpperCase() ||
        /^(dpa|epd|afp|apa|sda|sid|ntb|čtk|ansa)$/i.test(part))
    )
      return name
  }
  return null
}
