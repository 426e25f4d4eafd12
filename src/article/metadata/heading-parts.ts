import { type PageElement, textOf } from '../html/tree.js'
import { bare, flat } from '../plain-text.js'

/** A heading as shown: its title, and the whole of it with the kicker above or the subtitle below. */
export interface HeadingText {
  readonly title: string
  readonly whole: string
}

const named = (words: string): RegExp => new RegExp(`(?:^|[\\s_]|--?|__)(?:${words})(?:$|[\\s_]|--?|__)`)
const kickerNames = named(
  '\\w*kicker|\\w*over-?line|\\w*top-?line|\\w*roof-?line|\\w*top-?title|\\w*pre-?title|\\w*catch-?line|dachzeile|spitzmarke|topic|topic-?label|title-?header|\\w*header|eyebrow|super-?title|antetitulo|volanta|occhiello|surtitre|label|category|section|entry-section',
)
const titleNames = named(
  'headline|headline-?\\w*|title|heading|content-title|article-?title|dfm-title|text|h1',
)
const subtitleNames = named(
  'sub-?titles?|sub-?lines?|sub-?head(?:line|ing)?s?|deck|dek|teaser|entry-subtitle|article-subtitle',
)
const hiddenNames = named(
  'sr-only|visually-?hidden|element-invisible|invisible|a11y-hidden|u-a11y-hidden|h-offscreen|offscreen|hidden-?dash|screen-?reader-text|presentation',
)
/** Formatting inside a line; an element of another kind may be a line of its own. */
const formatting = new Set('em strong i b mark a abbr q sub sup u cite code wbr s'.split(' '))

type Part = { readonly text: string; readonly element: PageElement | null }

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Children with letters, neighbouring strings and formatting joined; what is hidden from view is no part. */
function partsOf(heading: PageElement): Part[] {
  const parts: { text: string; element: PageElement | null }[] = []
  let open = false
  for (const child of heading.children) {
    const text = typeof child === 'string' ? child : textOf(child)
    const inline =
      typeof child === 'string' ||
      (formatting.has(child.tag) && child.hints === '' && heading.children.length > 2)
    if (typeof child !== 'string' && hiddenNames.test(child.hints)) open = false
    else if (inline && open) parts.at(-1)!.text += text
    else if (inline) {
      if (!hasLetters(text)) continue
      parts.push({ text, element: null })
      open = true
    } else {
      if (hasLetters(text)) parts.push({ text, element: child as PageElement })
      open = false
    }
  }
  return parts
}

/**
 * The title that a heading shows. Outlets put a kicker before it or a subtitle behind it into the same element; these are told by the names of the
 * inner elements, or because metadata (`stated`, bare wordings) give the title without them.
 */
export function headingText(heading: PageElement, stated: ReadonlySet<string>): HeadingText {
  const whole = flat(textOf(heading))
  let inner = heading
  let parts = partsOf(inner)
  for (let level = 0; level < 3 && parts.length === 1 && parts[0]!.element; level++) {
    inner = parts[0]!.element
    parts = partsOf(inner)
  }
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last || parts.length > 4) return { title: whole, whole }
  if (parts.length === 1) return { title: flat(first.text), whole }
  const ending = flat(last.text)
  const beginning = flat(
    parts
      .slice(0, -1)
      .map(part => part.text)
      .join(' '),
  ) // prettier-ignore
  const known = (text: string): boolean => text.length >= 8 && stated.has(bare(text))
  // Metadata that hold the kicker as well make it part of the title.
  if (known(ending)) return { title: ending, whole }
  if (known(whole)) return { title: whole, whole }
  const kicker =
    first.element !== null &&
    (kickerNames.test(first.element.hints) || (last.element !== null && titleNames.test(last.element.hints)))
  const subtitle =
    last.element !== null && (last.element.tag === 'small' || subtitleNames.test(last.element.hints))
  if ((subtitle || known(beginning)) && beginning.length >= 8) return { title: beginning, whole }
  return { title: kicker && ending.length >= 8 ? ending : whole, whole }
}
