import { bylineNames, isBareName, splitNames } from '../byline-line.js'
import type { PageBlock } from '../html/page-block.js'
import { type PageElement, textOf } from '../html/tree.js'
import { bare, flat } from '../plain-text.js'
import type { LinkedData } from './json-ld.js'
import { isForeign, nearestTo } from './nearest.js'
import { firstMeta, type PageFacts } from './page-facts.js'
import { type Found, firstFound } from './ranking.js'

const posted =
  '(?:written|words|story|text|report|posted|published|reported|veröffentlicht|geschrieben|verfasst|eingestellt|gespeichert|erstellt|gepostet|publié|publicado|scritto|post(?:ed)?\\s+author|artikel|article|beitrag|ein beitrag|kommentar|kolumne|opinion|analysis)'
const preposition = '(?:by|von|par|por|di|door|av|af)'
const label =
  '(?:(?:post\\s+)?author|auteur|autor(?:in|en|es)?|verfasser(?:in)?|redakteur(?:in)?|text|texto|texte|автор|текст)'
const opening = new RegExp(
  `^\\s*(?:(?:${posted}\\s*)?${preposition}(?=[\\s:])|${label}(?=[\\s:]))\\s*:?\\s*`,
  'iu',
)
/** An opening word that lost the space behind it ("ByAnna Writer", "AuthorAnna Writer"). */
const gluedOpening =
  /^\s*(?:(?:Posted |Published |Veröffentlicht |Written )?(?:By|by|Von|von|Par|Por)|Author|Autor|Auteur)(?=\p{Lu}\p{Ll})/u
