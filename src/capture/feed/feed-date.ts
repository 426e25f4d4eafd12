const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const zones: Readonly<Record<string, string>> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}
const rfc822 =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:[\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]+|[+-]\d{2}:?\d{2})?/i

const two = (value: string | number) => String(value).padStart(2, '0')

function offset(zone: string | undefined): string {
  if (!zone) return ''
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(-2)}`
  return zones[zone.toLowerCase()] ?? ''
}

/**
 * Date of a feed entry as ISO 8601. RFC 822 dates (RSS) keep their own offset, because the day in the outlet's time zone is the day of
 * publication; ISO dates (Atom, JSON Feed, Dublin Core) are returned as they are. What is neither is left out.
 */
export function feedDate(text: string | undefined): string | undefined {
  const value = text?.trim() ?? ''
  if (/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.test(value))
    return value.replace(' ', 'T')
  const match = rfc822.exec(value)
  if (!match) return undefined
  const [, day, name, year, hour, minute, second = '00', zone] = match
  const month = months.indexOf(name!.toLowerCase()) + 1
  if (month === 0 || Number(day) < 1 || Number(day) > 31) return undefined
  // RFC 2822, section 4.3: two digits below 50 are of this century.
  const full = year!.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`
  const date = `${full}-${two(month)}-${two(day!)}`
  return hour === undefined ? date : `${date}T${two(hour)}:${minute}:${second}${offset(zone)}`
}
