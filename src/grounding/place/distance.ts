const radians = (degrees: number) => (degrees * Math.PI) / 180

export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Great-circle distance in kilometres (haversine, sphere of 6,371 km). */
export function kilometres(a: Point, b: Point): number {
  const x = Math.sin(radians(b.lat - a.lat) / 2) ** 2
  const y = Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(x + y)))
}
