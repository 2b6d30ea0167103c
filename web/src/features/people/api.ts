import { request, requestVersioned, type Page, type Query, type Versioned } from '@/api/request'
import { upload, type Sending } from '@/api/upload'
import type { HistoryEvent } from '@/shared/history/history'

/** Roles that an account can hold, in the order in which they are shown. */
export const ROLES = [
  'LEADER',
  'CITY_OFFICE',
  'COUNTY',
  'DEPARTMENT',
  'INSPECTOR',
  'PLANT',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
] as const
export const STATES = ['PENDING', 'ACTIVE', 'DISABLED'] as const
export type AccountState = (typeof STATES)[number]
export const KINDS = ['CITY', 'COUNTY', 'DEPARTMENT', 'PLANT'] as const
export type UnitKind = (typeof KINDS)[number]

export interface User {
  id: number
  version: number
  username: string
  displayName: string
  /** Masked, as the e-mail. */
  phone: string
  email: string
  unit: { id: number; code: string; name: string; kind: UnitKind } | null
  state: AccountState
  roles: string[]
  proposedRoles: string[]
  created: string
  lastSignIn: string | null
  disabled: string | null
  mustChangePassword: boolean
}

const USERS = '/api/v1/users'
/** The version of a row as the header of a change wants it. */
export const versionOf = (thing: { version: number }) => `"v${thing.version}"`

export const USERS_EXPORT = `${USERS}/export`
export const listUsers = (query: Query, signal?: AbortSignal) => request<Page<User>>('GET', USERS, { query, signal })
export const readUser = (id: number, signal?: AbortSignal) => request<User>('GET', `${USERS}/${id}`, { signal })
export const readContact = (id: number) => request<{ phone: string; email: string }>('GET', `${USERS}/${id}/contact`)

export interface NewUser {
  username: string
  displayName: string
  phone: string
  email: string
  unitId: number | null
  proposedRoles: string[]
}
export interface UserMade {
  user: User
  link: string
  linkExpires: string
}
export const makeUser = (user: NewUser, key: string) => request<UserMade>('POST', USERS, { body: user, key })

export interface UserChange {
  displayName: string
  /** Absent: unchanged; empty: erased. */
  phone?: string
  email?: string
  unitId: number | null
  reason?: string
}
export const changeUser = (user: User, change: UserChange, version: string): Promise<Versioned<User>> =>
  requestVersioned<User>('PUT', `${USERS}/${user.id}`, { body: change, version })
export const proposeRoles = (user: User, roles: string[], reason: string) =>
  request<User>('PUT', `${USERS}/${user.id}/proposed-roles`, { body: { roles, reason }, version: versionOf(user) })
export const grantRoles = (user: User, roles: string[], reason: string) =>
  request<User>('PUT', `${USERS}/${user.id}/roles`, { body: { roles, reason }, version: versionOf(user) })
export const disableUser = (user: User, reason: string) =>
  request<User>('POST', `${USERS}/${user.id}/disable`, { body: { reason }, version: versionOf(user) })
export const enableUser = (user: User, reason: string) =>
  request<User>('POST', `${USERS}/${user.id}/enable`, { body: { reason }, version: versionOf(user) })

export interface Work {
  kind: string
  title: string
  count: number
}
export interface HandedOver {
  user: User
  handedOver: Work[]
  tokensRevoked: number
  sessionsEnded: number
}
/** What somebody leaves open: work of the features, and keys that programs hold. */
export interface OpenWork {
  work: Work[]
  tokens: number
}
export const openWork = (id: number, signal?: AbortSignal) =>
  request<OpenWork>('GET', `${USERS}/${id}/open-work`, { signal })
export const handOver = (user: User, toUserId: number, reason: string) =>
  request<HandedOver>('POST', `${USERS}/${user.id}/hand-over`, {
    body: { toUserId, reason },
    version: versionOf(user),
  })
export const userHistory = (id: number) => (cursor: string | undefined, signal?: AbortSignal) =>
  request<Page<HistoryEvent>>('GET', `${USERS}/${id}/history`, { query: { cursor }, signal })

