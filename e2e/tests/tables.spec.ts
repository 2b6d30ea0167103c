import { readFileSync } from 'node:fs'
import { expect, open, settled, test } from '../src/test'

test('the daily table is printed on A4 with its title and without controls', async ({ page }) => {
  await open(page, '/observe/tables')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.app-header')).toBeHidden()
  await expect(page.locator('.app-footer')).toBeHidden()
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden()
  await expect(page.locator('.title h2')).toBeVisible()
  await expect(page.locator('table.data')).toBeVisible()
  const pdf = await page.pdf({ preferCSSPageSize: true, path: 'test-results/pages/daily.pdf' })
  // 210 × 297 mm in points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
  const cut = await page.evaluate(() => {
    const table = document.querySelector('table.data')!
    return table.getBoundingClientRect().right - document.documentElement.clientWidth
  })
  expect(cut).toBeLessThanOrEqual(0)
})

test('both tables come as XLSX in the language of the page', async ({ page }) => {
  for (const [path, language] of [
    ['/observe/tables', 'zh'],
    ['/observe/tables?table=monthly', 'en'],
  ] as const) {
    await open(page, path, language)
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: 'XLSX' }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  }
})

test('rows are sorted, filtered and columns chosen', async ({ page }) => {
  await open(page, '/observe/tables')
  const rows = page.locator('table.data tbody tr')
  const all = await rows.count()
  await page.getByRole('searchbox', { name: '筛选' }).fill('站点')
  await expect.poll(() => rows.count()).toBeLessThan(all)
  await page.getByRole('searchbox', { name: '筛选' }).fill('')
  const header = page.getByRole('columnheader', { name: /^AQI/ })
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  const figures = (await page.locator('table.data tbody .aqi').allInnerTexts())
    .filter((text) => text !== '–')
    .map(Number)
  expect(figures.length).toBeGreaterThan(1)
  expect(figures).toEqual([...figures].sort((a, b) => b - a))
  await page.getByText('选择列').click()
  await page.getByRole('checkbox', { name: 'SO₂' }).uncheck()
  await expect(page.getByRole('columnheader', { name: /^SO₂/ })).toHaveCount(0)
})

test('the day before is one press away, and the address says the day', async ({ page }) => {
  await open(page, '/observe/tables?day=2019-12-15')
  await page.getByRole('button', { name: '前一日' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('day')).toBe('2019-12-14')
  await settled(page)
  await expect(page.locator('.title')).toContainText('2019-12-14')
})

test('slash searches anywhere', async ({ page }) => {
  await open(page, '/prove/ranking')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: /名称或编号/ })
  await expect(field).toBeFocused()
  await field.fill('2163A')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/observe\/stations\/2163A/)
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})
