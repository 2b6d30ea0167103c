import { request } from '@/api/request'

export interface Session {
  authenticated: boolean
  username?: string | null
  mustChangePassword: boolean
  csrfHeader: string
  csrfToken: string
}

const PATH = '/api/v1/session'

export const readSession = () => request<Session>('GET', PATH)
export const login = (username: string, password: string) => request<Session>('POST', PATH, { username, password })
export const logout = async () => {
  await request<unknown>('DELETE', PATH)
  return readSession()
}
export const changePassword = async (current: string, next: string) => {
  await request<unknown>('POST', `${PATH}/password`, { current, new: next })
  return readSession()
}
