import { readFileSync } from 'node:fs'
import { become } from '../src/people'
import { expect, expectAccessible, open, settled, test } from '../src/test'

test.beforeEach(async ({ page }) => become(page, 'audit'))

test('events are found by who did them, shown with before and after, and taken away as a file', async ({ page }) => {
  await open(page, '/manage/audit', 'en')
  await expect(page.locator('tbody tr').first()).toBeVisible()
  await page.getByRole('searchbox', { name: 'Who' }).fill('security')
  await page.getByRole('searchbox', { name: 'Who' }).press('Enter')
  await expect(page).toHaveURL(/actor=security/)
  await expect(page.locator('.chip')).toContainText('Who: security')
  await settled(page)
  await expect(page.locator('tbody tr').first()).toContainText('security')
  await expect(page.locator('ins').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/pages/desktop-en-audit-filtered.png', fullPage: true })
  await expectAccessible(page)

  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const file = readFileSync(await (await waiting).path()).toString()
  expect(file.split('\n').length).toBeGreaterThan(2)
  expect(
    file
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .every((line) => line.includes('security')),
  ).toBe(true)

  // Rows are walked and opened by keys.
  await page.keyboard.press('j')
  await expect(page.locator('tbody tr.current')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/manage\/audit\/\d+/)
  await settled(page)
  await page.screenshot({ path: 'test-results/pages/desktop-en-audit-event.png', fullPage: true })
  await expectAccessible(page)
})

test('the chain is proved in the page, against an anchor exported from it', async ({ page }) => {
  await open(page, '/manage/audit')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出新的锚点' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/anchor.*\.txt$/)
  const anchor = readFileSync(await download.path())
  await page.getByText('与保存在别处的锚点一并校验').click()
  await page
    .locator('[data-chain] input[type="file"]')
    .setInputFiles({ name: 'anchor.txt', mimeType: 'text/plain', buffer: anchor })
  await page.getByRole('button', { name: '立即校验' }).click()
  await expect(page.locator('[data-verification]')).toContainText('完整')
  await expect(page.locator('[data-verification] li', { hasText: '✓' }).first()).toBeVisible()
  await expect(page.locator('[data-verification] li', { hasText: '✕' })).toHaveCount(0)
  await page.screenshot({ path: 'test-results/pages/desktop-zh-audit-verified.png' })
  await expectAccessible(page)

  // An anchor of another log does not match, and that is said.
  const foreign = Buffer.from(anchor.toString().replace(/[0-9a-f]{64}/g, (hash) => hash.split('').reverse().join('')))
  await page
    .locator('[data-chain] input[type="file"]')
    .setInputFiles({ name: 'anchor.txt', mimeType: 'text/plain', buffer: foreign })
  await page.getByRole('button', { name: '立即校验' }).click()
  await expect(page.locator('[data-verification] li', { hasText: '✕' }).first()).toBeVisible()
})
