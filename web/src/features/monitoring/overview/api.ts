import { api, body } from '@/api/client'
import { request } from '@/api/request'
import { Problem } from '@/api/problem'
import type { Schemas } from '@/api/types'
import type { FeatureCollection } from 'geojson'

export type AirMap = Schemas['AirMap']
export type AirFrames = Schemas['AirFrames']
export type StationNow = Schemas['MapStation']
export type AreaNow = Schemas['MapArea']

/** What is known of an outline. */
export interface AreaProperties {
  code: string
  name_zh: string
  name_en: string
}

export const airMap = (hour: string | undefined, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/map', { params: { query: { hour } }, signal }))

export const airFrames = (from: string, to: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/frames', { params: { query: { from, to } }, signal }))

const NO_OUTLINES: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** The outlines of the counties; a city pack may have none, then the map shows stations only. */
export async function boundaries(): Promise<FeatureCollection> {
  try {
    return await request<FeatureCollection>('GET', '/api/v1/city/boundaries')
  } catch (error) {
    if (error instanceof Problem && error.isNotFound) return NO_OUTLINES
    throw error
  }
}
