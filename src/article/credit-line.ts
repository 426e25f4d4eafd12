import type { Lexicon } from './lexicon.js'

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

const pictureWord =
  '(?:photos?|fotos?|foto|bild(?:er)?|image|picture|getty(?: images)?|imago|epa|file|archiv(?:bild|foto)?|symbol(?:bild|foto)|handout|courtesy|shutterstock|picture[- ]alliance|screenshot|supplied|provided|фото|ap photo)'
/** Forms in which captions end: "... Photo: Name", "... (Photo: Name / Agency)", "... © Name", "... Name/AGENCY", "... Getty Images". A lone "(AGENCY)" ends texts as well. */
const captionEnds: readonly RegExp[] = [
  /(?:[.\s]|^)\(?(?:©|photo(?:graph)?\s*(?::|by\s\p{Lu}|credit)|foto\s*:|fotos\s*:|bild\s*:|bildquelle|bildrechte|image\s*(?::|credit)|credit\s*:|crédit\s*:|picture\s*:|фото\s*:|ảnh\s*:|foto\/|nuotr\.|ljósmynd\/)\s*[^.]{2,80}\)?\.?$/iu,
  new RegExp(
    `\\((?:[^()]*(?<![\\p{L}])${pictureWord}(?![\\p{L}])[^()]{0,50}|[\\p{L}. '’-]{3,40}/\\s?[\\p{L} ]{2,30})\\)\\.?$`,
    'iu',
  ),
  /(?:getty images(?: europe)?|\p{Lu}[\p{L}.'’-]+\s?\/\s?(?:afp|reuters|ap|dpa|epa|efe|ansa|tass|getty images|aap|anp|ntb|tt)|imago(?:\/\S+)?|picture[- ]alliance\S*|shutterstock(?:\.com)?|ap photo|file photo|handout via reuters|gc images)\)?\.?$/iu,
  // A sentence and behind it two to five words of a credit with a known source and no full stop.
  /[.!?]\s?(?:\p{Lu}[\p{L}.'’-]+\s){0,4}(?:AP|AFP|dpa|EPA|EFE|Reuters|Imago|AAP)$/u,
]

/** A line that describes a picture and ends in its credit. */
export function isCaption(line: string): boolean {
  return line.length < 400 && captionEnds.some(end => end.test(line))
}

const placeInPicture =
  /\((?:archiv(?:bild|foto)?|symbol(?:bild|foto)|file(?: photo)?|left|right|links|rechts|cent(?:re|er)|mitte|[lrcm]\.?|v\.\s?l\.?|re\.?|li\.?|second (?:left|right)|2nd [lr])\)/i

/** Words that point to a picture at the line's beginning, or a person's place in it. */
export function pointsToPicture(line: string): boolean {
  if (
    /^(?:pictured|in this (?:photo|image|picture|file)|a (?:file )?(?:photo|picture) (?:of|shows)|file(?: photo)?\s*[:–-]|representative image|image for representation|watch\s*[|:]|video\s*[|:]|archivbild|symbolbild|this (?:image|photo|picture|combination)|undated (?:photo|handout))/i.test(
      line,
    )
  )
    return true
  return line.length < 250 && placeInPicture.test(line)
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
