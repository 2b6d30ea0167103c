import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')
/** The first start builds, makes the database and imports what the city pack declares. */
const START_WITHIN_MS = 8 * 60_000
const STOP_WITHIN_MS = 15_000

/** The real product, started the way people start it, on data of its own. */
export interface Product {
  url: string
  dataDirectory: string
  stop: () => Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

export async function startProduct(options: string[] = []): Promise<Product> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'lantian-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    join(ROOT, 'lantian'),
    ['start', '--port', String(port), '--data-dir', dataDirectory, ...options],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  try {
    // The address is printed last, when all that the pack declares is imported and computed; health answers earlier.
    const ready = async () => output.includes(`${url}/`) && (await answers(url))
    await until(ready, START_WITHIN_MS, () => child.exitCode !== null)
  } catch {
    await end(child)
    throw new Error(`./lantian start did not come up:\n${output.slice(-4000)}`)
  }
  return {
    url,
    dataDirectory,
    stop: async () => {
      await end(child)
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/v1/health`)).ok
  } catch {
    return false
  }
}

export async function until(done: () => Promise<boolean>, withinMs: number, hopeless = () => false): Promise<void> {
  const last = Date.now() + withinMs
  while (!(await done())) {
    if (Date.now() > last || hopeless()) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.pid) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid, 'SIGTERM')
  const killer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), STOP_WITHIN_MS)
  await gone
  clearTimeout(killer)
}

/** The password that the first start wrote down for an administrator; null when it was changed since. */
export function initialPassword(dataDirectory: string, username = 'admin'): string | null {
  const name = username === 'admin' ? 'initial-password' : `initial-password-${username}`
  const file = join(dataDirectory, 'secrets', name)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** What authorises a call on the same machine. */
export function localSecret(dataDirectory: string): string {
  return readFileSync(join(dataDirectory, 'run', 'cli.secret'), 'utf8').trim()
}
