import { Parser } from 'htmlparser2'

/** Element of the light page tree: what block extraction and metadata need of a DOM, nothing more. */
export interface PageElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (PageElement | string)[]
  readonly parent: PageElement | null
  /** Class, id, role, data and test attributes, lower case: what naming rules look at. */
  readonly hints: string
}

/** Page whose elements are nested deeper than any page written by people; its text is read without the tree. */
export class TooDeepError extends Error {}

/** Browsers (Blink) cut nesting at 512 levels. */
const maximumDepth = 512

const ignored = new Set([
  'style',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'canvas',
  'template',
])

const hintKeys = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-component',
  'data-testid',
  'data-qa',
  'data-type',
  'data-module',
  'aria-label',
]

function hintsOf(attributes: Record<string, string>): string {
  let hints = ''
  for (const key of hintKeys) if (attributes[key]) hints += ` ${attributes[key]}`
  return hints.toLowerCase()
}

class TreeBuilder {
  readonly scripts: { type: string; text: string }[] = []
  private current: PageElement
  private depth = 0
  private skipped: string | null = null
  private skippedDepth = 0
  private script: { type: string; text: string } | null = null

  constructor(root: PageElement) {
    this.current = root
  }

  open(tag: string, attributes: Record<string, string>): void {
    if (++this.depth > maximumDepth) throw new TooDeepError()
    if (this.skipped) {
      if (tag === this.skipped) this.skippedDepth++
      return
    }
    if (tag === 'script') {
      this.script = { type: (attributes['type'] ?? '').toLowerCase(), text: '' }
      return
    }
    if (ignored.has(tag)) {
      this.skipped = tag
      this.skippedDepth = 1
      return
    }
    const element: PageElement = {
      tag,
      attributes,
      children: [],
      parent: this.current,
      hints: hintsOf(attributes),
    }
    this.current.children.push(element)
    this.current = element
  }

  text(text: string): void {
    if (this.script) this.script.text += text
    else if (!this.skipped) this.current.children.push(text)
  }

  close(tag: string): void {
    this.depth--
    if (this.skipped) {
      if (tag === this.skipped && --this.skippedDepth === 0) this.skipped = null
    } else if (this.script) {
      if (/json/.test(this.script.type)) this.scripts.push(this.script)
      else if (/^text\/(?:x-)?(?:template|html)/.test(this.script.type) && this.script.text.length > 500)
        this.current.children.push(parseTemplate(this.script.text, this.current))
      this.script = null
    } else if (this.current.parent) this.current = this.current.parent
  }
}

/** Mark-up that a script block carries for the page's own script to show (some blog systems keep the whole post there): a `template` element. */
function parseTemplate(html: string, parent: PageElement): PageElement {
  const template: PageElement = { tag: 'template', attributes: {}, children: [], parent, hints: '' }
  build(html, new TreeBuilder(template))
  return template
}

function build(html: string, builder: TreeBuilder): void {
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => builder.open(tag, attributes),
      ontext: text => builder.text(text),
      onclosetag: tag => builder.close(tag),
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  )
  parser.write(html)
  parser.end()
}

/** The page as a tree, and its JSON scripts (JSON-LD and application data). Throws `TooDeepError` beyond 512 levels. */
export function parsePage(html: string): {
  root: PageElement
  scripts: readonly { type: string; text: string }[]
} {
  const root: PageElement = { tag: '#root', attributes: {}, children: [], parent: null, hints: '' }
  const builder = new TreeBuilder(root)
  build(html, builder)
  return { root, scripts: builder.scripts }
}

/** Elements of the tree in document order. */
export function* elements(root: PageElement): Generator<PageElement> {
  const stack: PageElement[] = [root]
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (typeof child !== 'string') stack.push(child)
    }
  }
}

/** Text of an element with all its children, unseparated. */
export function textOf(element: PageElement): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}
