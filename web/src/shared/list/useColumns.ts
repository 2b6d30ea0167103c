import { computed, ref, type ComputedRef } from 'vue'
import type { ListColumn } from './list'

/** Which columns a reader wants to see: a habit of theirs, remembered in this browser and not part of a shared address. */
export function useColumns<R>(
  id: string,
  columns: () => ListColumn<R>[],
): {
  visible: ComputedRef<ListColumn<R>[]>
  isShown: (column: ListColumn<R>) => boolean
  toggle: (column: ListColumn<R>) => void
} {
  const place = `lantian.columns.${id}`
  const changed = ref(stored(place))
  const isShown = (column: ListColumn<R>) => changed.value[column.key] ?? !column.optional
  return {
    visible: computed(() => columns().filter(isShown)),
    isShown,
    toggle(column) {
      changed.value = { ...changed.value, [column.key]: !isShown(column) }
      localStorage.setItem(place, JSON.stringify(changed.value))
    },
  }
}

function stored(place: string): Record<string, boolean> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, boolean>) : {}
  } catch {
    return {}
  }
}
