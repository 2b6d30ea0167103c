import { describe, expect, it } from 'vitest'
import type { AqiLevelInfo } from '@/api/types'
import type { AirFrames, StationNow } from './api'
import { levelOf, platesOfFrame, platesOfHour } from './plates'

const text = (zh: string) => ({ zh, en: zh })
const say = (value: { zh: string } | null | undefined) => value?.zh ?? ''
const levels = [
  { level: 1, fromAqi: 0, category: text('优') },
  { level: 2, fromAqi: 51, category: text('良') },
  { level: 3, fromAqi: 101, category: text('轻度污染') },
] as AqiLevelInfo[]
const station = {
  code: '2160A',
  name: text('站'),
  longitude: 112.8,
  latitude: 35.5,
  own: true,
  values: { so2: 10, no2: 30, pm10: null, co: 0.84, o3: 60, pm25: 41 },
  indices: { so2: 4, no2: 15, pm10: null, co: 9, o3: 19, pm25: 58 },
  aqi: null,
  wind: { speedMetresPerSecond: 2, directionDegrees: 90 },
} as unknown as StationNow

describe('plates on the map', () => {
  it('take the level from the bounds that the server sends', () => {
    expect([0, 50, 51, 100, 101, 500].map((index) => levelOf(index, levels))).toEqual([1, 1, 2, 2, 3, 3])
    expect(levelOf(null, levels)).toBeNull()
  })

  it('show a gap and no colour where there is no index', () => {
    const [plate] = platesOfHour([station], { measure: 'aqi', levels, say })
    expect(plate).toMatchObject({ figure: '–', level: null, wind: { from: 90, speed: 2 } })
  })

  it('show a concentration in the colour of its own index', () => {
    const [plate] = platesOfHour([station], { measure: 'pm25', levels, say })
    expect(plate).toMatchObject({ figure: '41', level: 2, detail: 'PM₂.₅ 41 µg/m³ 良' })
    expect(platesOfHour([station], { measure: 'co', levels, say })[0]?.figure).toBe('0.8')
    expect(platesOfHour([station], { measure: 'pm10', levels, say })[0]).toMatchObject({ figure: '–', level: null })
  })

  it('play the frames of the stations they are of', () => {
    const frames = {
      stations: ['1000A', '2160A'],
      aqi: [
        [7, 8],
        [null, 120],
      ],
      levels,
    } as unknown as AirFrames
    expect(platesOfFrame([station], frames, 0, say)[0]).toMatchObject({ figure: '–', level: null })
    expect(platesOfFrame([station], frames, 1, say)[0]).toMatchObject({ figure: '120', level: 3 })
    expect(platesOfFrame([{ ...station, code: '9999A' }], frames, 1, say)[0]).toMatchObject({ figure: '–' })
  })
})
