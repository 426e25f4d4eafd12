import { type WrittenDay, writtenDays } from './day.js'
import type { ArticleResources } from './resources.js'

/** What a date line dates. */
export interface DateLine {
  readonly day: string
  readonly text: string
  readonly kind: 'published' | 'modified' | 'bare'
  /** The line names the time of day: pages do that for articles, hardly for "today's date" in their header. */
  readonly timed: boolean
}

const publishedWords =
  /(?<![\p{L}\p{N}])(?:published|posted|publi[cs]h?ed|issued|released|first published|created|veröffentlicht|erstellt|publié|publicado|publicada|pubblicato|publicerad|publisert|publiceret|gepubliceerd|opublikowano|date published|date|опубликовано|дата|created on|vom|am|on|le|el|em|input|入力|公開|配信|掲載|발행|입력|등록|发布|發布|تاريخ النشر|نشر|yayınlanma|yayın)(?![\p{L}\p{N}])|입력|등록|発表|更新日|公開日/iu
const modifiedWords =
  /(?<![\p{L}\p{N}])(?:updated?|modified|last updated|last modified|edited|aktualisiert|stand|geändert|zuletzt|letzte|mis à jour|actualizado|actualizada|actualización|atualizado|atualizada|aggiornato|uppdaterad|oppdatert|opdateret|bijgewerkt|aktualizacja|обновлено|изменено|güncelleme|son güncelleme)(?![\p{L}\p{N}])|更新|수정/iu
const filler =
  /(?<![\p{L}\p{N}])(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|[ap]\.?\s?m\.?|uhr|hrs?|gmt|utc|[cemnpw]?[es][sd]?t|[ceiw]e?st|ist|bst|kst|jst|sast|msk|at|um|à|à las|às|kl|klo|hours?|min(?:utes?)?(?: read)?|read|lesezeit|minuten?|updated|time|o'clock|of|the|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta|feira|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|mo|di|mi|do|fr|sa|so|online|from|by|in|et|eastern|edt|est)(?![\p{L}\p{N}])|[월화수목금토일]요일|[(（][月火水木金土日][)）]|午[前後]|오[전후]/giu

/** Reads a line that holds a date and hardly anything else. A copyright line or one with "photo" is none. */
export function dateLine(line: string, months: ArticleResources['months']): DateLine | null {
  if (
    line.length > 140 ||
    !/\d{4}/.test(line) ||
    /©|\(c\)|ⓒ|copyright|photo|foto|image|bild\b|founded|born/i.test(line)
  )
    return null
  const days = writtenDays(line, months)
  const first = days[0]
  if (!first) return null
  let rest = line
  for (const found of days) rest = rest.replace(found.text, ' ')
  const letters =
    rest
      .replace(publishedWords, ' ')
      .replace(modifiedWords, ' ')
      .replace(filler, ' ')
      .match(/\p{L}+/gu) ?? []
  if (letters.length > 5 || letters.join('').length > 30) return null
  return classify(line, first, days)
}

function classify(line: string, first: WrittenDay, days: readonly WrittenDay[]): DateLine {
  const before = line.slice(0, first.start)
  const timed = /\d{1,2}[:.h]\d{2}|\d\s?[ap]\.?m\.?|\bUhr\b/i.test(line.replace(first.text, ''))
  if (publishedWords.test(before)) return { day: first.day, text: first.text, kind: 'published', timed }
  if (modifiedWords.test(before)) {
    const second = days[1]
    if (second && publishedWords.test(line.slice(first.start + first.text.length, second.start)))
      return { day: second.day, text: second.text, kind: 'published', timed }
    return { day: first.day, text: first.text, kind: 'modified', timed }
  }
  return { day: first.day, text: first.text, kind: 'bare', timed }
}
