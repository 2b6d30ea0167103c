import { request, type Page, type Query } from '@/api/request'
import type { Schemas } from '@/api/types'

export type Job = Schemas['JobView']
export type JobState = Job['state']
export type JobLog = Schemas['JobLog']

const PATH = '/api/v1/jobs'
export const isOpen = (job: { state: JobState }) => job.state === 'queued' || job.state === 'running'

export const listJobs = (query: Query, signal?: AbortSignal) => request<Page<Job>>('GET', PATH, { query, signal })
export const jobKinds = () => request<{ kind: string; title: string }[]>('GET', `${PATH}/kinds`)
export const readJob = (id: number, signal?: AbortSignal) => request<Job>('GET', `${PATH}/${id}`, { signal })
export const readJobLog = (id: number, signal?: AbortSignal) => request<JobLog>('GET', `${PATH}/${id}/log`, { signal })
export const cancelJob = (id: number) => request<Job>('POST', `${PATH}/${id}/cancel`)

/** Jobs by id after news: what is new replaces what is older, newest first. */
export function withNews(known: readonly Job[], news: readonly Job[]): Job[] {
  const byId = new Map(known.map((job) => [job.id, job]))
  for (const job of news) byId.set(job.id, job)
  return [...byId.values()].sort((a, b) => b.id - a.id)
}

/** All open jobs as the server names them; of those it names no more, only what has ended stays. */
export function withOpen(known: readonly Job[], open: readonly Job[]): Job[] {
  const named = new Set(open.map((job) => job.id))
  return withNews(
    known.filter((job) => named.has(job.id) || !isOpen(job)),
    open,
  )
}

/** `1:05` from 65 seconds; hours when there are any. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
