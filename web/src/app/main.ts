import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, useLanguageOfDocument } from './i18n'
import { router } from './router'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import './theme/print.css'

useLanguageOfDocument()
createApp(App).use(createPinia()).use(router).use(i18n).mount('#app')
