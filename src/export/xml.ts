/** Characters that XML 1.0 cannot hold, not even escaped. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for the content of an element or an attribute in double quotes; line breaks and tabs survive in both. */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"]/g, sign => escapes[sign]!)
    .replace(/[\t\r\n]/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** Attributes of an element, in the order given; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}
