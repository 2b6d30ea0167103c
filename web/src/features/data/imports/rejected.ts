import { readCsv } from '@/shared/format/csv'

/** A cell of a file that was not taken, and what was expected in its place. */
export interface RejectedRow {
  row: number
  field: string
  value: string
  expected: string
}

const COLUMNS = ['row', 'field', 'value', 'expected'] as const

/** The first rows of the server's list, found by the names in its header. */
export function rejectedRows(csv: string, most: number): RejectedRow[] {
  const [header = [], ...rows] = readCsv(csv, most + 1)
  const places = COLUMNS.map((name) => header.indexOf(name))
  return rows.map((cells) => {
    const [row = '', field = '', value = '', expected = ''] = places.map((place) => cells[place] ?? '')
    return { row: Number(row), field, value, expected }
  })
}
