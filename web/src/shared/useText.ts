import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { BilingualText } from '@/api/types'
import type { Language } from './language'

/** Texts of the server, which come in both languages, in that of the page. */
export function useText() {
  const { t, locale } = useI18n()
  const language = computed(() => locale.value as Language)
  const say = (text: BilingualText | null | undefined) => (text ? text[language.value] || text.zh : '')
  return { t, say, language }
}
