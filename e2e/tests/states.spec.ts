import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { become } from '../src/people'
import { startProduct, type Product } from '../src/product'
import { expect, expectAccessible, open, settled, test } from '../src/test'

test('a failing server is told with what happened, what to do, and the number of the request', async ({
  page,
  watch,
}) => {
  watch.allow(/status of 500/)
  let failing = true
  await page.route('**/api/v1/air/map*', (route) =>
    failing
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          json: {
            title: '内部错误',
            status: 500,
            detail: '服务器未能完成请求。',
            code: 'internal',
            requestId: 'a1b2-c3d4',
          },
        })
      : route.continue(),
  )
  await page.goto('/')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('服务器未能完成请求。')
  await expect(alert).toContainText('a1b2-c3d4')
  await page.screenshot({ path: 'test-results/pages/desktop-zh-error.png' })
  await expectAccessible(page)
  failing = false
  await alert.getByRole('button', { name: '重试' }).click()
  await settled(page)
  await expect(page.locator('.side tbody tr').first()).toBeVisible()
})

test('a server that went away leaves the page readable and says since when it is stale', async ({ page, watch }) => {
  watch.allow(/ERR_|Failed to load/)
  await open(page, '/')
  await page.route('**/api/v1/**', (route) => route.abort('connectionrefused'))
  await page.getByRole('button', { name: '上一小时' }).click()
  await expect(page.getByText('服务器无响应')).toBeVisible()
  await expect(page.locator('.side tbody tr').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/pages/desktop-zh-stale.png' })
  await page.unroute('**/api/v1/**')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByText('服务器无响应')).toBeHidden()
})

test('while it loads, the page shows its shape', async ({ page }) => {
  await page.route('**/api/v1/air/ranking*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto('/prove/ranking')
  await expect(page.locator('.skeleton').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/pages/desktop-zh-loading.png' })
  await settled(page)
})

test('an unknown station is said to be unknown', async ({ page }) => {
  await open(page, '/observe/stations/9999X', 'en')
  await expect(page.locator('[data-state="empty"]')).toContainText('9999X')
})

/** A product whose kit has nothing to import. */
const bare = test.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct(['--kit', mkdtempSync(join(tmpdir(), 'lantian-no-kit-'))])
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
})

for (const [name, path] of [
  ['map', '/'],
  ['ranking', '/prove/ranking'],
  ['attainment', '/prove/attainment'],
  ['board', '/data/board'],
  ['station', '/observe/stations/2162A'],
  ['tables', '/observe/tables'],
  ['compare', '/observe/compare'],
  ['imports', '/data/imports'],
] as const) {
  bare(`without any data, ${name} says what would fill it`, async ({ page, product }) => {
    if (path.startsWith('/data/')) await become(page, 'admin', product)
    await open(page, path)
    await expect(page.locator('[data-state="empty"]').first()).toBeVisible()
    await page.screenshot({ path: `test-results/pages/desktop-zh-empty-${name}.png` })
    await expectAccessible(page)
  })
}
