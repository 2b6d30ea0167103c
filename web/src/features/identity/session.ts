import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { changeWith } from '@/api/client'
import { changePassword, login, logout, readSession, type Session } from './api'

/** Who is at the page. Reading is public; changing needs the administrator. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<Session | null>(null)

  function accept(next: Session): Session {
    session.value = next
    changeWith(next.csrfHeader, next.csrfToken)
    return next
  }

  const user = computed(() => (session.value?.authenticated ? (session.value.username ?? null) : null))
  const mustChangePassword = computed(() => session.value?.mustChangePassword === true)

  return {
    session,
    user,
    mustChangePassword,
    load: async () => accept(await readSession()),
    logIn: async (username: string, password: string) => accept(await login(username, password)),
    logOut: async () => accept(await logout()),
    changePassword: async (current: string, next: string) => accept(await changePassword(current, next)),
  }
})
