import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'

export type AirRanking = Schemas['AirRanking']
export type RankedSubject = Schemas['RankedSubject']
export type AirAttainment = Schemas['AirAttainment']
export type PollutantBudget = Schemas['PollutantBudget']
export type Budget = Schemas['Budget']
export type WinterAssessment = Schemas['WinterAssessment']

export interface RankingQuestion {
  scope: string
  year?: string
  month?: string
}

export const ranking = (query: RankingQuestion, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/ranking', { params: { query }, signal }))

export const attainment = (subject: string, asOf: string | undefined, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/attainment', { params: { query: { subject, asOf } }, signal }))