export interface UserToken {
  id: number
  name: string
  prefix: string
  actions: string[]
  expires: string | null
  lastUsed: string | null
  revoked: string | null
}
export const userTokens = (id: number, signal?: AbortSignal) =>
  request<Page<UserToken>>('GET', `${USERS}/${id}/tokens`, { signal })
export const revokeUserToken = (id: number, token: number) => request('DELETE', `${USERS}/${id}/tokens/${token}`)

/** A link for choosing a new password, shown this once. */
export const makeResetLink = (username: string) =>
  request<{ path: string; username: string; expires: string }>('POST', '/api/v1/password-resets', {
    body: { username },
  })
export const removeSecondFactorOf = (username: string) =>
  request('POST', '/api/v1/second-factor-removals', { body: { username } })

export interface LockOut {
  id: number
  kind: 'NAME' | 'ADDRESS'
  subject: string
  failures: number
  last: string
  until: string | null
}
const LOCK_OUTS = '/api/v1/lock-outs'
export const listLockOuts = (query: Query, signal?: AbortSignal) =>
  request<Page<LockOut>>('GET', LOCK_OUTS, { query, signal })
export const releaseLockOut = (id: number) => request('DELETE', `${LOCK_OUTS}/${id}`)

export interface UserImport {
  rows: number
  created: number
  errors: { row: number; field: string; value: string; expected: string }[]
  links: { username: string; displayName: string; link: string }[]
}
export const IMPORT_TEMPLATE = `${USERS}/import/template.xlsx`
export function importUsers(file: File, dryRun: boolean, sending: Sending): Promise<UserImport> {
  const form = new FormData()
  form.set('file', file)
  return upload<UserImport>(`${USERS}/import?dryRun=${dryRun}`, form, sending)
}

export interface Unit {
  id: number
  version: number
  code: string
  kind: UnitKind
  parentId: number | null
  nameZh: string
  nameEn: string
  name: string
  area: string | null
  sectors: string[]
  closed: string | null
  users: number
}
export interface UnitValues {
  code: string
  kind: UnitKind
  parentId: number | null
  nameZh: string
  nameEn: string
  area: string
  sectors: string
}
const UNITS = '/api/v1/units'
export const listUnits = (query: Query, signal?: AbortSignal) =>
  request<{ items: Unit[] }>('GET', UNITS, { query, signal })

const bodyOf = ({ code, kind, parentId, nameZh, nameEn, area, sectors }: UnitValues) => ({
  code: code.trim(),
  kind,
  parentId,
  nameZh: nameZh.trim(),
  nameEn: nameEn.trim() || null,
  area: area.trim() || null,
  sectors: sectors.split(/[\s,，、]+/).filter(Boolean),
})
export const makeUnit = (unit: UnitValues, key: string) => request<Unit>('POST', UNITS, { body: bodyOf(unit), key })
export const changeUnit = (id: number, unit: UnitValues, version: string) =>
  request<Unit>('PUT', `${UNITS}/${id}`, { body: bodyOf(unit), version })
export const closeUnit = (unit: Unit, reason: string) =>
  request<Unit>('POST', `${UNITS}/${unit.id}/close`, { body: { reason }, version: versionOf(unit) })
export const reopenUnit = (unit: Unit, reason: string) =>
  request<Unit>('POST', `${UNITS}/${unit.id}/reopen`, { body: { reason }, version: versionOf(unit) })
export const unitHistory = (id: number) => (cursor: string | undefined, signal?: AbortSignal) =>
  request<Page<HistoryEvent>>('GET', `${UNITS}/${id}/history`, { query: { cursor }, signal })

export interface Matrix {
  roles: { role: string; text: string }[]
  actions: {
    action: string
    text: string
    roles: string[]
    endpoints: { method: string; path: string; summary: string }[]
  }[]
}
export const readMatrix = (signal?: AbortSignal) => request<Matrix>('GET', '/api/v1/roles/matrix', { signal })
