/** `text/html; charset=UTF-8` as lower-case media type and charset; both left out when absent. */
export function parseContentType(header: string | null | undefined): {
  mediaType?: string
  charset?: string
} {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map(parameter => /^\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(parameter)?.[1]?.toLowerCase())
    .find(Boolean)
  return {
    ...(/^[\w.+-]+\/[\w.+-]+$/.test(mediaType) && { mediaType }),
    ...(charset && { charset }),
  }
}
