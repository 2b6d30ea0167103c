import { request, requestVersioned, type Page, type Query, type Versioned } from '@/api/request'
import type { Schemas } from '@/api/types'

const ACCOUNT = '/api/v1/account'
const RESETS = '/api/v1/password-resets'

export const changePassword = (currentPassword: string, newPassword: string) =>
  request('POST', `${ACCOUNT}/password`, { body: { currentPassword, newPassword } })

/** Whose link it is, and what the new password has to be. The token never stands in an address. */
export type ResetLink = Schemas['LinkOwner']
export const checkReset = (token: string) => request<ResetLink>('POST', `${RESETS}/check`, { body: { token } })
export const redeemReset = (token: string, newPassword: string) =>
  request('POST', `${RESETS}/redemption`, { body: { token, newPassword } })

export type OwnSession = Schemas['SessionLine']
export const listSessions = (signal: AbortSignal) => request<Page<OwnSession>>('GET', `${ACCOUNT}/sessions`, { signal })
export const endSession = (id: number) => request('DELETE', `${ACCOUNT}/sessions/${id}`)
export const endOtherSessions = () => request('DELETE', `${ACCOUNT}/sessions`)

export type SecondFactor = Schemas['SecondFactorState']
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

export type Token = Schemas['TokenView']
export const listTokens = (query: Query, signal?: AbortSignal) =>
  request<Page<Token>>('GET', `${ACCOUNT}/tokens`, { query, signal })
export const makeToken = (token: { name: string; actions: string[]; expires: string | null }, key: string) =>
  request<Schemas['CreatedToken']>('POST', `${ACCOUNT}/tokens`, { body: token, key })
export const revokeToken = (id: number) => request('DELETE', `${ACCOUNT}/tokens/${id}`)

export type OwnAccount = Schemas['UserView']
export const readAccount = (signal?: AbortSignal): Promise<Versioned<OwnAccount>> =>
  requestVersioned<OwnAccount>('GET', ACCOUNT, { signal })
export const changeAccount = (
  change: { displayName: string; phone: string; email: string },
  version: string | null,
): Promise<Versioned<OwnAccount>> => requestVersioned<OwnAccount>('PUT', ACCOUNT, { body: change, version })
