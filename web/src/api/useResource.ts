import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { Problem } from './problem'

/** Something the server has, in the state in which the page knows it. */
export interface Resource<T> {
  data: ShallowRef<T | null>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  /** When the shown data came, while a newer answer failed to come. */
  staleSince: Ref<Date | null>
  reload: () => Promise<void>
}

/**
 * Loads whenever what it depends on changes. While a new answer is on its way the old one stays on the page; of two
 * answers only that to the latest question counts; `ask` returns null as long as there is nothing to ask yet.
 */
export function useResource<T>(ask: (signal: AbortSignal) => Promise<T> | null): Resource<T> {
  const data: ShallowRef<T | null> = shallowRef(null)
  const problem: ShallowRef<Problem | null> = shallowRef(null)
  const loading = ref(true)
  const staleSince: Ref<Date | null> = ref(null)
  let arrived: Date | null = null
  let running: AbortController | null = null

  function start(): Promise<T> | null {
    running?.abort()
    running = new AbortController()
    return ask(running.signal)
  }

  async function follow(answer: Promise<T> | null): Promise<void> {
    if (!answer) return
    const mine = running
    loading.value = true
    try {
      const value = await answer
      if (mine !== running) return
      data.value = value
      problem.value = null
      staleSince.value = null
      arrived = new Date()
    } catch (error) {
      if (mine !== running || mine?.signal.aborted) return
      problem.value = Problem.caught(error)
      staleSince.value = data.value === null ? null : arrived
      if (!problem.value.isOffline) {
        data.value = null
        staleSince.value = null
      }
    }
    if (mine === running) loading.value = false
  }

  // The watcher's getter asks, so that everything the question reads (address, language) makes it be asked again. The
  // promise is wrapped: of one returned bare, Vue would report the rejection that follow() already deals with.
  watch(
    () => ({ answer: start() }),
    ({ answer }) => void follow(answer),
    { immediate: true },
  )
  onScopeDispose(() => running?.abort())

  return { data, problem, loading, staleSince, reload: () => follow(start()) }
}
