import { headersFor } from './client'
import { Problem } from './problem'
import { tellSignedOut } from './signedOut'

export type Query = Record<string, string | number | boolean | null | undefined>

/** What a call says beside its method and path. */
export interface Call {
  query?: Query
  body?: unknown
  /** The version that the change is made to: without it a server that keeps versions refuses the change. */
  version?: string | null
  /** Creating twice what was meant once is avoided by a key that stays the same when the call is repeated. */
  key?: string
  signal?: AbortSignal
}

/** A page of a list; `next` leads on, null at the end. */
export interface Page<T> {
  items: T[]
  next: string | null
}

/** One thing with the version it has, to be sent back with a change. */
export interface Versioned<T> {
  data: T
  version: string | null
}

/** A path with its query; what is empty is left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function send(method: string, path: string, call: Call): Promise<Response> {
  const headers = headersFor(method)
  const form = call.body instanceof FormData
  if (call.body !== undefined && !form) headers['Content-Type'] = 'application/json'
  if (call.version) headers['If-Match'] = call.version
  if (call.key) headers['Idempotency-Key'] = call.key
  const body = call.body === undefined ? undefined : form ? (call.body as FormData) : JSON.stringify(call.body)
  let response: Response
  try {
    response = await fetch(address(path, call.query), { method, headers, body, signal: call.signal })
  } catch (error) {
    if (call.signal?.aborted) throw error
    throw Problem.offline()
  }
  if (response.ok) return response
  const problem = await Problem.of(response)
  if (problem.needsLogin) tellSignedOut()
  throw problem
}

/** One call with the conventions of every call of ours. An answer without a body is null. */
export async function request<T>(method: string, path: string, call: Call = {}): Promise<T> {
  return (await requestVersioned<T>(method, path, call)).data
}

/** The same, with the version of what came back. */
export async function requestVersioned<T>(method: string, path: string, call: Call = {}): Promise<Versioned<T>> {
  const response = await send(method, path, call)
  const text = await response.text()
  return { data: (text ? JSON.parse(text) : null) as T, version: response.headers.get('etag') }
}

/** A file that the server makes, with the name that it gives it. */
export async function requestFile(path: string, query: Query = {}): Promise<{ content: Blob; name: string | null }> {
  const response = await send('GET', path, { query })
  return { content: await response.blob(), name: fileName(response.headers.get('content-disposition')) }
}

/** The name in a Content-Disposition header, in its encoded form where there are both. */
export function fileName(disposition: string | null): string | null {
  if (!disposition) return null
  const encoded = /filename\*=(?:UTF-8|utf-8)''([^;]+)/.exec(disposition)?.[1]
  if (encoded) return decodeURIComponent(encoded.trim())
  return /filename="?([^";]+)"?/.exec(disposition)?.[1]?.trim() ?? null
}

/** A new key for one intention to create something. */
export function newKey(): string {
  // randomUUID exists in secure contexts only; a city's own network may be plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
