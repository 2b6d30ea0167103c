import assessment from '@/features/assessment/texts'
import about from '@/features/about/texts'
import data from '@/features/data/texts'
import identity from '@/features/identity/texts'
import monitoring from '@/features/monitoring/texts'
import shared from '@/shared/texts'
import shell from './shellTexts'

/** All texts of the pages. Each feature brings its own, under its own first key. */
export const zh = {
  ...shell.zh,
  ...shared.zh,
  monitoring: monitoring.zh,
  assessment: assessment.zh,
  data: data.zh,
  identity: identity.zh,
  about: about.zh,
}
export const en = {
  ...shell.en,
  ...shared.en,
  monitoring: monitoring.en,
  assessment: assessment.en,
  data: data.en,
  identity: identity.en,
  about: about.en,
}
