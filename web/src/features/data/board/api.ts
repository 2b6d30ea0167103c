import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'
import { SIX } from '@/shared/format/pollutants'

export type Cell = Schemas['CellView']
export type StationLine = Schemas['StationLine']
export type Board = Schemas['Board']
export type FlaggedValue = Schemas['FlaggedView']

export const readBoard = (from: string, to: string, signal: AbortSignal) =>
  body(api.GET('/api/v1/data/board', { params: { query: { from, to } }, signal }))

export const readFlags = (from: string, to: string, limit: number, signal: AbortSignal) =>
  body(api.GET('/api/v1/data/flags', { params: { query: { from, to, limit } }, signal }))

/** Values of the six pollutants that are there. */
export function presentIn(cell: Cell | undefined): number {
  return cell ? SIX.reduce((sum, code) => sum + (cell.values[code] ?? 0), 0) : 0
}
