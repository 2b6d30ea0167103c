import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { Problem } from '@/api/problem'
import type { Page } from '@/api/request'
import { useResource, type Resource } from '@/api/useResource'
import { filtersOf, pressed, sortOf, type Filter, type FilterValues, type ListQuery, type Sorted } from './list'

export const PAGE_ROWS = 50

export interface ListOptions<R> {
  /** Under which the reader's choice of columns is remembered. */
  id: string
  filters: () => Filter[]
  sort?: string
  rowKey: (row: R) => string
  /** Null as long as there is nothing to ask yet. */
  read: (query: ListQuery, signal?: AbortSignal) => Promise<Page<R>> | null
}

/** A list that the server filters, sorts and pages; what was asked for stands in the address. */
export interface List<R> {
  id: string
  filters: ComputedRef<Filter[]>
  values: ComputedRef<FilterValues>
  sorting: ComputedRef<Sorted | null>
  /** The filter and order as asked, for an export of the same. */
  asked: ComputedRef<Record<string, string>>
  first: Resource<Page<R>>
  rows: ComputedRef<R[]>
  next: Ref<string | null>
  moreProblem: ShallowRef<Problem | null>
  loadingMore: Ref<boolean>
  selected: Ref<Set<string>>
  rowKey: (row: R) => string
  setFilter: (key: string, value: string | null) => void
  clearFilters: () => void
  sortBy: (key: string) => void
  select: (key: string, on: boolean) => void
  selectAll: (on: boolean) => void
  more: () => Promise<void>
  reload: () => Promise<void>
}

export function useList<R>(options: ListOptions<R>): List<R> {
  const route = useRoute()
  const router = useRouter()

  const filters = computed(options.filters)
  const values = computed(() => filtersOf(route.query, filters.value))
  const sort = computed(() => (typeof route.query['sort'] === 'string' ? route.query['sort'] : options.sort))
  const sorting = computed(() => sortOf(sort.value, options.sort))
  const asked = computed(() => ({ ...values.value, ...(sort.value ? { sort: sort.value } : {}) }))
  // A filter that is only offered later (its choices are being loaded) must not make the list be asked twice.
  const question = computed(() => JSON.stringify([values.value, sort.value]))
  const query = (cursor?: string): ListQuery => {
    const [filterValues, order] = JSON.parse(question.value) as [FilterValues, string | undefined]
    return { filters: filterValues, sort: order ?? undefined, cursor, limit: PAGE_ROWS }
  }

  const first = useResource((signal) => options.read(query(), signal))
  const later: ShallowRef<R[]> = shallowRef([])
  const next: Ref<string | null> = ref(null)
  const moreProblem: ShallowRef<Problem | null> = shallowRef(null)
  const loadingMore = ref(false)
  const selected: Ref<Set<string>> = ref(new Set())
  const rows = computed(() => [...(first.data.value?.items ?? []), ...later.value])

  watch(first.data, (page) => {
    later.value = []
    moreProblem.value = null
    next.value = page?.next ?? null
    const here = new Set(rows.value.map(options.rowKey))
    selected.value = new Set([...selected.value].filter((key) => here.has(key)))
  })

  async function more(): Promise<void> {
    if (next.value === null || loadingMore.value) return
    const mine = first.data.value
    loadingMore.value = true
    moreProblem.value = null
    try {
      const page = await options.read(query(next.value))
      // The filter may have changed meanwhile: then this page belongs to another list.
      if (page === null || mine !== first.data.value) return
      later.value = [...later.value, ...page.items]
      next.value = page.next
    } catch (error) {
      moreProblem.value = Problem.caught(error)
    } finally {
      loadingMore.value = false
    }
  }

  const replace = (change: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...change } })

  return {
    id: options.id,
    filters,
    values,
    sorting,
    asked,
    first,
    rows,
    next,
    moreProblem,
    loadingMore,
    selected,
    rowKey: options.rowKey,
    setFilter: (key, value) => replace({ [key]: value === null || value === '' ? undefined : value }),
    clearFilters: () => replace(Object.fromEntries(filters.value.map((filter) => [filter.key, undefined]))),
    sortBy: (key) => replace({ sort: pressed(sorting.value, key) }),
    select(key, on) {
      const chosen = new Set(selected.value)
      if (on) chosen.add(key)
      else chosen.delete(key)
      selected.value = chosen
    },
    selectAll: (on) => (selected.value = new Set(on ? rows.value.map(options.rowKey) : [])),
    more,
    reload: first.reload,
  }
}
