import { become } from '../src/people'
import { nationalFile } from '../src/data'
import { expect, expectAccessible, open, settled, test } from '../src/test'

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
  await settled(page)
  await page.screenshot({ path: 'test-results/pages/desktop-zh-files-report.png', fullPage: true })
  await expectAccessible(page)
})
