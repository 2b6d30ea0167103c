import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useCatalog } from '@/shared/catalog'
import { SIX } from '@/shared/format/pollutants'
import { useTime } from '@/shared/time/useTime'
import type { Question } from './api'

const STEPS = [
  { key: 'day', text: 'monitoring.stepDay' },
  { key: 'month', text: 'monitoring.stepMonth' },
  { key: 'year', text: 'monitoring.stepYear' },
] as const
type Step = (typeof STEPS)[number]['key']

/** What is to be compared, as the address says it; by default the own city's stations by day. */
export function useQuestion() {
  const route = useRoute()
  const router = useRouter()
  const catalog = useCatalog()
  const time = useTime()

  const text = (key: string) => (typeof route.query[key] === 'string' ? (route.query[key] as string) : '')
  const set = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })

  const subjects = computed(() => {
    if (route.query['subjects'] !== undefined) return text('subjects').split(',').filter(Boolean)
    const own = catalog.subjects.filter((entry) => entry.own && entry.firstDay !== null)
    return own
      .filter((entry) => entry.subject.kind !== 'COUNTY')
      .slice(0, 8)
      .map((entry) => entry.subject.key)
  })
  const parameter = computed(() =>
    text('show') === 'aqi' ? 'aqi' : (SIX.find((code) => code === text('show')) ?? 'pm25'),
  )
  const mode = computed(() => (text('mode') === 'years' ? 'years' : 'subjects'))
  const steps = computed(() => STEPS.filter((step) => mode.value === 'subjects' || step.key !== 'year'))
  const step = computed<Step>(() => {
    const fallback = mode.value === 'years' ? 'month' : 'day'
    return steps.value.find((entry) => entry.key === text('step'))?.key ?? fallback
  })
  const years = computed(() => {
    const asked = text('years').split(',').map(Number).filter(Boolean)
    return asked.length > 0 ? asked : (catalog.extent?.years ?? []).slice(-3)
  })

  const question = computed<Question | null>(() => {
    if (subjects.value.length === 0) return null
    const common = { subjects: subjects.value.join(','), parameter: parameter.value, step: step.value }
    if (mode.value === 'years') return years.value.length > 0 ? { ...common, years: years.value.join(',') } : null
    return time.from.value && time.to.value ? { ...common, from: time.from.value, to: time.to.value } : null
  })

  return {
    subjects,
    parameter,
    mode,
    step,
    steps,
    years,
    question,
    set,
    add: (key: string) => set({ subjects: [...subjects.value, key].join(',') }),
    remove: (key: string) => set({ subjects: subjects.value.filter((other) => other !== key).join(',') }),
    toggleYear: (year: number) => {
      const next = years.value.includes(year) ? years.value.filter((other) => other !== year) : [...years.value, year]
      set({ years: next.sort((a, b) => a - b).join(',') })
    },
  }
}
