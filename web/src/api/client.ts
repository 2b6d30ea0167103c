import { ref } from 'vue'
import createClient, { type Middleware } from 'openapi-fetch'
import { Problem } from './problem'
import { tellSignedOut } from './signedOut'
import type { paths } from '@api-schema'

// Reactive: a resource whose answer is in one language is asked for again in the other.
const language = ref('zh-CN')

/** From now on the server is asked to answer in this language. */
export function speakWith(tag: string): void {
  language.value = tag
}

/** Spring hands the token out as a cookie and wants it back as a header: only a page of ours can read the one. */
function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((entry) => entry.startsWith('XSRF-TOKEN='))
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : null
}

/** The headers of any request of ours, for those few that do not go through the client (uploads with progress). */
export function headersFor(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': language.value }
  const token = method === 'GET' ? null : csrfToken()
  if (token) headers['X-XSRF-TOKEN'] = token
  return headers
}

const conventions: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(headersFor(request.method))) request.headers.set(name, value)
    return request
  },
  async onResponse({ response }) {
    if (response.ok) return response
    const problem = await Problem.of(response)
    if (problem.needsLogin) tellSignedOut()
    throw problem
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
