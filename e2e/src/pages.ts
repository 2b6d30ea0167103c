import type { Page } from '@playwright/test'
import type { Person } from './people'

/** A page in its usual state. A new page of the product is one more line here. */
export interface Shown {
  name: string
  /** Where it is; for the page of one thing, found among what the server has. */
  path: string | ((page: Page) => Promise<string>)
  as?: Person
}

type Item = Record<string, unknown>

/** The address of the first entry of a list. */
const firstOf = (list: string, address: (item: Item) => string) => async (page: Page) => {
  const answer = (await (await page.request.get(list)).json()) as { items: Item[] }
  const first = answer.items[0]
  if (!first) throw new Error(`${list} is empty`)
  return address(first)
}

export const PAGES: Shown[] = [
  { name: 'map', path: '/' },
  { name: 'map-station', path: '/observe/map?station=2162A' },
  { name: 'stations', path: '/observe/stations' },
  { name: 'station', path: '/observe/stations/2162A' },
  { name: 'station-ozone', path: '/observe/stations/2162A?pollutant=o3' },
  { name: 'compare', path: '/observe/compare' },
  { name: 'compare-years', path: '/observe/compare?mode=years&subjects=city:140500' },
  { name: 'daily', path: '/observe/tables' },
  { name: 'monthly', path: '/observe/tables?table=monthly' },
  { name: 'ranking', path: '/prove/ranking' },
  { name: 'ranking-counties', path: '/prove/ranking?scope=county' },
  { name: 'attainment', path: '/prove/attainment' },
  { name: 'board', path: '/data/board', as: 'office' },
  { name: 'imports', path: '/data/imports', as: 'office' },
  { name: 'import', path: firstOf('/api/v1/imports', ({ id }) => `/data/imports/${id}`), as: 'office' },
  { name: 'revisions', path: '/data/revisions', as: 'office' },
  { name: 'login', path: '/login' },
  { name: 'password-reset', path: '/password-reset' },
  { name: 'account', path: '/account', as: 'office' },
  { name: 'password', path: '/account/password', as: 'office' },
  { name: 'second-factor', path: '/account/second-factor', as: 'office' },
  { name: 'sessions', path: '/account/sessions', as: 'office' },
  { name: 'tokens', path: '/account/tokens', as: 'office' },
  { name: 'users', path: '/manage/users', as: 'admin' },
  { name: 'users-filtered', path: '/manage/users?role=COUNTY&state=ACTIVE', as: 'security' },
  { name: 'user-new', path: '/manage/users/new', as: 'admin' },
  { name: 'user-import', path: '/manage/users/import', as: 'admin' },
  { name: 'user', path: firstOf('/api/v1/users?q=office', ({ id }) => `/manage/users/${id}`), as: 'admin' },
  { name: 'user-roles', path: firstOf('/api/v1/users?q=county', ({ id }) => `/manage/users/${id}`), as: 'security' },
  { name: 'units', path: '/manage/units', as: 'admin' },
  { name: 'unit', path: firstOf('/api/v1/units', ({ id }) => `/manage/units?unit=${id}`), as: 'admin' },
  { name: 'matrix', path: '/manage/roles', as: 'leader' },
  { name: 'lock-outs', path: '/manage/lock-outs', as: 'admin' },
  { name: 'audit', path: '/manage/audit', as: 'audit' },
  {
    name: 'audit-event',
    path: firstOf('/api/v1/audit/events', ({ sequence }) => `/manage/audit/${sequence}`),
    as: 'audit',
  },
  { name: 'jobs', path: '/manage/jobs?all=true', as: 'admin' },
  { name: 'job', path: firstOf('/api/v1/jobs?all=true', ({ id }) => `/manage/jobs/${id}`), as: 'admin' },
  { name: 'files-check', path: '/manage/files', as: 'admin' },
  { name: 'forbidden', path: '/manage/audit', as: 'inspector' },
  { name: 'components', path: '/dev/components' },
  { name: 'about', path: '/about' },
  { name: 'not-found', path: '/no-such-page' },
]

export const addressOf = async (page: Page, { path }: Shown) => (typeof path === 'string' ? path : path(page))
