import { bylineNames, isBareName, splitNames } from '../byline-line.js'

const word =
  "(?:\\p{Lu}[\\p{L}'’.-]*|(?:van|von|de|der|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter|zu)(?=\\s))"
const person = `\\p{Lu}[\\p{L}'’.-]*(?:\\s${word}){1,3}`
const people = `${person}(?:\\s*(?:,|&|and|und|et|y|e|и|/)\\s*${person}){0,4}`
const address = '[\\p{L}\\p{N}._-]+@[\\p{L}\\p{N}.-]+'
const opener =
  '(?:words(?: and (?:photographs|photos|pictures))?|story|report|interview|text|texto|texte|analysis|review|автор|текст|autor(?:in|en)?|auteur|author)s?(?:\\s+(?:by|von|de|por|par))?'

/** Lines that name the writer of a scraped page, beyond "By Name": each gives the names. Only for lines right around a title. */
const forms: readonly RegExp[] = [
  new RegExp(
    `^${opener}\\s*[:：]\\s*(${people})(?:\\s(?:pictures|photographs|photos|fotos|bilder)\\s*:.*)?$`,
    'iu',
  ),
  new RegExp(
    `^(?:report|words|story|interview|words and photographs)(?:\\s+by)?\\s+(${people})(?:\\s+(?:at|in|from)\\s.{2,40})?$`,
    'iu',
  ),
  // "Name, correspondent", "NAME, City", "Name in City", "Name reports from City", "Name (now) and Name (earlier)", "Name | ", "Name name@outlet".
  new RegExp(`^(${people}),\\s[^.!?:]{3,60}$`, 'u'),
  new RegExp(`^(${people})\\s(?:in|à|en|aus)\\s\\p{Lu}[\\p{L}' -]{2,30}$`, 'u'),
  new RegExp(`^(${people})\\s(?:reports|reporting|berichtet|informa|rapporte)(?:\\s.{2,40})?$`, 'u'),
  new RegExp(
    `^(${person}\\s\\([^()]{2,14}\\)(?:\\s(?:and|und|et|y)\\s${person}\\s\\([^()]{2,14}\\))+)$`,
    'u',
  ),
  new RegExp(`^(${people})\\s*[|·•–—-]?\\s*${address}$`, 'u'),
  new RegExp(`^(${people})\\s*[|·•]\\s*$`, 'u'),
]

/** Names of a line near the title that names its writer, or null. */
export function headBylineNames(line: string): string[] | null {
  if (line.length > 110) return null
  const opened = bylineNames(line)
  if (opened) return opened
  for (const form of forms) {
    const names = form.exec(line)?.[1]
    if (names) return splitNames(names.replace(/\s*\([^()]*\)/g, '')).filter(name => /\s/.test(name))
  }
  return isBareName(line) ? splitNames(line) : null
}

/** What may stand below a name: a post ("Senior Fellow", "Columnist") or an address. */
export const isPost = (line: string): boolean =>
  new RegExp(`^${address}$`, 'u').test(line) ||
  (line.length <= 45 && /^\p{Lu}[\p{L}'’,&\s-]+$/u.test(line) && line.split(/\s+/).length <= 5)
