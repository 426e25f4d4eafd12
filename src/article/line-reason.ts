import { bylineNames } from './byline-line.js'
import { isCaption, isCredit, pointsToPicture } from './credit-line.js'
import { dateLine } from './date-line.js'
import { isSignOff } from './edges.js'
import type { Lexicon } from './lexicon.js'
import { bare } from './plain-text.js'
import type { ArticleResources } from './resources.js'

const timeUnit =
  '(?:sec(?:ond)?s?|min(?:ute[ns]?|utos?|uts?)?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|std|stunden?|tagen?|tage|wochen?|heures?|jours?|horas?|días?|dias?|ore|giorni|timer?|timmar|dager?|dagar|godz|мин|минут[ыу]?|час(?:а|ов)?|дн(?:я|ей)|分|時間|日|분|시간|小时|分钟|前|전)'
const relativeTime = new RegExp(
  `^(?:.{0,40}?(?:^|\\s|•|·|\\|))?(?:(?:vor|il y a|hace|há|vor ca\\.|за|for|siden)\\s+\\d+\\s*${timeUnit}|\\d+\\s*${timeUnit}\\.?\\s*(?:ago|siden|sedan|fa|atrás|geleden|назад|前|전))(?![\\p{L}]).{0,30}$`,
  'iu',
)
const readingTime = new RegExp(
  `^(?:.{0,30}\\s)?(?:lesezeit|lesedauer|temps de lecture|reading time|read time|tiempo de lectura|tempo de leitura|leestijd|lästid|lesetid|czas czytania)\\s*:?\\s*\\d.{0,15}$|^\\d+\\s*[- ]?\\s*${timeUnit}\\.?\\s*(?:read|lesezeit|de lecture|de lectura|leestijd|lesedauer|lesetid)?$|^(?:audio|video)?\\s*\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[/|-]\\s*\\d{1,2}:\\d{2})?\\s*(?:uhr|min\\.?|h)?$`,
  'iu',
)
const clockLine =
  /^(?:(?:heute|gestern|today|yesterday|vandaag|hoy|ayer|hier|aujourd'hui|stand|online seit heute|updated(?: at)?|publiziert heute|vandaag om|i dag|kl\.?|včera|dnes)[\s,:]*(?:um|at|om|à|kl\.?|a las)?\s*)?\d{1,2}[:.h]\d{2}\s*(?:uhr|h|hrs?|[ap]\.?m\.?)?\s*(?:gmt|utc|ist|et|bst|e[sd]t|p[sd]t|c[sd]t|cest|cet|msk|jst|kst|sast|mez|mesz)?\.?$/iu
const code =
  /["'][>}]|[{}]|=>|<\/|\bclass=|data-[\w-]+=|<\?xml|\.css\b|function\s*\(|https?:\/\/\S+$|pic\.twitter\.com/

/** Invitations to a newsletter inside a line: "... in your inbox. Sign up for our free newsletter." */
const newsletter =
  /(?:sign up (?:for|to)|subscribe to|get|receive|join)\s(?:our|the|this|a)\s(?:[\p{L}-]+\s){0,3}newsletters?(?![\p{L}])|newsletters?[^.]{0,60}(?:in|to) your inbox|(?:recib[ae]|suscríb(?:e|a)[ts]e)[^.]{0,60}(?:bolet[ií]n|newsletter)|abonnieren sie [^.]{0,40}newsletter|newsletter (?:abonnieren|anmelden)/iu
const figureLabel =
  /^\[(?:chart|graph|map|graphic|infographic|photo|image|picture|video|table|figure|gallery|grafik|karte|bild|foto|gráfico|mapa)\b[^[\]]*\]$/iu

/** "ALSO READ | Headline", "À LIRE — Headline": a link to another story with its opening word. */
const inTextLink =
  /^[^\p{L}]{0,4}(?:(?:also |must )?read(?: also| more| next| on)?|see also|more on this|lesen sie (?:auch|dazu)|lies (?:auch|dazu)|mehr dazu|(?:à|a) lire(?: aussi)?|lire aussi|(?:lea|lee|leer|leia)(?: también| además| más| mais| também)?|te puede interesar|читайте (?:также|ещё)|читать также|leggi anche|lees ook)\s*[:：|—–-]\s*\S/iu
/** "2,911 views", "Просмотров: 2 318", "0 shares". */
const counter =
  /^(?:[\d.,\s]+[km]?\s*(?:views?|reads|aufrufe|vues|vistas|visualizaciones|просмотр\p{L}*)|(?:views?|просмотр\p{L}*|aufrufe|vues)\s*[:：]?\s*[\d.,\s]+)$/iu

/** Label of what readers write: "(3) comments", "5 thoughts on ...". */
export const commentHead =
  /^(?:\(?\d[\d.,]*\)?\s*(?:comments?|kommentare?|comentarios?|comentários?|commentaires?|réactions|thoughts on\b.*|responses|replies|комментари\p{L}*)(?:\s.{0,20})?|(?:view|show|read|see)?\s*(?:all\s)?(?:\d+\s)?comments?(?:\s\(?\d+\)?)?|(?:kommentare?|comentarios?|commentaires?|комментарии)\s*\(?\d*\)?(?:\s.{0,60})?)$/iu

const consent =
  /cookies?(?![\p{L}])|California Consumer Privacy|opt[- ]out of the sale|Tracking-?(?:Technologien|Dienste)/iu

/**
 * Why a single line of an article's region is none of its text, by its own wording alone: furniture, credit, caption, date, byline, reading time,
 * number, code. Null when its words say nothing against it.
 */
export function lineReason(
  line: string,
  lexicon: Lexicon,
  resources: Pick<ArticleResources, 'months'>,
): string | null {
  const furniture = lexicon.furniture(line)
  if (furniture) return furniture
  const key = bare(line)
  if (key === '') return 'ornament'
  if (/^[\d\s.,:%+\-–/()#]+$/.test(line)) return 'number'
  if (line.length < 90 && (relativeTime.test(line) || readingTime.test(line) || clockLine.test(line)))
    return 'time of reading or posting'
  if (isCredit(line, lexicon)) return 'credit'
  if (line.length < 250 && newsletter.test(line)) return 'newsletter'
  if (figureLabel.test(line)) return 'caption'
  if (isCaption(line) || pointsToPicture(line)) return 'caption'
  if (dateLine(line, resources.months)) return 'date line'
  if (isSignOff(line)) return 'sign-off'
  if (inTextLink.test(line)) return 'related link'
  if (/^(?:pull[- ]?quote|zitat|cita)\s*[:：]/i.test(line)) return 'pull quote'
  if (counter.test(line)) return 'counter'
  if (line.length < 100 && commentHead.test(line)) return 'comments'
  if (/<iframe\b/i.test(line)) return 'embed notice'
  if (/^\[?\d{1,2}\s?\/\s?\d{1,2}\]?\s?\p{Lu}/u.test(line) && line.length < 300) return 'caption'
  if (bylineNames(line)) return 'byline'
  if (
    consent.test(line) &&
    /consent|privacy|browser|opt[- ]out|personal(?:ised|ized)? (?:data|information)|datenschutz|einwillig|zustimm|werbung|advertis|cookies? (?:are|we|sind|werden|und)/i.test(
      line,
    )
  )
    return 'consent notice'
  if (line.length > 40 && (line.match(/[\p{L}\p{M}\p{N}\s]/gu)?.length ?? 0) < line.length * 0.72)
    return 'code'
  if (line.length < 300 && code.test(line) && !/[.!?]["”»]?$/.test(line)) return 'code'
  return null
}
