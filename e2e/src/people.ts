import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { request, type APIRequestContext, type Page } from '@playwright/test'
import { initialPassword } from './product'

/** Of every account of the tests. */
export const PASSWORD = 'Qing-Shan-Lan-Tian-2026'

/** Who acts in the tests: the three administrators of the first start, and one account for each other role. */
export const PEOPLE = {
  admin: { role: 'SYSTEM_ADMINISTRATOR', name: 'admin' },
  security: { role: 'SECURITY_ADMINISTRATOR', name: 'security' },
  audit: { role: 'AUDIT_ADMINISTRATOR', name: 'audit' },
  office: { role: 'CITY_OFFICE', name: '王晓岚' },
  leader: { role: 'LEADER', name: '李卫东' },
  county: { role: 'COUNTY', name: '赵建平' },
  inspector: { role: 'INSPECTOR', name: '陈志远' },
} as const
export type Person = keyof typeof PEOPLE
const ADMINISTRATORS: Person[] = ['admin', 'security', 'audit']

const STATES = join(import.meta.dirname, '..', 'test-results', 'people')

/** A caller with cookies of its own, and the token that changes need. */
export class Caller {
  private constructor(private readonly context: APIRequestContext) {}

  static async at(url: string): Promise<Caller> {
    return new Caller(await request.newContext({ baseURL: url }))
  }

  async call(method: string, path: string, data?: unknown, version?: number) {
    const cookies = (await this.context.storageState()).cookies
    const token = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
    const headers: Record<string, string> = { 'X-XSRF-TOKEN': token }
    if (version !== undefined) headers['If-Match'] = `"v${version}"`
    return this.context.fetch(path, { method, data: data as object, headers, failOnStatusCode: false })
  }

  async must<T>(method: string, path: string, data?: unknown, version?: number): Promise<T> {
    const answer = await this.call(method, path, data, version)
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
    return (text ? JSON.parse(text) : null) as T
  }

  /** Signs in, choosing the tests' password if the initial one still holds. */
  async signIn(username: string, initial: string | null): Promise<void> {
    await this.must('GET', '/api/v1/session')
    if ((await this.call('POST', '/api/v1/session', { username, password: PASSWORD })).ok()) return this.refresh()
    if (initial === null) throw new Error(`${username} has another password than the tests know`)
    await this.must('POST', '/api/v1/session', { username, password: initial })
    await this.refresh()
    await this.must('POST', '/api/v1/account/password', { currentPassword: initial, newPassword: PASSWORD })
    await this.refresh()
  }

  /** The token belongs to the session: after each change of session it is handed out anew. */
  async refresh(): Promise<void> {
    await this.must('GET', '/api/v1/session')
  }

  async save(file: string): Promise<void> {
    await this.context.storageState({ path: file })
  }

  async end(): Promise<void> {
    await this.context.dispose()
  }
}

/** A running product: that which all tests share, unless a test has one of its own. */
export interface Place {
  url: string
  dataDirectory: string
}
const shared = (): Place => ({
  url: process.env['LANTIAN_E2E_URL']!,
  dataDirectory: process.env['LANTIAN_E2E_DATA']!,
})

/** A caller that has signed in as this person. */
export async function callerOf(person: Person, place = shared()): Promise<Caller> {
  const caller = await Caller.at(place.url)
  await caller.signIn(person, ADMINISTRATORS.includes(person) ? initialPassword(place.dataDirectory, person) : null)
  return caller
}

interface Made {
  user: { id: number; version: number }
  link: string
}

/** The kind of unit that a role needs. */
const KIND: Record<string, string> = { COUNTY: 'COUNTY', DEPARTMENT: 'DEPARTMENT' }

/** Makes an account as it is made in life: one administrator proposes, another grants, the owner chooses a password. */
export async function makePerson(username: string, displayName: string, role: string): Promise<void> {
  const admin = await callerOf('admin')
  const security = await callerOf('security')
  const { items } = await admin.must<{ items: { id: number; kind: string }[] }>('GET', '/api/v1/units')
  const unitId = items.find(({ kind }) => kind === (KIND[role] ?? 'CITY'))!.id
  const made = await admin.must<Made>('POST', '/api/v1/users', { username, displayName, unitId, proposedRoles: [role] })
  const { id, version } = made.user
  await security.must('PUT', `/api/v1/users/${id}/roles`, { roles: [role], reason: '测试' }, version)
  const owner = await Caller.at(shared().url)
  await owner.must('GET', '/api/v1/session')
  const token = new URL(made.link, shared().url).hash.slice(1)
  await owner.must('POST', '/api/v1/password-resets/redemption', { token, newPassword: PASSWORD })
  await Promise.all([admin.end(), security.end(), owner.end()])
}

/** Makes those accounts that do not exist yet. */
export async function makePeople(): Promise<void> {
  const admin = await callerOf('admin')
  for (const [username, { role, name }] of Object.entries(PEOPLE)) {
    if (ADMINISTRATORS.includes(username as Person)) continue
    const found = await admin.must<{ items: { username: string }[] }>('GET', `/api/v1/users?q=${username}`)
    if (!found.items.some((user) => user.username === username)) await makePerson(username, name, role)
  }
  await admin.end()
}

interface State {
  cookies: Parameters<ReturnType<Page['context']>['addCookies']>[0]
}

/** The page belongs to this person from now on. Sessions are kept between tests: signing in is slow on purpose. */
export async function become(page: Page, person: Person, place = shared()): Promise<void> {
  mkdirSync(STATES, { recursive: true })
  const file = join(STATES, `${new URL(place.url).port}-${person}.json`)
  if (await holds(page, file, place)) return
  const caller = await callerOf(person, place)
  await caller.save(file)
  await caller.end()
  await page.context().addCookies((JSON.parse(readFileSync(file, 'utf8')) as State).cookies)
}

async function holds(page: Page, file: string, place: Place): Promise<boolean> {
  if (!existsSync(file)) return false
  await page.context().addCookies((JSON.parse(readFileSync(file, 'utf8')) as State).cookies)
  const answer = await page.request.get(`${place.url}/api/v1/session`)
  const session = (await answer.json()) as { username: string | null }
  if (session.username === null) rmSync(file)
  return session.username !== null
}
