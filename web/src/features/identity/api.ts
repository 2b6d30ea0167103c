import { request } from '@/api/request'

export interface Session {
  username: string | null
  administrator: boolean
  mustChangePassword: boolean
}

const PATH = '/api/v1/session'

/** Also makes the server hand out the token that changes need. */
export const readSession = () => request<Session>('GET', PATH)

/** The token belongs to the session: a new session has a new one. */
export async function login(username: string, password: string): Promise<Session> {
  await request<Session>('POST', PATH, { username, password })
  return readSession()
}

export async function logout(): Promise<Session> {
  await request<unknown>('DELETE', PATH)
  return readSession()
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<Session> {
  await request<Session>('POST', `${PATH}/password`, { currentPassword, newPassword })
  return readSession()
}
