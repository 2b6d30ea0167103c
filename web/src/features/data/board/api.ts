import { request } from '@/api/request'
import type { BilingualText } from '@/api/types'
import { SIX } from '@/shared/format/pollutants'

export interface Cell {
  begin: string
  values: Record<string, number>
  flagged: number
  revised: number
}

export interface StationLine {
  code: string
  name: BilingualText
  cityName: BilingualText
  role: string
  cells: Cell[]
}

export interface Board {
  from: string
  to: string
  step: 'day' | 'month'
  periods: { begin: string; hours: number }[]
  stations: StationLine[]
}

export interface FlaggedValue {
  station: string
  hour: string
  parameter: string
  value: number
  flags: string[]
}

export const readBoard = (from: string, to: string) => request<Board>('GET', `/api/v1/data/board?from=${from}&to=${to}`)

export const readFlags = (from: string, to: string, limit: number) =>
  request<{ flagged: FlaggedValue[]; more: boolean }>('GET', `/api/v1/data/flags?from=${from}&to=${to}&limit=${limit}`)

/** Values of the six pollutants that are there. */
export function presentIn(cell: Cell | undefined): number {
  return cell ? SIX.reduce((sum, code) => sum + (cell.values[code] ?? 0), 0) : 0
}
