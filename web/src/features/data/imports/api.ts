import { api, body, headersFor } from '@/api/client'
import { Problem } from '@/api/problem'
import { request, type Page } from '@/api/request'
import type { Schemas } from '@/api/types'
import { upload, type Sending } from '@/api/upload'
import type { HistoryEvent } from '@/shared/history/history'
import { rejectedRows, type RejectedRow } from './rejected'

/** Counts are of values. */
export type Import = Schemas['ImportView'] & { job?: number | null }
export type ImportState = Import['state']

/** What became of the values of a file, in the order in which it is told. */
export const COUNTS = ['accepted', 'revised', 'unchanged', 'rejected', 'skipped'] as const
export type Count = (typeof COUNTS)[number]

const PATH = '/api/v1/imports'

export const listImports = () => body(api.GET('/api/v1/imports'))
export const readImport = (id: number) => body(api.GET('/api/v1/imports/{id}', { params: { path: { id } } }))
export const cancelImport = (id: number) => body(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } } }))
export const importHistory = (id: number) => (cursor: string | undefined, signal?: AbortSignal) =>
  request<Page<HistoryEvent>>('GET', `${PATH}/${id}/history`, { query: { cursor }, signal })

/** The first rows of the list of what was not accepted. The list itself is a file; this reads its beginning. */
export async function readRejected(id: number, most: number, signal: AbortSignal): Promise<RejectedRow[]> {
  const response = await fetch(rejectedCsv(id), { headers: headersFor('GET'), signal })
  if (!response.ok) throw await Problem.of(response)
  return rejectedRows(await response.text(), most)
}

export const rejectedCsv = (id: number) => `${PATH}/${id}/rejected.csv`

export interface Upload {
  file: File
  mapping: File | null
  dryRun: boolean
  strict: boolean
}

/** Sends a file and tells how much of it has gone. */
export function sendImport(content: Upload, sending: Sending): Promise<Import> {
  const form = new FormData()
  form.set('file', content.file)
  if (content.mapping) form.set('mapping', content.mapping)
  form.set('dryRun', String(content.dryRun))
  form.set('strict', String(content.strict))
  return upload<Import>(PATH, form, sending)
}

export const isActive = (entry: Import) => entry.state === 'queued' || entry.state === 'running'
