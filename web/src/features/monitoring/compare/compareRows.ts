import type { Column } from '@/shared/table/table'
import { decimalsOf } from '@/shared/format/pollutants'
import { shown } from '@/shared/format/format'
import type { AirComparison } from './api'
import { nameOf } from './compareChart'

export interface ComparisonRow {
  period: string
  values: (number | null)[]
  raw: (number | null)[]
}

export function comparisonRows(data: AirComparison): ComparisonRow[] {
  return data.periods.map((period, index) => ({
    period,
    values: data.series.map((line) => line.values[index] ?? null),
    raw: data.series.map((line) => line.raw[index] ?? null),
  }))
}

export function comparisonColumns(
  data: AirComparison,
  say: (text: { zh: string; en: string }) => string,
  period: string,
): Column<ComparisonRow>[] {
  return [
    { key: 'period', title: period, value: (row) => row.period },
    ...data.series.map((line, index): Column<ComparisonRow> => ({
      key: `line${index}`,
      title: nameOf(line, say),
      unit: data.unit || undefined,
      numeric: true,
      value: (row) => row.values[index],
      text: (row) => shown(row.values[index], decimalsOf(data.parameter)),
      hint: (row) => (row.raw[index] === null ? undefined : String(row.raw[index])),
    })),
  ]
}
