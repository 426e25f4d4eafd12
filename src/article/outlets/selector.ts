import type { PageElement } from '../html/tree.js'

interface Step {
  readonly tag: string | null
  readonly id: string | null
  readonly classes: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string | null])[]
}

const stepForm = /^([a-z][\w-]*)?((?:[#.][\w-]+|\[[\w-]+(?:="[^"\]]*")?\])*)$/i

/** The steps of a selector from the outermost one on, or null if it uses more than tag, `#id`, `.class`, `[name]`, `[name="value"]` and descent. */
function stepsOf(selector: string): Step[] | null {
  const steps: Step[] = []
  for (const part of selector.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? []) {
    const found = stepForm.exec(part)
    if (!found || part === '') return null
    const rest = found[2] ?? ''
    steps.push({
      tag: found[1]?.toLowerCase() ?? null,
      id: /#([\w-]+)/.exec(rest)?.[1] ?? null,
      classes: [...rest.replace(/\[[^\]]*\]/g, '').matchAll(/\.([\w-]+)/g)].map(m => m[1]!),
      attributes: [...rest.matchAll(/\[([\w-]+)(?:="([^"\]]*)")?\]/g)].map(
        m => [m[1]!, m[2] ?? null] as const,
      ),
    })
  }
  return steps.length > 0 ? steps : null
}

function fits(element: PageElement, { tag, id, classes, attributes }: Step): boolean {
  if (tag && element.tag !== tag) return false
  if (id && element.attributes['id'] !== id) return false
  const own = new Set((element.attributes['class'] ?? '').split(/\s+/))
  if (!classes.every(name => own.has(name))) return false
  return attributes.every(([name, value]) => {
    const found = element.attributes[name]
    return found !== undefined && (value === null || found === value)
  })
}

/** Whether an element is one that a selector of tags, ids, classes, attributes and descent names; null if the selector says more than that. */
export function matcher(selector: string): ((element: PageElement) => boolean) | null {
  const steps = stepsOf(selector)
  if (!steps) return null
  const last = steps.at(-1)!
  return element => {
    if (!fits(element, last)) return false
    let left = steps.length - 2
    for (let above = element.parent; above && left >= 0; above = above.parent)
      if (fits(above, steps[left]!)) left--
    return left < 0
  }
}
