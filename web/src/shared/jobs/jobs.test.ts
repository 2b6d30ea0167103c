import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { jobFeed } from './feed'
import { clockOf, withNews, withOpen, type Job } from './jobs'

const job = (id: number, state: Job['state'] = 'running', progress = 0): Job => ({
  id,
  kind: 'import-air',
  title: '导入监测数据',
  subject: '',
  about: null,
  owner: 'a',
  mine: true,
  state,
  progress,
  message: '',
  secondsLeft: null,
  position: null,
  attempts: 1,
  cancelRequested: false,
  requested: '2026-01-01T00:00:00+08:00',
  started: null,
  finished: null,
  result: null,
  resultFile: null,
  code: null,
  error: null,
})

/** A connection on which the test speaks for the server. */
class Line extends EventTarget {
  readyState = 1
  onerror: (() => void) | null = null
  closed = false
  close() {
    this.closed = true
  }
  say(name: string, data?: unknown) {
    this.dispatchEvent(data === undefined ? new Event(name) : new MessageEvent(name, { data: JSON.stringify(data) }))
  }
}

function feedOf(openJobs: () => Promise<Job[]> = async () => []) {
  const lines: Line[] = []
  const state = { jobs: [] as Job[], mode: 'off', signedOut: false, asked: 0 }
  const feed = jobFeed(
    () => 'zh',
    {
      jobs: (change) => (state.jobs = change(state.jobs)),
      mode: (mode) => (state.mode = mode),
      signedOut: () => (state.signedOut = true),
    },
    {
      connect: () => {
        lines.push(new Line())
        return lines.at(-1) as unknown as EventSource
      },
      openJobs: () => (state.asked++, openJobs()),
    },
  )
  feed.start()
  return { feed, lines, state }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('news of jobs', () => {
  it('are pushed: all open ones first, then each change; what ended stays', () => {
    const { lines, state } = feedOf()
    lines[0]!.say('open')
    expect(state.mode).toBe('off')
    lines[0]!.say('open', [job(1), job(2, 'queued')])
    lines[0]!.say('job', job(1, 'done', 1))
    expect(state.jobs.map(({ id, state: now }) => [id, now])).toEqual([
      [2, 'queued'],
      [1, 'done'],
    ])
    lines[0]!.say('open', [])
    expect(state.jobs.map(({ id }) => id)).toEqual([1])
    expect(state.mode).toBe('live')
  })

  it('are asked for when the line is silent, and the line is tried again', async () => {
    const { lines, state, feed } = feedOf(async () => [job(7)])
    lines[0]!.say('open', [])
    await vi.advanceTimersByTimeAsync(30_000)
    lines[0]!.say('heartbeat', {})
    await vi.advanceTimersByTimeAsync(30_000)
    expect(state.asked).toBe(0)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(lines[0]!.closed).toBe(true)
    expect(state.mode).toBe('polling')
    expect(state.jobs.map(({ id }) => id)).toEqual([7])
    await vi.advanceTimersByTimeAsync(9_000)
    expect(state.asked).toBe(4)
    await vi.advanceTimersByTimeAsync(51_000)
    expect(lines).toHaveLength(2)
    const asked = state.asked
    await vi.advanceTimersByTimeAsync(9_000)
    expect(state.asked).toBe(asked)
    feed.stop()
  })

  it('end for good at sign-out, and only this line when another page took its place', async () => {
    const gone = feedOf()
    gone.lines[0]!.say('end', { reason: 'signed-out' })
    expect(gone.state.signedOut).toBe(true)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(gone.lines).toHaveLength(1)
    expect(gone.state.asked).toBe(0)

    const replaced = feedOf()
    replaced.lines[0]!.say('end', { reason: 'replaced' })
    await vi.advanceTimersByTimeAsync(1)
    expect(replaced.state.mode).toBe('polling')
    replaced.feed.stop()
  })

  it('of an old line do not count any more', () => {
    const { lines, state, feed } = feedOf()
    lines[0]!.say('end', { reason: 'replaced' })
    lines[0]!.say('job', job(9))
    expect(state.jobs).toEqual([])
    feed.stop()
  })
})

describe('a list of jobs', () => {
  it('holds each once, newest first', () => {
    expect(withNews([job(1), job(3)], [job(2), job(3, 'done')]).map(({ id, state }) => `${id} ${state}`)).toEqual([
      '3 done',
      '2 running',
      '1 running',
    ])
    expect(withOpen([job(1, 'failed'), job(2)], [job(3)]).map(({ id }) => id)).toEqual([3, 1])
  })

  it('says the time left like a clock', () => {
    expect([0, 5, 65, 3661].map(clockOf)).toEqual(['0:00', '0:05', '1:05', '1:01:01'])
  })
})
