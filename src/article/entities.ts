import { Parser } from 'htmlparser2'

const entity = /&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});/

/** Text with its HTML character references resolved ("&auml;", "&#8217;"): what double escaping leaves in titles and scraped texts. */
export function withoutEntities(text: string): string {
  if (!entity.test(text)) return text
  return text.replace(new RegExp(entity, 'g'), reference => {
    let decoded = ''
    const parser = new Parser({ ontext: part => (decoded += part) }, { decodeEntities: true })
    parser.write(reference)
    parser.end()
    return decoded || reference
  })
}
