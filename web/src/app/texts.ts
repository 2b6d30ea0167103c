import assessment from '@/features/assessment/texts'
import audit from '@/features/audit/texts'
import about from '@/features/about/texts'
import data from '@/features/data/texts'
import dev from '@/features/dev/texts'
import files from '@/features/files/texts'
import identity from '@/features/identity/texts'
import jobs from '@/features/jobs/texts'
import monitoring from '@/features/monitoring/texts'
import people from '@/features/people/texts'
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
  people: people.zh,
  audit: audit.zh,
  jobs: jobs.zh,
  files: files.zh,
  dev: dev.zh,
  about: about.zh,
}
export const en = {
  ...shell.en,
  ...shared.en,
  monitoring: monitoring.en,
  assessment: assessment.en,
  data: data.en,
  identity: identity.en,
  people: people.en,
  audit: audit.en,
  jobs: jobs.en,
  files: files.en,
  dev: dev.en,
  about: about.en,
}
