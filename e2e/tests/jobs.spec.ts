import { readFileSync } from 'node:fs'
import { become } from '../src/people'
import { nationalFile } from '../src/data'
import { expect, expectAccessible, open, settled, test } from '../src/test'

// The tracer fetches what stands in blob: addresses, which the policy refuses; without it the page itself is judged.
test.use({ trace: 'off' })

const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(nationalFile()) })

test('an import is a job: seen in the header, on its page with log and result, and in the list', async ({ page }) => {
  await become(page, 'office')
  await open(page, '/data/imports', 'en')
  await page.getByLabel('File', { exact: true }).setInputFiles(file('as-a-job.csv'))
  await page.getByLabel(/Dry run/).check()
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.waitForURL(/\/data\/imports\/\d+/)
  await expect(page.locator('[data-import-state="done"]')).toBeVisible({ timeout: 30_000 })

  const badge = page.locator('header .jobs button').first()
  await badge.click()
  const panel = page.locator('header .jobs .list')
  await expect(panel).toContainText('as-a-job.csv')
  await page.screenshot({ path: 'test-results/pages/desktop-en-jobs-panel.png' })
  await expectAccessible(page)
  await panel.getByRole('link').first().click()
  await settled(page)
  await expect(page.locator('[data-job-state="done"]').first()).toBeVisible()
  await expect(page.locator('.log li').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/pages/desktop-en-job.png', fullPage: true })
  await expectAccessible(page)

  await open(page, '/manage/jobs?state=done', 'en')
  await expect(page.locator('tbody')).toContainText('as-a-job.csv')
})

test('without server-sent events the page asks every three seconds', async ({ page, watch }) => {
  watch.allow(/ERR_|EventSource|status of 204/)
  await become(page, 'office')
  await page.route('**/api/v1/jobs/events*', (route) => route.fulfill({ status: 204 }))
  let asked = 0
  page.on('request', (request) => {
    if (/\/api\/v1\/jobs\?.*state=open/.test(request.url())) asked++
  })
  await open(page, '/observe/stations')
  await expect.poll(() => asked, { timeout: 12_000 }).toBeGreaterThanOrEqual(2)
  await page.locator('header .jobs button').first().click()
  await expect(page.getByText('每 3 秒查询一次')).toBeVisible()
})

test('the store of files is checked and the report says what does not agree', async ({ page }) => {
  await become(page, 'admin')
  await open(page, '/manage/files')
  await page.getByRole('button', { name: '开始检查' }).click()
  await expect(page.getByRole('heading', { name: '检查报告' })).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('main [data-job-state]')).toHaveCount(0, { timeout: 20_000 })
  await settled(page)
  await page.screenshot({ path: 'test-results/pages/desktop-zh-files-report.png', fullPage: true })
  await expectAccessible(page)
})

test('a picture is attached to an import, shown as a copy, fetched as it was, and taken off', async ({
  page,
  watch,
}) => {
  watch.allow(/status of 415/)
  await become(page, 'office')
  await open(page, '/data/imports', 'en')
  await page.locator('tbody tr a').first().click()
  await settled(page)
  const part = page.locator('[data-files]')
  await part.getByRole('button', { name: 'Add a file' }).click()
  const png = await page.locator('header').screenshot()
  await part.getByLabel('File to attach').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: png })
  await expect(part.getByRole('img', { name: /现场/ })).toBeVisible()
  await part.getByRole('button', { name: 'Upload and attach' }).click()
  const shown = part.locator('li img')
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.screenshot({ path: 'test-results/pages/desktop-en-import-files.png', fullPage: true })
  await expectAccessible(page)
  const waiting = page.waitForEvent('download')
  await part.getByRole('link', { name: 'Download the original' }).click()
  const original = await waiting
  expect(original.suggestedFilename()).toBe('现场.png')
  expect(readFileSync(await original.path()).equals(png)).toBe(true)

  // A file that is not what its name says is refused in words.
  await part.getByRole('button', { name: 'Add a file' }).click()
  await part
    .getByLabel('File to attach')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)"/>') })
  await part.getByRole('button', { name: 'Upload and attach' }).click()
  await expect(part.getByRole('alert')).not.toBeEmpty()

  await part.locator('li', { hasText: '现场.png' }).getByRole('button', { name: 'Take off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take off' }).click()
  await expect(part.getByText('No files')).toBeVisible()
})
