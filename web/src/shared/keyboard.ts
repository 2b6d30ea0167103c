import { onMounted, onUnmounted } from 'vue'

/** Whether a key press is meant for a field or a control and not for the page. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Single keys of a page while its component is shown. `Escape` also works from within a field. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>): void {
  function listen(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTyping(event) && event.key !== 'Escape') return
    // A button or link handles its own Enter and space.
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button')) return
    keys[event.key]?.(event)
  }
  onMounted(() => window.addEventListener('keydown', listen))
  onUnmounted(() => window.removeEventListener('keydown', listen))
}
