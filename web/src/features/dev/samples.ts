import { Problem } from '@/api/problem'
import type { Page } from '@/api/request'
import type { HistoryEvent } from '@/shared/history/history'
import type { Job, JobState } from '@/shared/jobs/jobs'
import type { ListQuery } from '@/shared/list/list'

/** Made in the page and labelled so: rows of a warehouse that exists nowhere. */
export interface Sample {
  id: number
  name: string
  colour: 'red' | 'green' | 'blue'
  count: number
  day: string
}

const COLOURS = ['red', 'green', 'blue'] as const

export function samples(): Sample[] {
  return Array.from({ length: 137 }, (_, index) => ({
    id: index + 1,
    name: `Sample ${String(index + 1).padStart(3, '0')}`,
    colour: COLOURS[(index * 7) % 3]!,
    count: (index * 7919) % 1000,
    day: new Date(Date.UTC(2026, 0, 1 + (index % 90))).toISOString().slice(0, 10),
  }))
}

/** Answers like a server: filtered, sorted, a page at a time, `next` leads on. */
export function readSamples(rows: readonly Sample[], { filters, sort, cursor, limit }: ListQuery): Page<Sample> {
  const key = (sort ?? 'name').replace(/^-/, '') as keyof Sample
  const turn = sort?.startsWith('-') ? -1 : 1
  const found = rows
    .filter((row) => !filters['q'] || row.name.toLowerCase().includes(filters['q'].toLowerCase()))
    .filter((row) => !filters['colour'] || row.colour === filters['colour'])
    .filter((row) => !filters['since'] || row.day >= filters['since'])
    .filter((row) => filters['many'] !== 'true' || row.count >= 500)
    .sort((a, b) => turn * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.id - b.id))
  const from = Number(cursor ?? 0)
  const to = from + Math.min(limit, 25)
  return { items: found.slice(from, to), next: to < found.length ? String(to) : null }
}

export const sampleProblem = () =>
  new Problem(503, 'sample', 'Sample of an error', 'This is what an error looks like.', 'sample-0001')

export function sampleJob(state: JobState, progress: number, more: Partial<Job> = {}): Job {
  return {
    id: 0,
    kind: 'sample',
    title: 'Sample job',
    subject: 'sample.csv',
    about: null,
    owner: 'sample',
    mine: true,
    state,
    progress,
    message: '',
    secondsLeft: null,
    position: null,
    attempts: 1,
    cancelRequested: false,
    requested: '2026-01-01T08:00:00+08:00',
    started: null,
    finished: null,
    result: null,
    resultFile: null,
    code: null,
    error: null,
    ...more,
  }
}

export function sampleHistory(texts: { made: string; changed: string; reason: string }): Page<HistoryEvent> {
  const event = (sequence: number, more: Partial<HistoryEvent>): HistoryEvent => ({
    sequence,
    chained: true,
    at: `2026-01-0${sequence}T09:30:00+08:00`,
    actor: 'sample',
    actorKind: 'PERSON',
    actorId: 0,
    address: '192.0.2.1',
    request: '',
    action: 'sample.changed',
    actionText: texts.changed,
    entity: { type: 'sample', id: '1', typeText: 'Sample' },
    subject: 'Sample 001',
    before: null,
    after: null,
    reason: '',
    personal: [],
    hash: null,
    ...more,
  })
  return {
    items: [
      event(3, { before: { count: 12, tags: ['a', 'b'] }, after: { count: 15, tags: ['a'] }, reason: texts.reason }),
      event(2, { before: { colour: 'red' }, after: { colour: null } }),
      event(1, { actionText: texts.made, after: { name: 'Sample 001', colour: 'red', count: 12 } }),
    ],
    next: null,
  }
}
