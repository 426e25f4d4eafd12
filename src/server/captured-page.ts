import { Parser } from 'htmlparser2'

/** Elements that run, load or navigate; what stands in them goes with them. */
const dropped = new Set(
  'script noscript template iframe frame frameset object embed applet link meta base form input button select textarea audio video source track picture portal svg math'.split(
    ' ',
  ),
)
const empty = new Set('area br col hr img input link meta source track wbr base embed frame'.split(' '))
/** Attributes that do nothing but say or lay out. */
const kept =
  /^(class|id|lang|dir|title|alt|colspan|rowspan|scope|datetime|cite|start|type|value|width|height|align|valign|style|role|aria-[a-z]+)$/

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const escapeValue = (value: string) => escapeText(value).replaceAll('"', '&quot;')
/** A style sheet without anything that is fetched. The policy forbids it as well; this keeps it out of the bytes. */
const still = (css: string) =>
  css
    .replace(/@import[^;]*;?/gi, '')
    .replace(/url\s*\([^)]*\)?/gi, 'none')
    .replaceAll('</', '')

/**
 * The page as it was captured, as far as it can be shown without running or loading anything: scripts, forms, frames, pictures and every
 * address are taken out. Served under a policy that forbids them too, in a sandboxed frame.
 */
export function stillPage(html: string): string {
  const parts: string[] = ['<!doctype html><meta charset="utf-8">']
  let hidden = 0
  let style = false
  const parser = new Parser({
    onopentag(name, attributes) {
      if (dropped.has(name)) {
        if (!empty.has(name)) hidden++
        return
      }
      if (hidden > 0) return
      style = name === 'style'
      const list = Object.entries(attributes).flatMap(([key, value]) =>
        kept.test(key) ? ` ${key}="${escapeValue(key === 'style' ? still(value) : value)}"` : [],
      )
      if (name === 'img')
        parts.push(`<span>${attributes['alt'] ? `[picture: ${escapeText(attributes['alt'])}]` : ''}</span>`)
      else if (/^[a-z][a-z0-9-]*$/.test(name)) parts.push(`<${name}${list.join('')}>`)
    },
    ontext(text) {
      if (hidden === 0) parts.push(style ? still(text) : escapeText(text))
    },
    onclosetag(name) {
      if (dropped.has(name)) {
        if (!empty.has(name)) hidden = Math.max(0, hidden - 1)
        return
      }
      style = false
      if (hidden === 0 && !empty.has(name) && /^[a-z][a-z0-9-]*$/.test(name)) parts.push(`</${name}>`)
    },
  })
  parser.end(html)
  return parts.join('')
}
