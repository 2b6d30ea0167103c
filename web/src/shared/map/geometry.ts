import type { Feature, FeatureCollection, Position } from 'geojson'

function ringsOf(feature: Feature): Position[][] {
  const geometry = feature.geometry
  if (geometry.type === 'Polygon') return geometry.coordinates
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat()
  return []
}

function signedArea(ring: Position[]): number {
  let sum = 0
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length]!
    sum += point[0]! * next[1]! - next[0]! * point[1]!
  })
  return sum / 2
}

/** The centre of the largest part of an area: where its name is written. */
export function labelPoint(feature: Feature): [number, number] | null {
  const ring = ringsOf(feature).sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))[0]
  if (!ring || ring.length < 3) return null
  const area = signedArea(ring)
  if (area === 0) return null
  let [x, y] = [0, 0]
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length]!
    const cross = point[0]! * next[1]! - next[0]! * point[1]!
    x += (point[0]! + next[0]!) * cross
    y += (point[1]! + next[1]!) * cross
  })
  return [x / (6 * area), y / (6 * area)]
}

/** West, south, east, north; null where there is no point at all. */
export function extentOf(
  features: FeatureCollection,
  points: [number, number][],
): [number, number, number, number] | null {
  const all = [...features.features.flatMap((feature) => ringsOf(feature).flat()), ...points]
  if (all.length === 0) return null
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of all) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}
