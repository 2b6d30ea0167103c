import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'

export type StationHours = Schemas['StationHours']
export type HourlyParameter = Schemas['HourlyParameter']
export type AirDays = Schemas['AirDays']
export type AirSummary = Schemas['AirSummary']
export type StandardAssessment = Schemas['StandardAssessment']
export type PollutantAssessment = Schemas['PollutantAssessment']
export type PollutionRose = Schemas['PollutionRose']

export const stationHours = (code: string, from: string, to: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/stations/{code}/hourly', { params: { path: { code }, query: { from, to } }, signal }))

export const airDays = (subject: string, from: string, to: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/days', { params: { query: { subject, from, to } }, signal }))

export const airSummary = (subject: string, year: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/air/summary', { params: { query: { subject, year } }, signal }))

export const pollutionRose = (code: string, from: string, to: string, pollutant: string, signal: AbortSignal) =>
  body(
    api.GET('/api/v1/air/stations/{code}/pollution-rose', {
      params: { path: { code }, query: { from, to, pollutant } },
      signal,
    }),
  )
