import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureData } from '../src/data'
import { ROOT, startProduct, type Product } from '../src/product'
import { expect, expectAccessible, open, settled, test } from '../src/test'

const KIT = process.env['LANTIAN_KIT'] ?? join(ROOT, '..', 'shared')
const hasKit = existsSync(join(KIT, 'data', 'beijing-prsa'))

/** The pack of Beijing, whose set in the reference kit has weather beside the pollutants. */
const beijing = test.extend<object, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct(['--city', join(ROOT, 'cities', 'beijing'), '--kit', KIT])
      await ensureData(product.url, product.dataDirectory)
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 400_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
})

// Asked before the product is started: a skip inside the test would come after its fixtures.
const withKit = hasKit ? beijing : beijing.skip

withKit('where there is wind, the map has arrows and the station a pollution rose', async ({ page }) => {
  await open(page, '/')
  await expect(page.locator('.county-map .wind:not(.hidden)').first()).toBeAttached()
  await page.screenshot({ path: 'test-results/pages/desktop-zh-beijing-map.png' })

  const extent = (await (await page.request.get('/api/v1/air/extent')).json()) as {
    stationsWithWind: string[]
    lastDay: string
  }
  await open(page, `/observe/stations/${extent.stationsWithWind[0]}?from=2016-01-01&to=2016-03-31`)
  const rose = page.locator('.chart-panel', { hasText: '污染玫瑰图' })
  await rose.scrollIntoViewIfNeeded()
  await expect(rose.locator('.chart')).toBeVisible()
  const box = (await rose.locator('.chart').boundingBox())!
  await page.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 - 30)
  await page.mouse.move(box.x + box.width / 2 + 24, box.y + box.height / 2 - 36)
  await expect(page.locator('.chart-tip').first()).toBeAttached()
  await rose.getByRole('combobox').selectOption('pm10')
  await settled(page)
  await expect(rose.locator('h2')).toContainText('PM₁₀')
  await page.screenshot({ path: 'test-results/pages/desktop-zh-beijing-station.png', fullPage: true })
  await expectAccessible(page)
})
