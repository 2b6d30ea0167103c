import type { FeatureCollection } from 'geojson'

/** A station as the map shows it: a plate with a figure, in a colour if it has a level. */
export interface MapStation {
  code: string
  name: string
  longitude: number
  latitude: number
  /** The figure on the plate; an en dash where there is none. */
  figure: string
  /** AQI level 1–6; without one the plate is grey. */
  level: number | null
  /** Said when the plate is pointed at. */
  detail: string
  /** Stations of other cities are drawn smaller. */
  own: boolean
  /** Direction from which the wind comes, degrees, and its speed, m/s. */
  wind: { from: number; speed: number } | null
}

/** The counties with `code` and `name` as properties, where `name` is in the reader's language. */
export type Boundaries = FeatureCollection
