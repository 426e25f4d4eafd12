const minute = 60_000
const day = 24 * 60 * minute
const units: Readonly<Record<string, number>> = { s: 1000, m: minute, h: 60 * minute, d: day }

/** Milliseconds of `90s`, `15m`, `2h` or `1d`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text.trim()) ?? []
  return number === undefined ? undefined : Number(number) * units[unit!]!
}

/** Words for a time to wait: `14 min`. */
export function durationText(ms: number): string {
  if (ms < 90_000) return `${Math.max(0, Math.round(ms / 1000))} s`
  return ms < 2 * units['h']! ? `${Math.round(ms / minute)} min` : `${Math.round(ms / units['h']!)} h`
}

/**
 * How long to stay away after so many failures in a row: five minutes, doubled each time up to a day, and spread by chance over half to one and a half
 * times that, so that not everything comes back at once.
 */
export function backoff(failures: number, random: number): number {
  const base = Math.min(day, 5 * minute * 2 ** Math.min(failures - 1, 20))
  return Math.round(base * (0.5 + random))
}

/** Milliseconds to wait as a `Retry-After` header says it, seconds or a date (RFC 9110, 10.2.3); a day at most. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(seconds) ? undefined : Math.min(day, Math.max(0, seconds))
}
