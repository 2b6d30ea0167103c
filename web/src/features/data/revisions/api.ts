import { request } from '@/api/request'

export interface Revision {
  id: number
  station: string
  hour: string
  parameter: string
  oldValue: number
  newValue: number
  oldImport: number
  oldFile: string
  oldTime: string
  newImport: number
  newFile: string
  recorded: string
}

export interface RevisionPage {
  revisions: Revision[]
  next: number | null
}

export function readRevisions(from: string, to: string, station: string | null, before: number | null) {
  const query = new URLSearchParams({ from, to })
  if (station) query.set('station', station)
  if (before !== null) query.set('before', String(before))
  return request<RevisionPage>('GET', `/api/v1/data/revisions?${query.toString()}`)
}
