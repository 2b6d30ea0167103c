import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import type { paths } from './schema'

let language = 'zh-CN'
let csrf: { header: string; token: string } | null = null

/** From now on the server is asked to answer in this language. */
export function speakWith(tag: string): void {
  language = tag
}

/** The token that the server wants to see with each change; it comes with the session. */
export function changeWith(header: string | null | undefined, token: string | null | undefined): void {
  csrf = header && token ? { header, token } : null
}

/** The headers of any request of ours, for those few that do not go through the client (uploads with progress). */
export function headersFor(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': language }
  if (csrf && method !== 'GET') headers[csrf.header] = csrf.token
  return headers
}

const conventions: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headersFor(request.method))) request.headers.set(name, value)
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response)
    return response
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error
    return Problem.offline()
  },
}

/** The server's API, typed by its own description. Every call throws a {@link Problem} when it does not succeed. */
export const api = createClient<paths>({ baseUrl: location.origin })
api.use(conventions)

/** The body of an answer that has one. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await answer
  if (data === undefined || data === null) throw new Problem(200, 'empty-answer', '', '', null)
  return data
}
