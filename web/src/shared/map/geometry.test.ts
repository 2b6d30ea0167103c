import type { Feature, FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { extentOf, labelPoint } from './geometry'

const square = (x: number, y: number, size: number) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
]
const county: Feature = {
  type: 'Feature',
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: [square(0, 0, 1), square(10, 20, 4)] },
}

describe('geometry of the map', () => {
  it('writes the name of an area into the middle of its largest part', () => {
    expect(labelPoint(county)).toEqual([12, 22])
  })

  it('spans areas and points', () => {
    const all: FeatureCollection = { type: 'FeatureCollection', features: [county] }
    expect(extentOf(all, [[-3, 5]])).toEqual([-3, 0, 14, 24])
    expect(extentOf({ type: 'FeatureCollection', features: [] }, [])).toBeNull()
  })
})
