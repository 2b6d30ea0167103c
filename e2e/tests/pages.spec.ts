import { addressOf, PAGES } from '../src/pages'
import { become } from '../src/people'
import { expect, expectAccessible, expectNoSidewaysScroll, open, settled, test } from '../src/test'

/** Each page in its usual state; these pictures are looked at, and some of them stand in the guide. */
for (const language of ['zh', 'en'] as const) {
  for (const shown of PAGES) {
    const { name, as } = shown
    test(`${name} (${language}) is accessible, fits its screen, and speaks one language`, async ({ page }, info) => {
      if (as) await become(page, as)
      await open(page, await addressOf(page, shown), language)
      await page.screenshot({ path: `test-results/pages/${info.project.name}-${language}-${name}.png`, fullPage: true })
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
      await expect(page.locator('main h1')).toHaveCount(1)
      if (language === 'en') {
        // A name may exist in Chinese only; the words of the page may not.
        const words = await page
          .locator('h1:not([data-name]), nav a, button:not([lang]), th, legend, main summary')
          .allInnerTexts()
        expect(words.filter((word) => /[\u4e00-\u9fff]/.test(word))).toEqual([])
      }
      await expectNoSidewaysScroll(page)
      // The elements are the same in both languages: on the phone one of them is enough.
      if (info.project.name === 'desktop' || language === 'zh') await expectAccessible(page)
    })
  }
}

test('the picture of the README is taken on real data', async ({ page }, info) => {
  const extent = (await (await page.request.get('/api/v1/air/extent')).json()) as { stationsWithData: number }
  test.skip(extent.stationsWithData < 50, 'no reference kit: its data are on the picture')
  test.skip(info.project.name !== 'desktop', 'the picture shows a desktop')
  await open(page, '/observe/map?hour=2019-01-12T10:00&station=2162A', 'zh')
  await expect(page.locator('.county-map .plate.selected')).toBeVisible()
  // Only when asked: a test must not change files under version control.
  const path = process.env['LANTIAN_SCREENSHOTS'] ? '../docs/screenshots/map-desktop-zh.png' : undefined
  await page.screenshot({ path })
})

test('the language is switched in place and remembered', async ({ page }) => {
  await page.goto('/prove/ranking')
  await settled(page)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('composite index')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('综合指数')
})
