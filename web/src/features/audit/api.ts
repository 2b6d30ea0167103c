import { request, type Page, type Query } from '@/api/request'
import type { HistoryEvent } from '@/shared/history/history'
import { addDays, isDay } from '@/shared/time/time'

const PATH = '/api/v1/audit'
export const AUDIT_EXPORT = `${PATH}/export`

export interface Words {
  actions: { word: string; text: string }[]
  entityTypes: { word: string; text: string }[]
}
export interface Finding {
  kind: string
  sequence: number | null
  text: string
}
export interface Anchor {
  id: string
  sequence: number
  hash: string
  happened: string
  issued: string
  events: number
}
export interface AuditState {
  head: { sequence: number; hash: string; at: string } | null
  lastAnchor: Anchor | null
  lastVerified: { at: string; by: string; ok: boolean; finding: string | null; events: number } | null
}
export interface Verification {
  ok: boolean
  events: number
  seconds: number
  finding: Finding | null
  anchors: {
    name: string
    sequence: number
    issued: string
    state: 'MATCHES' | 'DIFFERS' | 'MISSING' | 'NOT_OURS'
    text: string
  }[]
}

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
export const listAnchors = (signal?: AbortSignal) => request<Page<Anchor>>('GET', `${PATH}/anchors`, { signal })
export const makeAnchor = () => request<Anchor>('POST', `${PATH}/anchors`)
export const anchorFile = (anchor: Anchor) => `${PATH}/anchors/${encodeURIComponent(anchor.id)}`
export const verify = (anchors: string[]) =>
  request<Verification>('POST', `${PATH}/verification`, { body: { anchors } })
