import { onMounted, onUnmounted, ref, type Ref } from 'vue'

/** Whether the page is as narrow as on a phone; charts that are wide by nature then turn upright. */
export function useNarrow(): Ref<boolean> {
  const query = window.matchMedia('(width <= 760px)')
  const narrow = ref(query.matches)
  const update = () => (narrow.value = query.matches)
  onMounted(() => query.addEventListener('change', update))
  onUnmounted(() => query.removeEventListener('change', update))
  return narrow
}
