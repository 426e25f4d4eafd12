import { plausibility } from './plausibility.js'

/** Text of a capture's bytes, the charset it was read in, and why that one. */
export interface Decoded {
  readonly text: string
  readonly charset: string
  readonly basis: 'bom' | 'utf-8 is valid' | 'transport' | 'meta' | 'guess' | 'mojibake repaired'
}

const decode = (bytes: Uint8Array, charset: string, fatal: boolean): string | null => {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: in Latin text nearly every second byte is zero. */
function zeroBytePattern(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++
  })
  const half = sample.length / 2
  if (half >= 8 && odd > half * 0.7 && even < half * 0.05) return 'utf-16le'
  if (half >= 8 && even > half * 0.7 && odd < half * 0.05) return 'utf-16be'
  return null
}

/** Charset that an HTML or XML prologue declares in its first 4 kB. */
function declaredInside(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]+encoding=["']([\w.-]+)/i.exec(head)
  return found?.[1]?.toLowerCase() ?? null
}

/** Single-byte and double-byte charsets in which news text of the world is found; the order settles ties. */
const candidates = [
  'windows-1252',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1251',
  'koi8-r',
  'windows-1256',
  'windows-1250',
  'windows-1255',
  'windows-1253',
  'windows-1254',
]

function guess(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, 200_000)
  let best = { charset: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const charset of candidates) {
    const text = decode(sample, charset, false)
    if (text === null) continue
    const score = plausibility(text)
    if (score > best.score + 1e-9) best = { charset, score }
  }
  return { text: decode(bytes, best.charset, false) ?? '', charset: best.charset, basis: 'guess' }
}

/**
 * Bytes to text. Order: byte order mark; zero-byte pattern of UTF-16; valid UTF-8 with at least one multi-byte sequence wins over whatever
 * is declared (a legacy text practically never is valid UTF-8); the transport's charset; the page's own declaration; a guess by plausibility.
 * A declared charset under which bytes are invalid is not believed. Encoding Standard names (`TextDecoder`).
 */
export function decodeBytes(bytes: Uint8Array, transport?: string): Decoded {
  const mark = byteOrderMark(bytes)
  if (mark) return { text: decode(bytes, mark, false) ?? '', charset: mark, basis: 'bom' }
  const wide = zeroBytePattern(bytes)
  if (wide) return { text: decode(bytes, wide, false) ?? '', charset: wide, basis: 'guess' }
  const declared = declaredInside(bytes)
  const escaped = [transport, declared].find(name => name && /^(iso-2022-jp|csiso2022jp)$/i.test(name))
  if (escaped) return { text: decode(bytes, escaped, false) ?? '', charset: 'iso-2022-jp', basis: 'meta' }
  const utf8 = decode(bytes, 'utf-8', true)
  if (utf8 !== null) return { text: utf8, charset: 'utf-8', basis: 'utf-8 is valid' }
  return declaredOrGuessed(bytes, transport, declared)
}

function declaredOrGuessed(
  bytes: Uint8Array,
  transport: string | undefined,
  declared: string | null,
): Decoded {
  const named = [
    { name: transport, basis: 'transport' as const },
    { name: declared, basis: 'meta' as const },
  ]
  for (const { name, basis } of named) {
    if (!name) continue
    if (/^utf-?8$/i.test(name)) {
      // A few broken bytes in a UTF-8 page (a cut at a byte limit) do not make it a legacy page.
      const text = decode(bytes, 'utf-8', false) ?? ''
      if (brokenShare(text) < 0.002) return { text, charset: 'utf-8', basis }
      continue
    }
    const text = decode(bytes, name, true)
    if (text !== null && plausibility(text.slice(0, 200_000)) > -0.5)
      return { text, charset: name.toLowerCase(), basis }
  }
  const lenient = decode(bytes, 'utf-8', false) ?? ''
  if (brokenShare(lenient) < 0.0005) return { text: lenient, charset: 'utf-8', basis: 'utf-8 is valid' }
  return guess(bytes)
}

function brokenShare(text: string): number {
  let broken = 0
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) broken++
  return broken / Math.max(1, text.length)
}
