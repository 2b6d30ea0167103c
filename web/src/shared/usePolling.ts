import { onUnmounted, watch } from 'vue'
import type { Resource } from '@/api/useResource'

const EVERY_MS = 1000

/** Asks again each second as long as what came back is still on its way. */
export function usePolling<T>(resource: Resource<T>, isOnItsWay: (data: T) => boolean): void {
  let timer = 0
  watch(
    [resource.data, resource.loading],
    ([data, loading]) => {
      window.clearTimeout(timer)
      if (!loading && data !== null && isOnItsWay(data as T)) timer = window.setTimeout(resource.reload, EVERY_MS)
    },
    { immediate: true },
  )
  onUnmounted(() => window.clearTimeout(timer))
}
