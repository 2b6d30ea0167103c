import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'

export type AirComparison = Schemas['AirComparison']
export type ComparisonSeries = Schemas['ComparisonSeries']

export interface Question {
  subjects: string
  parameter: string
  step: string
  from?: string
  to?: string
  years?: string
}

export const compare = (query: Question, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/compare', { params: { query }, signal }))
