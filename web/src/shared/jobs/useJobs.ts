import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { tellSignedOut } from '@/api/signedOut'
import { initialLanguage } from '@/shared/language'
import { jobFeed } from './feed'
import { isOpen, readJob, withNews, type Job } from './jobs'

/** One's own jobs: those on their way and those that ended while this page was open. */
export const useJobs = defineStore('jobs', () => {
  const jobs = shallowRef<Job[]>([])
  const mode = ref<'live' | 'polling' | 'off'>('off')
  const seen = ref<Set<number>>(new Set())

  const accept = (change: (known: Job[]) => Job[]) => {
    const before = jobs.value
    jobs.value = change(before)
    // A poll does not name what has ended: how it ended has to be asked.
    const lost = before.filter((job) => isOpen(job) && !jobs.value.some((now) => now.id === job.id))
    for (const job of lost) void ask(job.id)
  }
  async function ask(id: number): Promise<void> {
    try {
      const job = await readJob(id)
      jobs.value = withNews(jobs.value, [job])
    } catch {
      // It is not ours to see any more.
    }
  }

  const feed = jobFeed(initialLanguage, {
    jobs: accept,
    mode: (now) => (mode.value = now),
    signedOut: tellSignedOut,
  })

  return {
    jobs,
    mode,
    open: computed(() => jobs.value.filter(isOpen)),
    /** Ended, and not yet looked at. */
    news: computed(() => jobs.value.filter((job) => !isOpen(job) && !seen.value.has(job.id))),
    find: (id: number) => jobs.value.find((job) => job.id === id) ?? null,
    /** A job just made is shown at once, before the server tells of it. */
    add: (job: Job) => (jobs.value = withNews(jobs.value, [job])),
    look: () => (seen.value = new Set(jobs.value.filter((job) => !isOpen(job)).map((job) => job.id))),
    start: feed.start,
    stop() {
      feed.stop()
      jobs.value = []
    },
  }
})
