import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { changePassword, login, logout, readSession, type Session } from './api'

/** Who is at the page. Reading is public; changing needs the administrator. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<Session | null>(null)
  const accept = (next: Session) => (session.value = next)

  return {
    known: computed(() => session.value !== null),
    user: computed(() => session.value?.username ?? null),
    mayChange: computed(() => session.value?.administrator === true),
    mustChangePassword: computed(() => session.value?.mustChangePassword === true),
    load: async () => accept(await readSession()),
    logIn: async (username: string, password: string) => accept(await login(username, password)),
    logOut: async () => accept(await logout()),
    changePassword: async (current: string, next: string) => accept(await changePassword(current, next)),
  }
})
