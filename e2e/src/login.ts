import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { initialPassword } from './product'

export const PASSWORD = 'Qing-Shan-Lan-Tian-2026'

/** Logs the administrator in through the API, choosing the tests' password if the first one still holds. */
export async function logIn(page: Page): Promise<void> {
  const call = page.request
  const headers = async () => {
    await call.get('/api/v1/session')
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
    return { 'X-XSRF-TOKEN': cookie?.value ?? '' }
  }
  const data = (password: string) => ({ username: 'admin', password })
  const known = await call.post('/api/v1/session', { headers: await headers(), data: data(PASSWORD) })
  if (known.ok()) return
  const first = initialPassword(process.env['LANTIAN_E2E_DATA']!) ?? ''
  const initial = await call.post('/api/v1/session', { headers: await headers(), data: data(first) })
  expect(initial.status(), 'login with the initial password').toBe(200)
  const changed = await call.post('/api/v1/session/password', {
    headers: await headers(),
    data: { currentPassword: first, newPassword: PASSWORD },
  })
  expect(changed.status(), 'change of the initial password').toBe(200)
}
