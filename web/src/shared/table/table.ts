import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Cell } from '@/shared/format/csv'

export interface Column<R> {
  key: string
  title: string
  /** Shown in the header, never in the cells. */
  unit?: string
  value: (row: R) => string | number | null | undefined
  /** How the value is written; by default as it is, a gap as an en dash. */
  text?: (row: R) => string
  numeric?: boolean
  /** Not shown until the reader asks for it. */
  optional?: boolean
  /** AQI level of the cell, which then is a plate in the official colour. */
  level?: (row: R) => number | null | undefined
  /** Said on hover: the raw value, a reason. */
  hint?: (row: R) => string | undefined
}

export interface Sorting {
  key: string
  descending: boolean
}

export interface TableModel<R> {
  sorting: Ref<Sorting | null>
  filter: Ref<string>
  visible: ComputedRef<Column<R>[]>
  rows: ComputedRef<R[]>
  sortBy: (column: Column<R>) => void
  filterBy: (words: string) => void
  isShown: (column: Column<R>) => boolean
  toggle: (column: Column<R>) => void
}

export function textOf<R>(column: Column<R>, row: R): string {
  if (column.text) return column.text(row)
  const value = column.value(row)
  return value === null || value === undefined || value === '' ? '–' : String(value)
}

/** What the table says, as cells for a file. */
export function cellsOf<R>(columns: Column<R>[], rows: R[]): { headers: string[]; rows: Cell[][] } {
  return {
    headers: columns.map((column) => (column.unit ? `${column.title} (${column.unit})` : column.title)),
    rows: rows.map((row) => columns.map((column) => column.value(row) ?? null)),
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Gaps stand last, whichever way the rows are sorted. */
export function compare<R>(column: Column<R>, descending: boolean): (a: R, b: R) => number {
  return (a, b) => {
    const [left, right] = [column.value(a), column.value(b)]
    const [noLeft, noRight] = [left === null || left === undefined, right === null || right === undefined]
    if (noLeft || noRight) return Number(noLeft) - Number(noRight)
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right))
    return descending ? -order : order
  }
}

export function useTable<R>(rows: () => R[], columns: () => Column<R>[]): TableModel<R> {
  const sorting: Ref<Sorting | null> = ref(null)
  const filter = ref('')
  const changed: Ref<Record<string, boolean>> = ref({})

  const isShown = (column: Column<R>) => changed.value[column.key] ?? !column.optional
  const visible = computed(() => columns().filter(isShown))

  const filtered = computed(() => {
    const wanted = filter.value.trim().toLowerCase()
    if (!wanted) return rows()
    return rows().filter((row) => visible.value.some((column) => textOf(column, row).toLowerCase().includes(wanted)))
  })
  const sorted = computed(() => {
    const column = columns().find((candidate) => candidate.key === sorting.value?.key)
    return column ? [...filtered.value].sort(compare(column, sorting.value?.descending ?? false)) : filtered.value
  })

  /** Three presses: one way, the other way, as it came. Numbers begin with the greatest. */
  function sortBy(column: Column<R>): void {
    const first = column.numeric === true
    if (sorting.value?.key !== column.key) sorting.value = { key: column.key, descending: first }
    else if (sorting.value.descending === first) sorting.value = { key: column.key, descending: !first }
    else sorting.value = null
  }

  function toggle(column: Column<R>): void {
    changed.value = { ...changed.value, [column.key]: !isShown(column) }
  }

  const filterBy = (words: string) => (filter.value = words)

  return { sorting, filter, visible, rows: sorted, sortBy, filterBy, isShown, toggle }
}
