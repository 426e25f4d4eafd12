import { describe, expect, it } from 'vitest'
import { binaryFormat } from './binary.js'
import { decodeBytes } from './charset.js'
import { repairMojibake } from './mojibake.js'

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Cyrillic of windows-1251 by its code table. */
const cyrillic1251 = (text: string): Uint8Array =>
  Uint8Array.from([...text], c => (c >= 'А' && c <= 'я' ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0)))

describe('decodeBytes', () => {
  it('believes valid UTF-8 more than what is declared', () => {
    expect(decodeBytes(utf8('Größe und Länge'), 'iso-8859-1')).toMatchObject({
      text: 'Größe und Länge',
      charset: 'utf-8',
    })
  })

  it('reads the byte order marks', () => {
    expect(decodeBytes(Uint8Array.from([0xff, 0xfe, ...Buffer.from('Größe', 'utf16le')])).text).toBe('Größe')
    expect(decodeBytes(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('Größe')])).text).toBe('Größe')
  })

  it('reads UTF-16 without a mark by its zero bytes', () => {
    expect(decodeBytes(Uint8Array.from(Buffer.from('The minister arrived.', 'utf16le'))).text).toBe(
      'The minister arrived.',
    )
  })

  it('uses the declaration of the page for legacy bytes', () => {
    expect(decodeBytes(latin('<meta charset="iso-8859-1"><p>Präsident</p>')).text).toContain('Präsident')
  })

  it('guesses the charset of undeclared bytes', () => {
    expect(
      decodeBytes(latin('Der Präsident kündigte für nächste Woche Gespräche über höhere Zölle an.')).charset,
    ).toBe('windows-1252')
    const russian = 'Министр прибыл в столицу для переговоров о рыбной ловле'
    expect(decodeBytes(cyrillic1251(russian))).toMatchObject({ text: russian, charset: 'windows-1251' })
  })

  it('does not believe a wrong declaration', () => {
    expect(
      decodeBytes(latin('Der Präsident kündigte für nächste Woche Gespräche an.'), 'utf-8').text,
    ).toContain('kündigte')
  })
})

describe('repairMojibake', () => {
  it('repairs text that was read in the wrong charset', () => {
    expect(repairMojibake('It wasnâ€™t the ministerâ€™s cafÃ©')).toEqual({
      text: 'It wasn’t the minister’s café',
      repaired: true,
    })
  })

  it('leaves French and Portuguese alone', () => {
    for (const text of ['Élève à l’école où il a été reçu', 'São Paulo, à tarde: ações'])
      expect(repairMojibake(text)).toEqual({ text, repaired: false })
  })
})

describe('binaryFormat', () => {
  it('knows signatures and control characters', () => {
    expect(binaryFormat(latin('%PDF-1.4'))).toBe('a PDF file')
    expect(binaryFormat(Uint8Array.from([0, 1, 2, 3, 4, 5]))).not.toBeNull()
    expect(binaryFormat(utf8('Plain text, with ümlauts\tand tabs.\r\n'))).toBeNull()
  })
})
