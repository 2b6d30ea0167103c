import { api, body } from '@/api/client'
import { request } from '@/api/request'
import type { BilingualText, Schemas } from '@/api/types'
import type { FeatureCollection } from 'geojson'

export type AirMap = Schemas['AirMap']
export type AirFrames = Schemas['AirFrames']
export type StationNow = Schemas['MapStation']
export type AreaNow = Schemas['MapArea']
export interface AreaProperties {
  code: string
  name: BilingualText
}

export const airMap = (hour: string | undefined, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/map', { params: { query: { hour } }, signal }))

export const airFrames = (from: string, to: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/frames', { params: { query: { from, to } }, signal }))

export const boundaries = () => request<FeatureCollection>('GET', '/api/v1/city/boundaries')
