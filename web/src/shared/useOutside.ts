import { onMounted, onUnmounted, type Ref } from 'vue'

/** Calls when a press lands outside of an element, or Escape is pressed: an open menu then closes. */
export function useOutside(element: Readonly<Ref<HTMLElement | null>>, leave: () => void): void {
  const press = (event: Event) => {
    if (element.value && event.target instanceof Node && !element.value.contains(event.target)) leave()
  }
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
  }
  onMounted(() => {
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key)
  })
  onUnmounted(() => {
    document.removeEventListener('pointerdown', press)
    document.removeEventListener('keydown', key)
  })
}
