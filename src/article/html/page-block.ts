import { flat } from '../plain-text.js'
import type { PageElement } from './tree.js'

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
  'head title meta link nav button select option input textarea audio video picture img map form dialog menu'.split(
    ' ',
  ),
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
  element.attributes['hidden'] !== undefined ||
  element.attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attributes['style'] ?? '')

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

/** Visible text of the page as a list of blocks in document order; a double line break inside a block splits it. `keepForms` also reads inside forms (pages that are one large form). */
export function pageBlocks(root: PageElement, keepForms = false): PageBlock[] {
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
      else if ((skipped.has(child.tag) && !(keepForms && child.tag === 'form')) || isHidden(child)) continue
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
