import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { request } from '@/api/request'
import type { Schemas } from '@/api/types'
import { onSignedOut } from '@/api/signedOut'
import { forgetAllDrafts } from '@/shared/form/draft'

export type PasswordRules = Schemas['PasswordRulesView']
/** Who is at the page and what the matrix of roles lets them do, as the server says. */
export type Session = Schemas['Session']

/** Where one is led before anything else may be done, by how far the sign-in has come. */
export const SECURING = { MUST_CHANGE_PASSWORD: 'password', MUST_SET_UP_SECOND_FACTOR: 'second-factor' } as const

const PATH = '/api/v1/session'

export const useSession = defineStore('session', () => {
  const session = shallowRef<Session | null>(null)
  /** The server ended the session while the page was open. */
  const ended = shallowRef(false)
  let asked: Promise<void> | null = null

  const accept = (next: Session) => {
    session.value = next
    ended.value = false
    return next
  }
  async function load(): Promise<void> {
    accept(await request<Session>('GET', PATH))
  }
  /** Known at least once; asked for by the first page that depends on it. */
  function ready(): Promise<void> {
    asked ??= load().catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }

  onSignedOut(() => {
    if (session.value?.username) ended.value = true
  })

  const actions = computed(() => new Set<string>(session.value?.actions ?? []))
  return {
    session,
    ended,
    known: computed(() => session.value !== null),
    user: computed(() => session.value?.username ?? null),
    name: computed(() => session.value?.displayName || session.value?.username || null),
    roles: computed<string[]>(() => session.value?.roles ?? []),
    standing: computed(() => session.value?.standing ?? 'FULL'),
    may: (action: string) => actions.value.has(action),
    load,
    ready,
    async signIn(username: string, password: string, code?: string): Promise<Session> {
      const answer = accept(await request<Session>('POST', PATH, { body: { username, password, code } }))
      // The token against forged requests belongs to the session: reading hands out the new one.
      await load()
      return session.value ?? answer
    },
    async signOut(): Promise<void> {
      await request('DELETE', PATH)
      forgetAllDrafts()
      await load()
    },
  }
})

/** Only a path of ours is a place to go back to; anything that could leave this site leads to the start page. */
export function ownPath(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  try {
    // Browsers read `/\host`, `//host` and paths with control characters as other hosts: the parser decides, not we.
    const address = new URL(next, location.origin)
    if (address.origin !== location.origin || address.pathname.startsWith('//')) return '/'
    return address.pathname + address.search + address.hash
  } catch {
    return '/'
  }
}
