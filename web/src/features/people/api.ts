import { request, requestVersioned, type Page, type Query, type Versioned } from '@/api/request'
import type { Schemas } from '@/api/types'
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
export type AccountState = User['state']
export const KINDS = ['CITY', 'COUNTY', 'DEPARTMENT', 'PLANT'] as const
export type UnitKind = Unit['kind']

/** An account; its contact data are masked. */
export type User = Schemas['UserView']

const USERS = '/api/v1/users'
/** The version of a row as the header of a change wants it. */
export const versionOf = (thing: { version: number }) => `"v${thing.version}"`

export const USERS_EXPORT = `${USERS}/export`
export const listUsers = (query: Query, signal?: AbortSignal) => request<Page<User>>('GET', USERS, { query, signal })
export const readUser = (id: number, signal?: AbortSignal) => request<User>('GET', `${USERS}/${id}`, { signal })
export const readContact = (id: number) => request<Schemas['Contact']>('GET', `${USERS}/${id}/contact`)

export interface NewUser {
  username: string
  displayName: string
  phone: string
  email: string
  unitId: number | null
  proposedRoles: string[]
}
export type UserMade = Schemas['CreatedUser']
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

export type HandedOver = Schemas['DepartureView']
/** What somebody leaves open: work of the features, and keys that programs hold. */
export type OpenWork = Schemas['OpenWorkView']
export const openWork = (id: number, signal?: AbortSignal) =>
  request<OpenWork>('GET', `${USERS}/${id}/open-work`, { signal })
export const handOver = (user: User, toUserId: number, reason: string) =>
  request<HandedOver>('POST', `${USERS}/${user.id}/hand-over`, {
    body: { toUserId, reason },
    version: versionOf(user),
  })
export const userHistory = (id: number) => (cursor: string | undefined, signal?: AbortSignal) =>
  request<Page<HistoryEvent>>('GET', `${USERS}/${id}/history`, { query: { cursor }, signal })

export type UserToken = Schemas['TokenView']
export const userTokens = (id: number, signal?: AbortSignal) =>
  request<Page<UserToken>>('GET', `${USERS}/${id}/tokens`, { signal })
export const revokeUserToken = (id: number, token: number) => request('DELETE', `${USERS}/${id}/tokens/${token}`)

/** A link for choosing a new password, shown this once. */
export const makeResetLink = (username: string) =>
  request<Schemas['NewLink']>('POST', '/api/v1/password-resets', {
    body: { username },
  })
export const removeSecondFactorOf = (username: string) =>
  request('POST', '/api/v1/second-factor-removals', { body: { username } })

export type LockOut = Schemas['LockOut']
const LOCK_OUTS = '/api/v1/lock-outs'
export const listLockOuts = (query: Query, signal?: AbortSignal) =>
  request<Page<LockOut>>('GET', LOCK_OUTS, { query, signal })
export const releaseLockOut = (id: number) => request('DELETE', `${LOCK_OUTS}/${id}`)

export type UserImport = Schemas['UserImport']
export const IMPORT_TEMPLATE = `${USERS}/import/template.xlsx`
export function importUsers(file: File, dryRun: boolean, sending: Sending): Promise<UserImport> {
  const form = new FormData()
  form.set('file', file)
  return upload<UserImport>(`${USERS}/import?dryRun=${dryRun}`, form, sending)
}

export type Unit = Schemas['Unit']
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

export type Matrix = Schemas['Matrix']
export const readMatrix = (signal?: AbortSignal) => request<Matrix>('GET', '/api/v1/roles/matrix', { signal })
