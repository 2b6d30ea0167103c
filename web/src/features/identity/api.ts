import { request, requestVersioned, type Page, type Query, type Versioned } from '@/api/request'
import type { PasswordRules } from '@/shared/session'

const ACCOUNT = '/api/v1/account'
const RESETS = '/api/v1/password-resets'

export const changePassword = (currentPassword: string, newPassword: string) =>
  request('POST', `${ACCOUNT}/password`, { body: { currentPassword, newPassword } })

/** Whose link it is, and what the new password has to be. The token never stands in an address. */
export interface ResetLink {
  username: string
  displayName: string | null
  expires: string
  passwordRules: PasswordRules
}
export const checkReset = (token: string) => request<ResetLink>('POST', `${RESETS}/check`, { body: { token } })
export const redeemReset = (token: string, newPassword: string) =>
  request('POST', `${RESETS}/redemption`, { body: { token, newPassword } })

export interface OwnSession {
  id: string
  address: string
  agent: string | null
  since: string
  lastUsed: string
  ends: string
  current: boolean
}
export const listSessions = (signal: AbortSignal) => request<Page<OwnSession>>('GET', `${ACCOUNT}/sessions`, { signal })
export const endSession = (id: string) => request('DELETE', `${ACCOUNT}/sessions/${id}`)
export const endOtherSessions = () => request('DELETE', `${ACCOUNT}/sessions`)

export interface SecondFactor {
  active: boolean
  since: string | null
  required: boolean
  recoveryCodesLeft: number
}
const FACTOR = `${ACCOUNT}/second-factor`
export const readSecondFactor = (signal: AbortSignal) => request<SecondFactor>('GET', FACTOR, { signal })
export const beginSecondFactor = (password: string) =>
  request<{ secret: string; uri: string }>('POST', FACTOR, { body: { password } })
export const confirmSecondFactor = (code: string) =>
  request<{ recoveryCodes: string[] }>('POST', `${FACTOR}/confirmation`, { body: { code } })
export const newRecoveryCodes = (password: string, code: string) =>
  request<{ recoveryCodes: string[] }>('POST', `${FACTOR}/recovery-codes`, { body: { password, code } })
export const removeSecondFactor = (password: string, code: string) =>
  request('POST', `${FACTOR}/removal`, { body: { password, code } })

export interface Token {
  id: number
  name: string
  prefix: string
  actions: string[]
  created: string
  expires: string | null
  lastUsed: string | null
  revoked: string | null
}
export const listTokens = (query: Query, signal?: AbortSignal) =>
  request<Page<Token>>('GET', `${ACCOUNT}/tokens`, { query, signal })
export const makeToken = (token: { name: string; actions: string[]; expires: string | null }, key: string) =>
  request<{ token: string; view: Token }>('POST', `${ACCOUNT}/tokens`, { body: token, key })
export const revokeToken = (id: number) => request('DELETE', `${ACCOUNT}/tokens/${id}`)

export interface OwnAccount {
  id: number
  version: number
  username: string
  displayName: string
  phone: string
  email: string
  unit: { id: number; name: string } | null
  roles: string[]
  created: string
  lastSignIn: string | null
}
export const readAccount = (signal?: AbortSignal): Promise<Versioned<OwnAccount>> =>
  requestVersioned<OwnAccount>('GET', ACCOUNT, { signal })
export const changeAccount = (
  change: { displayName: string; phone: string; email: string },
  version: string | null,
): Promise<Versioned<OwnAccount>> => requestVersioned<OwnAccount>('PUT', ACCOUNT, { body: change, version })
