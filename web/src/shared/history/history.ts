import type { Schemas } from '@/api/types'

/** One event of the audit, as the server tells it; texts that it does not have are empty. */
export type HistoryEvent = Schemas['EventLine']

export interface Difference {
  /** Name of the field; those of nested records joined by dots. */
  field: string
  before: string | null
  after: string | null
}

function written(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((entry) => written(entry) ?? '–').join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function flat(record: Record<string, unknown> | null, prefix = ''): Map<string, string | null> {
  const fields = new Map<string, string | null>()
  for (const [key, value] of Object.entries(record ?? {})) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [name, text] of flat(value as Record<string, unknown>, `${prefix}${key}.`)) fields.set(name, text)
    } else fields.set(prefix + key, written(value))
  }
  return fields
}

/** Field by field what an event changed; of something new or gone, all that it had. */
export function differences(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Difference[] {
  const [old, now] = [flat(before), flat(after)]
  const fields = [...new Set([...old.keys(), ...now.keys()])]
  return fields
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}
