import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { api, body } from '@/api/client'
import { Problem } from '@/api/problem'
import type { AirExtent, AirSubject } from '@/api/types'

/** What data there is and of whom: asked once, used by every page. */
export const useCatalog = defineStore('catalog', () => {
  const extent = shallowRef<AirExtent | null>(null)
  const subjects = shallowRef<AirSubject[]>([])
  const problem = shallowRef<Problem | null>(null)
  let asked: Promise<void> | null = null

  async function ask(): Promise<void> {
    try {
      const [first, second] = await Promise.all([
        body(api.GET('/api/v1/air/extent')),
        body(api.GET('/api/v1/air/subjects')),
      ])
      extent.value = first
      subjects.value = second.subjects
      problem.value = null
    } catch (error) {
      problem.value = error instanceof Problem ? error : new Problem(0, 'page-fault', '', String(error), null)
    }
  }

  /** Asks when nobody has asked yet. */
  function load(): Promise<void> {
    asked ??= ask()
    return asked
  }

  /** Asks again, for example when an import is done. */
  function reload(): Promise<void> {
    asked = ask()
    return asked
  }

  const stations = computed(() => subjects.value.filter((entry) => entry.subject.kind === 'STATION'))
  const areas = computed(() => subjects.value.filter((entry) => entry.subject.kind === 'COUNTY'))
  const cities = computed(() => subjects.value.filter((entry) => entry.subject.kind === 'CITY'))
  const ownCity = computed(() => cities.value.find((entry) => entry.own)?.subject ?? null)
  const find = (key: string) => subjects.value.find((entry) => entry.subject.key === key) ?? null

  return { extent, subjects, problem, stations, areas, cities, ownCity, find, load, reload }
})