const behindName =
  /\s*(?:[·|•»(]|\s@\s|\s[-–—]\s|\d|(?:am|on|le|el|um|vor)\s+(?:\d|\p{L}+(?:tag|day)\b)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?\s+\d|hinterlasse|leave a|comments?\b|kommentare?\b|follow\b|published|updated|veröffentlicht|aktualisiert|quelle|twitter|e-?mail).*$/iu
const noName =
  /^https?:|^www\.|@|\[at\]|^\d|^(?:admin|administrator|editors?|staff|null|undefined|authors?|by|von|no author|redaktion|posted on|name|name \*|unknown|anonymous|root|user|guest|gast|nachrichten|news|webmaster|agencies|posted|share|image|photo)$|\bgetty\b|\bimages?\b|shutterstock|(?:says|said|sagt|dit|dice)\s*:|\*$|erforderlich|required|^\(/i

/** Heading of an author's box in front of the name. */
const aboutAuthor =
  /^(?:about the authors?|über (?:den autor|die autorin)|sobre (?:el autor|la autora)|à propos de l['’]auteure?)\s*[-–—:]?\s*/iu

/** Names of a byline as printed: opening words, dates and what stands behind the names are cut. Addresses, handles and labels are left out. */
export function cleanNames(texts: readonly string[]): string[] {
  const names: string[] = []
  for (const text of texts.slice(0, 30)) {
    const opened = flat(text.replace(/<[^>]+>/g, ' '))
      .replace(gluedOpening, '')
      .replace(opening, '')
    const name = opened
      .replace(behindName, '')
      .replace(/[,;|/\s]+$/, '')
      .trim()
    for (const part of apart(name.replace(aboutAuthor, '')))
      if (
        part.length >= 2 &&
        part.length <= 70 &&
        part.split(' ').length <= 9 &&
        !noName.test(part) &&
        !names.some(known => bare(known) === bare(part))
      )
        names.push(part)
  }
  return names
}

/** "A. Writer and B. Writer" are two names; "Outlet and AGENCY" stays as printed. */
function apart(name: string): string[] {
  const parts = splitNames(name.replace(/\s*\/\s*/g, ' / '))
  return parts.length > 1 && parts.every(part => /^\S+\s\S/.test(part) && part.length < 40) ? parts : [name]
}

/** Names in a JSON-LD value; a mere reference (`@id`) is looked up among the page's objects. */
function linkedNames(value: unknown, linked: readonly LinkedData[]): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(item => linkedNames(item, linked))
  if (!value || typeof value !== 'object') return []
  const { name, '@id': id } = value as Record<string, unknown>
  if (name) return linkedNames(name, [])
  return linkedNames(linked.find(other => id && other['@id'] === id && other['name'])?.['name'] ?? [], [])
}

/** A name without the outlet's beside it: "Name, Outlet", "Outlet - Name". */
function withoutOwn(names: readonly string[], isOwn: (name: string) => boolean): string[] {
  return names.map(name => {
    const parts = name.split(/\s*,\s*|\s+[-–—|/]\s+/)
    const others = parts.filter(part => part !== '' && !isOwn(part))
    return others.length === 1 && parts.length > 1 && /\S\s\S/.test(others[0]!) ? others[0]! : name
  })
}

const some = (names: string[]): string[] | null => (names.length > 0 ? names : null)

/** What `bylinesOf` looks at besides metadata. */
export interface BylineSurroundings {
  /** Blocks around the heading and the ends of the body. */
  readonly near: readonly PageBlock[]
  /** Names that stood alone at the edges of the body. */
  readonly edgeNames: readonly string[]
  /** An element of the article's own text: what is around it is not foreign. */
  readonly home: PageElement | undefined
}

/**
 * Authors as printed. Metadata first; but an outlet that names itself as author is believed only if the page shows no person near its heading.
 */
export function bylinesOf(
  facts: PageFacts,
  outletNames: readonly string[],
  { near, edgeNames, home }: BylineSurroundings,
): Found<string[]> | null {
  const own = new Set(
    outletNames.flatMap(name => [bare(name), bare(name).replace(/\d+$/, '')]).filter(Boolean),
  )
  const isOwn = (name: string): boolean =>
    own.has(bare(name)) ||
    [...own].some(
      known =>
        known.length > 3 && bare(name).replace(/(?:redaktion|news|online|staff|team|de|com)$/, '') === known,
    )
  const clean = (texts: readonly string[]): string[] =>
    withoutOwn(cleanNames(withoutOwn(texts, isOwn)), isOwn)
  const persons = (names: readonly string[]): string[] | null => some(names.filter(name => !isOwn(name)))
  const linked =
    facts.articles.map(a => clean(linkedNames(a['author'], facts.linked))).find(names => names.length > 0) ??
    []
  const meta = clean(metaAuthors(facts))
  const micro = clean(microdataAuthors(facts, home))
  return firstFound({
    'json-ld author': () => persons(linked),
    'meta author': () => persons(meta),
    'microdata author': () => persons(micro),
    'author link': () => persons(linkedAuthors(facts, home)),
    'byline line': () => persons(bylineLines(near)),
    'byline element': () => persons(bylineElement(facts, home)),
    'name at the edge of the body': () => persons(cleanNames(edgeNames)),
    'outlet as json-ld author': () => some(linked),
    'outlet as meta author': () => some(meta),
    'outlet as microdata author': () => some(micro),
  })
}

function microdataAuthors(facts: PageFacts, home: PageElement | undefined): string[] {
  const marked = (facts.properties.get('author') ?? []).filter(element => !isForeign(element, home))
  return nearestTo(facts.headings[0], marked)
    .slice(0, 6)
    .map(element => {
      const name = facts.properties.get('name')?.find(inner => within(inner, element))
      return flat(
        element.attributes['content'] ??
          (name ? (name.attributes['content'] ?? textOf(name)) : textOf(element)),
      )
    })
}

function within(inner: { readonly parent: unknown }, outer: object): boolean {
  for (let e: unknown = inner; e; e = (e as { parent: unknown }).parent) if (e === outer) return true
  return false
}

function linkedAuthors(facts: PageFacts, home: PageElement | undefined): string[] {
  const links = facts.bylines.filter(
    element => element.attributes['rel'] === 'author' && !isForeign(element, home),
  )
  return cleanNames(nearestTo(facts.headings[0], links).map(textOf)).filter(
    name => name.split(' ').length <= 5,
  )
}

const bareLabel =
  /^(?:by|von|par|por|authors?|autor(?:in|en|es)?|auteur|text|texto|texte|words by|story by)\s*[:：]?$/iu
const datePart = /\d{1,2}[./:]\s?\d{1,2}|\b(?:19|20)\d\d\b|\bUhr\b/

/** Lines around the heading and the body's ends that name a writer. */
function bylineLines(near: readonly PageBlock[]): string[] {
  for (const [i, block] of near.entries()) {
    if (block.text.length > 140 || isForeign(block.element)) continue
    const names = lineNames(block, near[i - 1])
    if (names) return cleanNames(names)
  }
  return []
}

/** A word for "by" with names, names in an element called byline, names below a bare bareLabel ("Author:"), names beside a date ("4.2.2022 | Name"). */
function lineNames(block: PageBlock, previous: PageBlock | undefined): string[] | null {
  const names = bylineNames(block.text)
  if (names) return names
  const bare = isBareName(block.text)
  if (bare && (/autho|autor|byline/.test(block.element.hints) || bareLabel.test(previous?.text ?? '')))
    return [block.text]
  const parts = block.text.split(/\s*[|·•]\s*/)
  const name =
    parts.length > 1 && parts.some(part => datePart.test(part)) ? parts.find(isBareName) : undefined
  return name ? [name] : null
}

function bylineElement(facts: PageFacts, home: PageElement | undefined): string[] {
  const shown = nearestTo(
    facts.headings[0],
    facts.bylines.filter(element => !isForeign(element, home)),
  )
  for (const element of shown) {
    const text = flat(textOf(element))
    if (text.length > 160) continue
    const parts = cleanNames(leafTexts(element).filter(isBareName))
    if (parts.length > 1) return parts
    const names = cleanNames([text])
    if (names.length > 0 && names.every(name => name.split(' ').length <= 6)) return names
  }
  return []
}

/** Texts of the innermost elements: names that stand in elements of their own without a comma between. */
function leafTexts(element: PageElement): string[] {
  const children = element.children.filter((child): child is PageElement => typeof child !== 'string')
  return children.length === 0 ? [flat(textOf(element))] : children.flatMap(leafTexts)
}

function metaAuthors(facts: PageFacts): string[] {
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'parsely-author',
    'sailthru.author',
    'cxenseparse:author',
    'citation_author',
  ]) {
    const found = facts.meta.get(name)
    if (found && cleanNames(found).length > 0) return [...found]
  }
  const twitter = firstMeta(facts, 'twitter:data1')
  return twitter && /written by|author|verfasst|escrito|écrit/i.test(firstMeta(facts, 'twitter:label1') ?? '')
    ? [twitter]
    : []
}
