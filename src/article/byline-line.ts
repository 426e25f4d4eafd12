const particle = '(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|y|e|af|av)'
const word =
  "(?:\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)*|(?:Mc|Mac|O['’]|D['’]|L['’])?\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}?[\\p{L}'’]+)*)"
const name = `(?:(?:Dr|Prof|Mr|Mrs|Ms|Mag|Ing|Sir)\\.?\\s+){0,2}${word}(?:\\s+(?:${particle}\\s+){0,2}${word}){0,4}`
const joined = `${name}(?:\\s*(?:,|;|\\||/|&|and|und|et|y|e|og|och|en|with|mit|avec|con|и)\\s+${name}){0,7}`
const tail = '(?:\\s*[,|(/–—-].{0,80})?'
const opener =
  '(?:(?:written|words|story|text|report|posted|published|reported|opinion|analysis|review)\\s+by|by|von|par|por|de|di|door|av|af|text|texto|texte|autor(?:in|en)?|author|reporter|redaktion|автор|текст|author\\(s\\)|from our|a commentary by|ein(?:e)? (?:kommentar|analyse|bericht|gastbeitrag|interview) von)'
const openedPattern = new RegExp(`^${opener}\\s*[:：]?\\s+(${joined})${tail}$`, 'u')
const openedLoose = new RegExp(
  `^(?:By|BY|Von|VON|Par|Por|POR|Text|Autor|Author)\\s*[:：]?\\s+(${joined})${tail}$`,
  'u',
)
const barePattern = new RegExp(`^${joined}$`, 'u')
const uppercaseOpened =
  /^(?:BY|VON|POR|PAR|By|Von)\s+((?:[\p{Lu}.'’-]+\s*){1,5}(?:(?:,|AND|UND|Y|ET)\s*(?:[\p{Lu}.'’-]+\s*){1,5})*)$/u

/** Names of a line that names its authors ("By A. Writer and B. Writer, Foreign Desk"), or null. */
export function bylineNames(line: string): string[] | null {
  if (line.length > 160) return null
  const found = openedPattern.exec(line) ?? openedLoose.exec(line) ?? uppercaseOpened.exec(line)
  return found?.[1] ? splitNames(found[1]) : null
}

/** A line that is nothing but one or more person-like names of two to five capitalised words each. */
export function isBareName(line: string): boolean {
  return (
    line.length <= 80 &&
    barePattern.test(line) &&
    line.split(/\s+/).length >= 2 &&
    splitNames(line).every(n => n.split(' ').length >= 2 && n.split(' ').length <= 5)
  )
}

/** Names joined by commas, "and", "und", "y", "&", ... */
export function splitNames(text: string): string[] {
  return text
    .split(
      /\s*(?:[,;|/&]|(?<![\p{L}])(?:and|AND|und|UND|et|ET|y|Y|og|och|with|mit|avec|con)(?![\p{L}\p{N}])|(?<=\s)и(?=\s))\s*/u,
    )
    .map(part => part.trim())
    .filter(part => part.length > 1)
}
