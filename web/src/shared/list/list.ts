import type { Column } from '@/shared/table/table'

/** A column of a list that the server keeps; only what the server can sort by has a `sort`. */
export interface ListColumn<R> extends Column<R> {
  sort?: string
}

export interface Choice {
  value: string
  label: string
}

/** By what a list can be narrowed; its key is the parameter in the address and in the call. */
export type Filter = { key: string; title: string; placeholder?: string } & (
  { kind: 'text' } | { kind: 'day' } | { kind: 'flag' } | { kind: 'choice'; choices: Choice[] }
)

export type FilterValues = Record<string, string>

/** What the server is asked for. */
export interface ListQuery {
  filters: FilterValues
  /** `name`, or `-name` for descending. */
  sort: string | undefined
  cursor: string | undefined
  limit: number
}

export interface BulkAction<R> {
  key: string
  title: string
  danger?: boolean
  reason?: 'optional' | 'required'
  /** Rows to which it cannot apply are left out and counted as such. */
  applies?: (row: R) => boolean
  /** Names the count: what is confirmed must be what is done. */
  question: (count: number) => string
  run: (row: R, reason: string) => Promise<unknown>
}

/** The filters in an address, of those the list knows; anything else in the address is not for the list. */
export function filtersOf(query: Record<string, unknown>, filters: Filter[]): FilterValues {
  const values: FilterValues = {}
  for (const filter of filters) {
    const value = query[filter.key]
    if (typeof value !== 'string' || value === '') continue
    if (filter.kind === 'flag' && value !== 'true') continue
    values[filter.key] = value
  }
  return values
}

/** What a chip says: `State: disabled`; a choice that is not offered (any more) by its value. */
export function chipText(filter: Filter, value: string): string {
  if (filter.kind === 'flag') return filter.title
  const shown =
    filter.kind === 'choice' ? (filter.choices.find((choice) => choice.value === value)?.label ?? value) : value
  return `${filter.title}: ${shown}`
}

export interface Sorted {
  key: string
  descending: boolean
}

export function sortOf(text: unknown, fallback: string | undefined): Sorted | null {
  const sort = typeof text === 'string' && text !== '' ? text : fallback
  if (!sort) return null
  return { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') }
}

/** The next press on a header: another column ascending, the same one turned round. */
export function pressed(current: Sorted | null, key: string): string {
  return current?.key === key && !current.descending ? `-${key}` : key
}
