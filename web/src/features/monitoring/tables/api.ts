import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'

export type AirTable = Schemas['AirTable']
export type TableRow = Schemas['TableRow']

export const dailyTable = (day: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/tables/daily', { params: { query: { day } }, signal }))

export const monthlyTable = (month: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/tables/monthly', { params: { query: { month } }, signal }))

export const xlsxPath = (kind: 'daily' | 'monthly', when: string, lang: string) =>
  `/api/v1/air/tables/${kind}.xlsx?${kind === 'daily' ? 'day' : 'month'}=${when}&lang=${lang}`
