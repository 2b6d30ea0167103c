import { ref } from 'vue'
import { defineStore } from 'pinia'
import type { Hour } from './time'

/**
 * The hour shown while time runs or the slider is dragged. It overrides the address, which is written only when the
 * hour rests: browsers refuse an address that changes several times a second.
 */
export const usePlayback = defineStore('playback', () => {
  const playing = ref(false)
  const hour = ref<Hour | null>(null)
  return { playing, hour }
})
