import { api, body } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Session = Schemas['Session']

/** Also makes the server hand out the token that changes need. */
export const readSession = () => body(api.GET('/api/v1/session'))

/** The token belongs to the session: a new session has a new one. */
export async function login(username: string, password: string): Promise<Session> {
  await api.POST('/api/v1/session', { body: { username, password } })
  return readSession()
}

export async function logout(): Promise<Session> {
  await api.DELETE('/api/v1/session')
  return readSession()
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<Session> {
  await api.POST('/api/v1/session/password', { body: { currentPassword, newPassword } })
  return readSession()
}
