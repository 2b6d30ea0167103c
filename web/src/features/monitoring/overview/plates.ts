import { decimalsOf, symbol, unitOf, type PollutantCode } from '@/shared/format/pollutants'
import { shown } from '@/shared/format/format'
import type { AqiLevelInfo, BilingualText } from '@/api/types'
import type { MapStation } from '@/shared/map/types'
import type { AirFrames, StationNow } from './api'

export type Measure = 'aqi' | PollutantCode
type Say = (text: BilingualText | null | undefined) => string

/** The level of an index, by the bounds that the server sends with it. */
export function levelOf(index: number | null | undefined, levels: AqiLevelInfo[]): number | null {
  if (index === null || index === undefined) return null
  return levels.findLast((level) => index >= level.fromAqi)?.level ?? null
}

export function categoryOf(level: number | null, levels: AqiLevelInfo[], say: Say): string {
  return say(levels.find((entry) => entry.level === level)?.category)
}

interface Look {
  measure: Measure
  levels: AqiLevelInfo[]
  say: Say
}

function placeOf(station: StationNow, say: Say) {
  return {
    code: station.code,
    name: say(station.name),
    longitude: station.longitude,
    latitude: station.latitude,
    own: station.own,
  }
}

/** Plates of one hour with everything known about it. */
export function platesOfHour(stations: StationNow[], { measure, levels, say }: Look): MapStation[] {
  return stations.map((station) => {
    const index = measure === 'aqi' ? station.aqi?.aqi : station.indices[measure]
    const level = measure === 'aqi' ? (station.aqi?.level ?? null) : levelOf(index, levels)
    const figure = measure === 'aqi' ? shown(station.aqi?.aqi) : shown(station.values[measure], decimalsOf(measure))
    const what = measure === 'aqi' ? 'AQI' : symbol(measure)
    const unit = measure === 'aqi' ? '' : ` ${unitOf(measure)}`
    return {
      ...placeOf(station, say),
      figure,
      level,
      detail: `${what} ${figure}${figure === '–' ? '' : unit} ${categoryOf(level, levels, say)}`.trim(),
      wind:
        station.wind && station.wind.directionDegrees !== null
          ? { from: station.wind.directionDegrees, speed: station.wind.speedMetresPerSecond }
          : null,
    }
  })
}

/** Plates of one frame of the playback, which knows the index only. */
export function platesOfFrame(stations: StationNow[], frames: AirFrames, frame: number, say: Say): MapStation[] {
  const row = new Map(frames.stations.map((code, index) => [code, index]))
  return stations.map((station) => {
    const aqi = frames.aqi[row.get(station.code) ?? -1]?.[frame] ?? null
    const level = levelOf(aqi, frames.levels)
    return {
      ...placeOf(station, say),
      figure: shown(aqi),
      level,
      detail: `AQI ${shown(aqi)} ${categoryOf(level, frames.levels, say)}`.trim(),
      wind: null,
    }
  })
}
