import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useResource } from '@/api/useResource'
import { useCatalog } from '@/shared/catalog'
import { SIX } from '@/shared/format/pollutants'
import { usePlayback } from '@/shared/time/playback'
import { addDays, cityDayOf, daysBetween, hoursBetween } from '@/shared/time/time'
import { useTime } from '@/shared/time/useTime'
import { useText } from '@/shared/useText'
import { airFrames, airMap, boundaries, type AreaProperties } from './api'
import { platesOfFrame, platesOfHour, type Measure } from './plates'

/** Frames are fetched in pieces of at most this many days, the most that the server gives at once. */
const PIECE = 31

/** What the overview shows: one hour at every station, with the frames between hours while time runs. */
export function useOverview() {
  const route = useRoute()
  const router = useRouter()
  const catalog = useCatalog()
  const time = useTime()
  const playback = usePlayback()
  const { say, language } = useText()

  const measure = computed<Measure>(() => SIX.find((code) => code === route.query['show']) ?? 'aqi')
  const selected = computed(() => (typeof route.query['station'] === 'string' ? route.query['station'] : null))
  const set = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })

  const usesFrames = computed(() => playback.hour !== null && measure.value === 'aqi')
  const air = useResource((signal) => {
    if (!catalog.extent?.hasData || usesFrames.value) return null
    return airMap(time.hour.value ?? undefined, signal)
  })
  const areas = useResource(() => boundaries())

  const piece = computed(() => {
    if (!playback.hour || !time.from.value || !time.to.value) return null
    const before = Math.max(0, daysBetween(time.from.value, cityDayOf(playback.hour)))
    const from = addDays(time.from.value, Math.floor(before / PIECE) * PIECE)
    const to = addDays(from, PIECE - 1)
    return `${from} ${to < time.to.value ? to : time.to.value}`
  })
  const frames = useResource((signal) => {
    const [from, to] = piece.value?.split(' ') ?? []
    return from && to && usesFrames.value ? airFrames(from, to, signal) : null
  })

  const levels = computed(() => air.data.value?.levels ?? [])
  const plates = computed(() => {
    const stations = air.data.value?.stations ?? []
    const film = frames.data.value
    if (usesFrames.value && film && playback.hour) {
      const frame = hoursBetween(film.firstHour, playback.hour)
      if (frame >= 0 && frame < film.hours) return platesOfFrame(stations, film, frame, say)
    }
    return platesOfHour(stations, { measure: measure.value, levels: levels.value, say })
  })
  const named = computed(() => {
    const collection = areas.data.value
    if (!collection) return { type: 'FeatureCollection' as const, features: [] }
    const features = collection.features.map((feature) => {
      const properties = feature.properties as AreaProperties
      const name = language.value === 'zh' ? properties.name_zh : properties.name_en
      return { ...feature, properties: { code: properties.code, name } }
    })
    return { ...collection, features }
  })
  const showPeers = ref(false)

  return {
    air,
    areas,
    boundaries: named,
    levels,
    plates,
    measure,
    selected,
    showPeers,
    running: usesFrames,
    select: (code: string | null) => set({ station: code ?? undefined }),
    showMeasure: (next: Measure) => set({ show: next === 'aqi' ? undefined : next }),
  }
}
