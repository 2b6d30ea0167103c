import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { useCatalog } from '@/shared/catalog'
import { usePlayback } from './playback'
import { addDays, cityDayOf, daysBetween, firstHourOf, isDay, isHour, lastHourOf, type Day, type Hour } from './time'

/** The keys of the address that say the time; links between observing pages carry them. */
const TIME_KEYS = ['hour', 'from', 'to'] as const

/** The range that pages show when none is asked for: the last week with data. */
const DEFAULT_DAYS = 7

export function timeOf(query: Record<string, unknown>): LocationQueryRaw {
  return Object.fromEntries(
    TIME_KEYS.filter((key) => typeof query[key] === 'string').map((key) => [key, query[key]]),
  ) as LocationQueryRaw
}

/**
 * The time that the page shows. It lives in the address; what the address leaves open follows from the data: the hour
 * is the latest with data, the range ends with the day of that hour.
 */
export function useTime() {
  const route = useRoute()
  const router = useRouter()
  const catalog = useCatalog()
  const playback = usePlayback()

  const latest = computed<Hour | null>(() => catalog.extent?.lastHour ?? null)
  const earliest = computed<Hour | null>(() => catalog.extent?.firstHour ?? null)

  const asked = computed(() => ({
    hour: isHour(route.query['hour']) ? route.query['hour'] : null,
    from: isDay(route.query['from']) ? route.query['from'] : null,
    to: isDay(route.query['to']) ? route.query['to'] : null,
  }))

  const to = computed<Day | null>(() => {
    if (asked.value.to) return asked.value.to
    const hour = asked.value.hour ?? latest.value
    return hour ? cityDayOf(hour) : null
  })
  const from = computed<Day | null>(() => {
    if (!to.value) return null
    if (asked.value.from && asked.value.from <= to.value) return asked.value.from
    const week = addDays(to.value, 1 - DEFAULT_DAYS)
    const first = earliest.value ? cityDayOf(earliest.value) : week
    return week < first && first <= to.value ? first : week
  })
  const hour = computed<Hour | null>(() => {
    if (playback.hour) return playback.hour
    if (asked.value.hour) return asked.value.hour
    if (asked.value.to) {
      const last = lastHourOf(asked.value.to)
      return latest.value && latest.value < last ? latest.value : last
    }
    return latest.value
  })
  const isLatest = computed(() => hour.value !== null && hour.value === latest.value)
  const days = computed(() => (from.value && to.value ? daysBetween(from.value, to.value) + 1 : 0))

  function replace(change: LocationQueryRaw): void {
    void router.replace({ query: { ...route.query, ...change } })
  }

  /** Shows another hour; the range is moved only where it would not contain it. */
  function setHour(next: Hour): void {
    const inside = from.value && to.value && next >= firstHourOf(from.value) && next <= lastHourOf(to.value)
    replace(inside ? { hour: next, from: from.value, to: to.value } : { hour: next, from: undefined, to: undefined })
  }

  function setRange(first: Day, last: Day): void {
    const [low, high] = first <= last ? [first, last] : [last, first]
    const kept = hour.value && hour.value >= firstHourOf(low) && hour.value <= lastHourOf(high)
    replace({ from: low, to: high, hour: kept ? hour.value : undefined })
  }

  /** Back to the latest hour with data. */
  function setLatest(): void {
    replace({ hour: undefined, from: undefined, to: undefined })
  }

  return { hour, from, to, days, latest, earliest, isLatest, setHour, setRange, setLatest }
}
