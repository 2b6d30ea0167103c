/** The two languages in which every text of the platform exists. */
export type Language = 'zh' | 'en'

const STORED_AS = 'lantian.language'

/** What the address asks for (`?lang=en`), else what was chosen before, else what the browser prefers; Chinese last. */
export function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang')
  if (asked === 'zh' || asked === 'en') return asked
  const stored = localStorage.getItem(STORED_AS)
  if (stored === 'zh' || stored === 'en') return stored
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED_AS, language)
}

/** The tag for `lang` attributes and the Accept-Language header. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}
