import { flat } from '../plain-text.js'
import { type PageElement, textOf } from './tree.js'

export type PageBlockKind = 'paragraph' | 'heading' | 'quote' | 'list' | 'caption' | 'cell' | 'other'

/** A run of visible text between block borders of the page, with what the filters look at. */
export interface PageBlock {
  readonly kind: PageBlockKind
  readonly text: string
  /** Characters inside links. */
  readonly linked: number
  /** Characters in bold or strong type. */
  readonly bold: number
  /** Innermost block element. */
  readonly element: PageElement
  readonly index: number
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr shy'.split(
    ' ',
  ),
)
const skipped = new Set(
  'head title meta link button select option input textarea audio video picture img map'.split(' '),
)

const kinds: Readonly<Record<string, PageBlockKind>> = {
  p: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  blockquote: 'quote',
  li: 'list',
  dd: 'list',
  dt: 'list',
  figcaption: 'caption',
  caption: 'caption',
  td: 'cell',
  th: 'cell',
}

const isHidden = (element: PageElement): boolean =>
  element.tag === 'form' ||
  element.tag === 'template' ||
  element.tag === 'dialog' ||
  element.attributes['hidden'] !== undefined ||
  element.attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attributes['style'] ?? '')

/** Characters of running text (pieces of 60 and more) below an element, counted up to `enough`. */
function runningText(element: PageElement, enough: number): number {
  let sum = 0
  for (const child of element.children) {
    if (sum >= enough) return sum
    if (typeof child !== 'string') sum += child.tag === 'a' ? 0 : runningText(child, enough - sum)
    else if (child.length >= 60 && child.trim().length >= 60) sum += child.trim().length
  }
  return sum
}

/**
 * Hidden parts, forms and dialogs are left out, but not when they hold the page: some pages are one large form, some show an article by script,
 * some hide the paid part of a text that they send.
 */
const isLeftOut = (element: PageElement): boolean => isHidden(element) && runningText(element, 900) < 900

class Collector {
  readonly blocks: PageBlock[] = []
  private text = ''
  private linked = 0
  private bold = 0

  flush(element: PageElement, kind: PageBlockKind): void {
    const paragraphs = this.text.split(/\n\s*\n/)
    const share = this.text.trim().length || 1
    for (const paragraph of paragraphs) {
      const text = flat(paragraph)
      if (!text) continue
      const part = paragraphs.length === 1 ? 1 : text.length / share
      this.blocks.push({
        kind,
        text,
        linked: Math.min(text.length, this.linked * part),
        bold: Math.min(text.length, this.bold * part),
        element,
        index: this.blocks.length,
      })
    }
    this.text = ''
    this.linked = 0
    this.bold = 0
  }

  add(text: string, inLink: boolean, inBold: boolean): void {
    const plain = text.replace(/\s+/g, ' ')
    this.text += plain
    if (inLink) this.linked += plain.trim().length
    if (inBold) this.bold += plain.trim().length
  }

  lineBreak(): void {
    this.text += '\n'
  }
}

/** Visible text of the page as a list of blocks in document order; a double line break inside a block splits it. */
export function pageBlocks(root: PageElement): PageBlock[] {
  const collector = new Collector()
  const visit = (
    element: PageElement,
    block: PageElement,
    kind: PageBlockKind,
    inLink: boolean,
    inBold: boolean,
  ): void => {
    for (const child of element.children) {
      if (typeof child === 'string') collector.add(child, inLink, inBold)
      else if (child.tag === 'br') collector.lineBreak()
      else if (skipped.has(child.tag) || isLeftOut(child)) continue
      else if (inline.has(child.tag)) {
        visit(
          child,
          block,
          kind,
          inLink || child.tag === 'a',
          inBold || child.tag === 'b' || child.tag === 'strong',
        )
      } else {
        collector.flush(block, kind)
        const own =
          kinds[child.tag] ?? (kind === 'quote' || kind === 'list' || kind === 'caption' ? kind : 'other')
        visit(
          child,
          child,
          kind === 'quote' && own === 'paragraph' ? 'quote' : kind === 'caption' ? 'caption' : own,
          inLink,
          inBold,
        )
        collector.flush(
          child,
          kind === 'quote' && own === 'paragraph' ? 'quote' : kind === 'caption' ? 'caption' : own,
        )
      }
    }
  }
  visit(root, root, 'other', false, false)
  collector.flush(root, 'other')
  return collector.blocks
}

/** Text of the parts that `pageBlocks` leaves out because the page hides them, in document order. */
export function hiddenTexts(root: PageElement): string[] {
  const texts: string[] = []
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || skipped.has(child.tag)) continue
      if (!isLeftOut(child)) visit(child)
      else {
        const text = flat(textOf(child))
        if (/[\p{L}\p{N}]/u.test(text)) texts.push(text)
      }
    }
  }
  visit(root)
  return texts
}
