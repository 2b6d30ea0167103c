import { request, type Page, type Query } from '@/api/request'
import type { Schemas } from '@/api/types'
import type { HistoryEvent } from '@/shared/history/history'
import { addDays, isDay } from '@/shared/time/time'

const PATH = '/api/v1/audit'
export const AUDIT_EXPORT = `${PATH}/export`

export type Words = Schemas['AuditWords']
export type Anchor = Schemas['AuditAnchor']
export type AuditState = Schemas['AuditState']
/** The result of the job that proves the chain; kind, sequence and texts are there only when it is broken. */
export interface Verification {
  ok: boolean
  events: number
  lastSequence: number
  lastHash: string | null
  seconds: number
  kind?: string
  sequence?: number
  textZh?: string
  textEn?: string
  anchors?: { sequence: number; issued: string; state: 'MATCHES' | 'DIFFERS' | 'MISSING' | 'NOT_OURS' }[]
}

/** An anchor of another log says nothing against this one. */
export const brokenText = (found: Verification | null | undefined) =>
  found?.kind === 'FOREIGN_ANCHOR' ? 'audit.foreign' : 'audit.broken'

/** City days of the filter as instants: from the beginning of the first to the end of the last. */
export function times(filters: Record<string, string>): Record<string, string> {
  const { from, until, ...rest } = filters
  return {
    ...rest,
    ...(isDay(from) ? { from: `${from}T00:00:00+08:00` } : {}),
    ...(isDay(until) ? { until: `${addDays(until, 1)}T00:00:00+08:00` } : {}),
  }
}

export const listEvents = (query: Query, signal?: AbortSignal) =>
  request<Page<HistoryEvent>>('GET', `${PATH}/events`, { query, signal })
export const readEvent = (sequence: number, signal?: AbortSignal) =>
  request<HistoryEvent>('GET', `${PATH}/events/${sequence}`, { signal })
export const readWords = (signal?: AbortSignal) => request<Words>('GET', `${PATH}/words`, { signal })
export const readState = (signal?: AbortSignal) => request<AuditState>('GET', `${PATH}/state`, { signal })
export const makeAnchor = () => request<Anchor>('POST', `${PATH}/anchors`)
export const anchorFile = (anchor: Anchor) => `${PATH}/anchors/${encodeURIComponent(anchor.id)}`
export const startVerification = (anchors: string[]) =>
  request<{ job: number }>('POST', `${PATH}/verification`, { body: { anchors } })
/** For more than what can be downloaded at once: a job whose result is the file. */
export const startExport = (filter: Record<string, string>) =>
  request<{ job: number }>('POST', `${PATH}/exports`, { body: { format: 'CSV', filter } })
