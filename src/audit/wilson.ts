/**
 * Wilson score interval of a proportion at 95 % confidence (Wilson 1927): sound for small samples and for proportions near 0 and 1.
 * `right` of `judged` trials; with no trial the interval is [0, 1].
 */
export function wilsonInterval(right: number, judged: number): { share: number; low: number; high: number } {
  if (judged === 0) return { share: 0, low: 0, high: 1 }
  const z = 1.959964
  const share = right / judged
  const scale = 1 + (z * z) / judged
  const centre = (share + (z * z) / (2 * judged)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / judged + (z * z) / (4 * judged * judged))
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
