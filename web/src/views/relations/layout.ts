import type { RelationsView } from '../../lib/api.js'

export interface Point {
  x: number
  y: number
}

/**
 * Places nodes by forces (Fruchterman and Reingold 1991): all push each other away, edges pull by the number of their events. Starts from a
 * circle in the order of the nodes and takes a fixed number of steps, so that the same relations always give the same picture.
 */
export function layOut(
  { nodes, edges }: Pick<RelationsView, 'nodes' | 'edges'>,
  width: number,
  height: number,
): Map<string, Point> {
  const points = new Map<string, Point>()
  nodes.forEach(({ code }, index) => {
    const angle = (index / nodes.length) * 2 * Math.PI
    const radius = index === 0 ? 0 : 0.35 + 0.1 * (index % 3)
    points.set(code, {
      x: width * (0.5 + radius * Math.cos(angle)),
      y: height * (0.5 + radius * Math.sin(angle)),
    })
  })
  const ideal = 0.7 * Math.sqrt((width * height) / Math.max(1, nodes.length))
  const most = Math.max(1, ...edges.map(edge => edge.events))
  const all = [...points.values()]
  for (let step = 0; step < 240; step++) {
    const heat = (width / 9) * (1 - step / 240)
    const moves = new Map(
      all.map(point => [point, { x: (width / 2 - point.x) * 0.6, y: (height / 2 - point.y) * 0.8 }]),
    )
    const push = (a: Point, b: Point, force: number) => {
      const dx = a.x - b.x || 0.1
      const dy = a.y - b.y || 0.1
      const distance = Math.max(1, Math.hypot(dx, dy))
      moves.get(a)!.x += (dx / distance) * force
      moves.get(a)!.y += (dy / distance) * force
      moves.get(b)!.x -= (dx / distance) * force
      moves.get(b)!.y -= (dy / distance) * force
    }
    for (let i = 0; i < all.length; i++)
      for (let j = i + 1; j < all.length; j++) {
        const distance = Math.max(20, Math.hypot(all[i]!.x - all[j]!.x, all[i]!.y - all[j]!.y))
        push(all[i]!, all[j]!, (ideal * ideal) / distance)
      }
    for (const edge of edges) {
      const [a, b] = [points.get(edge.a), points.get(edge.b)]
      if (!a || !b) continue
      const distance = Math.hypot(a.x - b.x, a.y - b.y)
      push(a, b, (-(distance * distance) / ideal) * (0.35 + 0.65 * (edge.events / most)))
    }
    for (const [point, move] of moves) {
      const length = Math.max(0.01, Math.hypot(move.x, move.y))
      const limit = Math.min(length, heat)
      point.x += (move.x / length) * limit
      point.y += (move.y / length) * limit
    }
  }
  spread(all, width, height)
  return points
}

/** Room for the names at the sides. */
const margin = { x: 76, top: 34, bottom: 52 }

function spread(points: readonly Point[], width: number, height: number): void {
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  for (const point of points) {
    point.x = margin.x + ((point.x - left) / Math.max(1, right - left)) * (width - 2 * margin.x)
    point.y =
      margin.top + ((point.y - top) / Math.max(1, bottom - top)) * (height - margin.top - margin.bottom)
  }
}
