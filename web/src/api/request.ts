import { headersFor } from './client'
import { Problem } from './problem'

/** One call outside the typed client, with the same conventions. An answer without a body is null. */
export async function request<T>(method: string, path: string, content?: unknown): Promise<T> {
  const headers = headersFor(method)
  if (content !== undefined) headers['Content-Type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, { method, headers, body: content === undefined ? undefined : JSON.stringify(content) })
  } catch {
    throw Problem.offline()
  }
  if (!response.ok) throw await Problem.of(response)
  if (response.status === 204) return null as T
  return (await response.json()) as T
}
