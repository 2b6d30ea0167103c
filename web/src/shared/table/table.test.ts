import { describe, expect, it } from 'vitest'
import { cellsOf, useTable, type Column } from './table'

interface Row {
  name: string
  pm25: number | null
}
const name: Column<Row> = { key: 'name', title: 'Station', value: (row) => row.name }
const pm25: Column<Row> = { key: 'pm25', title: 'PM₂.₅', unit: 'µg/m³', numeric: true, value: (row) => row.pm25 }
const rows: Row[] = [
  { name: '阳城', pm25: 40 },
  { name: '城区', pm25: null },
  { name: '高平', pm25: 110 },
]
const names = (list: Row[]) => list.map((row) => row.name)

describe('a table', () => {
  it('sorts numbers as numbers, greatest first, then least first, then as they came, gaps last', () => {
    const table = useTable(
      () => rows,
      () => [name, pm25],
    )
    table.sortBy(pm25)
    expect(names(table.rows.value)).toEqual(['高平', '阳城', '城区'])
    table.sortBy(pm25)
    expect(names(table.rows.value)).toEqual(['阳城', '高平', '城区'])
    table.sortBy(pm25)
    expect(names(table.rows.value)).toEqual(['阳城', '城区', '高平'])
  })

  it('filters by what is shown in the visible columns', () => {
    const table = useTable(
      () => rows,
      () => [name, pm25],
    )
    table.filter.value = '110'
    expect(names(table.rows.value)).toEqual(['高平'])
    table.toggle(pm25)
    expect(table.rows.value).toEqual([])
  })

  it('gives its cells with the unit in the header', () => {
    expect(cellsOf([name, pm25], rows.slice(0, 1))).toEqual({
      headers: ['Station', 'PM₂.₅ (µg/m³)'],
      rows: [['阳城', 40]],
    })
  })
})
