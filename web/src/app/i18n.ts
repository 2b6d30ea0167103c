import { watchEffect } from 'vue'
import { createI18n } from 'vue-i18n'
import { initialLanguage, languageTag, rememberLanguage, type Language } from '@/shared/language'
import { speakWith } from '@/api/client'
import { en, zh } from './texts'

export const i18n = createI18n({
  legacy: false,
  locale: initialLanguage(),
  fallbackLocale: 'zh',
  messages: { zh, en },
})

export function currentLanguage(): Language {
  return i18n.global.locale.value as Language
}

export function switchLanguage(language: Language): void {
  i18n.global.locale.value = language
  rememberLanguage(language)
}

/** Keeps the document's language, and the language in which the server answers, with the chosen one. */
export function useLanguageOfDocument(): void {
  watchEffect(() => {
    const language = currentLanguage()
    document.documentElement.lang = languageTag(language)
    speakWith(languageTag(language))
  })
}
