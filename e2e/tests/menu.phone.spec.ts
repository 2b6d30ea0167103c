import { become } from '../src/people'
import { expect, expectNoSidewaysScroll, open, test } from '../src/test'

test('on a phone the questions stand at the thumb and lead to their pages', async ({ page }) => {
  await become(page, 'office')
  await open(page, '/')
  const tabs = page.locator('.app-tabs')
  await expect(tabs).toBeInViewport()
  await tabs.getByRole('link', { name: '成效' }).tap()
  await expect(page).toHaveURL(/\/prove\/ranking/)
  await tabs.getByRole('link', { name: '数据' }).tap()
  await expect(page).toHaveURL(/\/data\/board/)
  await expectNoSidewaysScroll(page)
})

test('targets are large enough for a thumb', async ({ page }) => {
  await open(page, '/')
  for (const control of await page.locator('.time-control button:visible, .app-tabs a').all()) {
    const box = await control.boundingBox()
    if (box) expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(38)
  }
})
