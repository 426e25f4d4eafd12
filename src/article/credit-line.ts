import type { Lexicon } from './lexicon.js'

const photoWords =
  /(?<![\p{L}\p{N}])(?:photo(?:graph(?:er|s|y)?|grafie|grafia)?s?|foto(?:s|graf|grafía)?|bild(?:er|quelle|nachweis|rechte)?|image|picture|getty|imago|shutterstock|istock|unsplash|pixabay|pexels|adobe\s?stock|alamy|epa-efe|epa|picture[- ]alliance|press association images|stringer|file photo|handout|screenshot|archivbild|archivfoto|symbolbild|symbolfoto|credits?|courtesy|crédits?|copyright|illustration|infografi[ck]a?|grafik|wikimedia|zuma|afp|reuters|dpa|keystone|bloomberg|фото|снимок|صورة|写真|提供)(?![\p{L}\p{N}])/iu
const opening =
  /^\s*(?:[([]\s*)?(?:©|\(c\)|ⓒ|copyright\b|(?:photo|photograph|image|picture|video|illustration|graphic|foto|fotos|bild|bilder|grafik|imagen|imagem|photos|crédit|crédits|credit|credits|quelle|symbolbild|symbolfoto|archivbild|archivfoto|fotografia|zdjęcie|zdj|фото|иллюстрация|кадр|снимок|写真|사진|図)\s*(?:[:：]|by\b|credit|courtesy|von\b|©|\/)|фото\b|(?:photo|image|picture) (?:credit|by|courtesy|source))/iu

/** A line that says who made or owns a picture: "Photo: ...", "© Agency / Name", "Name/Agency via Agency", "Getty Images". */
export function isCredit(line: string, lexicon: Lexicon): boolean {
  if (line.length > 160) return false
  if (opening.test(line)) return true
  if (/[.!?]["”]?$/.test(line) && line.length > 60) return false
  // "Name / Agency", "Agency/Name", "Name, Agency": at most eight words and a known agency or photo word in one part.
  const parts = line.split(/\s*[/|,]\s*|\s+via\s+|\s*©\s*|\s+[-–—]\s+/i).filter(Boolean)
  const words = line.split(/\s+/).length
  const pictured = parts.some(
    part =>
      lexicon.agency(part) !== null ||
      /^(?:getty(?: images)?|imago\b.*|picture[- ]alliance|epa|shutterstock|ap photo|epa-efe|istock|alamy|adobe ?stock|pixabay|unsplash|keystone|afp photo|zuma.*|nurphoto|anadolu.*|stringer|handout|archiv|pool|(?:ap|afp|reuters) (?:photo|images?|file).*)$/i.test(
        part.trim(),
      ),
  )
  return words <= 9 && pictured && (parts.length > 1 || words <= 3)
}

const captionEnd =
  /(?:[.\s]|^)\(?(?:©|photo(?:graph)?\s*(?::|by|credit)|foto\s*:|bild\s*:|image\s*(?::|credit)|credit\s*:|quelle\s*:|crédit|picture\s*:|фото\s*:)\s*[^.]{2,80}\)?\.?$|\((?:[^()]*\b(?:ap photo|getty|reuters|afp|epa|imago|file photo|archivbild|archivfoto|symbolbild|symbolfoto|ap|dpa|shutterstock|picture alliance|foto|photo|file)\b[^()]*)\)\.?$|\b(?:getty images|\/(?:afp|reuters|ap|dpa|epa|efe|ansa|tass)|imago(?:\/\S+)?|picture[- ]alliance\S*|shutterstock(?:\.com)?|ap photo|file photo|handout via reuters|\|\s*(?:ap|reuters|afp|file|getty).{0,20})\)?\.?$/iu

/** A line that describes a picture and ends in its credit. */
export function isCaption(line: string): boolean {
  return line.length < 500 && captionEnd.test(line)
}

/** Words that point to a picture at the line's beginning or end. */
export function pointsToPicture(line: string): boolean {
  return (
    /^(?:pictured|in this (?:photo|image|picture|file)|a (?:file )?(?:photo|picture) (?:of|shows)|file(?: photo)?\s*[:–-]|representative image|image for representation|watch\s*[|:]|video\s*[|:]|auf diesem|archivbild|symbolbild|this (?:image|photo|picture|combination)|undated (?:photo|handout))/i.test(
      line,
    ) ||
    (photoWords.test(line) &&
      /\((?:archiv|symbol|file|l|r|left|right|links|rechts|centre|center|re|li|c)[^)]{0,30}\)/i.test(line) &&
      line.length < 250)
  )
}

/** A credit with its caption glued on without a space ("© AGENCY / StringerThe president attends ..."): the place where the caption begins, or -1. */
export function gluedCaption(line: string): number {
  if (!/^(?:©|\(c\)|photo|foto|image|фото|\p{Lu}[\p{L}.]+\s*\/)/iu.test(line)) return -1
  const found =
    /^(?:©|[^.!?]){3,70}?\/\s*(?:\p{Lu}[\p{Ll}.]+\s?){1,3}?(?<=\p{Ll})(?=\p{Lu}\p{Ll}*(?:'s|’s)?\s+\S+\s+\S+\s+\S+)/u.exec(
      line,
    )
  return found ? found[0].length : -1
}
