import { isOpen, listJobs, withNews, withOpen, type Job } from './jobs'

const SILENCE_MS = 40_000
const POLL_MS = 3000
/** After polling for a while the live connection is tried again. */
const RETRY_LIVE_MS = 60_000

export interface FeedListener {
  jobs: (change: (known: Job[]) => Job[]) => void
  mode: (mode: 'live' | 'polling' | 'off') => void
  signedOut: () => void
}

/** What the feed needs from the world; tests bring their own. */
export interface FeedWorld {
  connect: (address: string) => EventSource
  openJobs: () => Promise<Job[]>
}

const WORLD: FeedWorld = {
  connect: (address) => new EventSource(address),
  openJobs: async () => (await listJobs({ state: 'open', limit: 200 })).items,
}

/**
 * News of one's jobs: pushed by the server as long as it can, else asked for every three seconds. A hidden page lets go
 * of its connection, of which a browser has few.
 */
export function jobFeed(language: () => string, listener: FeedListener, world: FeedWorld = WORLD) {
  let source: EventSource | null = null
  let silence = 0
  let poll = 0
  let retry = 0
  let running = false

  function close(): void {
    source?.close()
    source = null
    for (const timer of [silence, poll, retry]) window.clearTimeout(timer)
  }

  function alive(): void {
    window.clearTimeout(silence)
    silence = window.setTimeout(fallBack, SILENCE_MS)
  }

  function live(): void {
    close()
    const mine = world.connect(`/api/v1/jobs/events?lang=${language()}`)
    source = mine
    const on = (name: string, act: (data: unknown) => void) =>
      mine.addEventListener(name, (event) => {
        if (mine !== source) return
        alive()
        act(JSON.parse((event as MessageEvent<string>).data || 'null'))
      })
    on('open', (data) => {
      // The browser's own event of a made connection has the same name and no data.
      if (!Array.isArray(data)) return
      listener.mode('live')
      listener.jobs((known) => withOpen(known, data as Job[]))
    })
    on('job', (data) => listener.jobs((known) => withNews(known, [data as Job])))
    on('heartbeat', () => undefined)
    on('end', (data) => ended((data as { reason?: string } | null)?.reason))
    mine.onerror = () => {
      // CONNECTING means that the browser tries again by itself.
      if (mine === source && mine.readyState === 2) fallBack()
    }
    alive()
  }

  function ended(reason: string | undefined): void {
    if (reason === 'signed-out') {
      stop()
      listener.signedOut()
    } else if (reason === 'replaced') fallBack()
  }

  function fallBack(): void {
    if (!running) return
    close()
    listener.mode('polling')
    retry = window.setTimeout(live, RETRY_LIVE_MS)
    void ask()
  }

  async function ask(): Promise<void> {
    try {
      const open = await world.openJobs()
      if (running && !source) listener.jobs((known) => withOpen(known, open))
    } catch {
      // The next question may be answered; a lost session is told to the page by the call itself.
    }
    if (running && !source) poll = window.setTimeout(() => void ask(), POLL_MS)
  }

  function visible(): void {
    if (!running) return
    if (document.hidden) close()
    else live()
  }

  function start(): void {
    if (running) return
    running = true
    document.addEventListener('visibilitychange', visible)
    if (!document.hidden) live()
  }

  function stop(): void {
    running = false
    document.removeEventListener('visibilitychange', visible)
    close()
    listener.mode('off')
  }

  return { start, stop }
}

export { isOpen }
