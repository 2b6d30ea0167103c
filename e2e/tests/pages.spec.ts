import { become, type Person } from '../src/people'
import { expect, expectAccessible, expectNoSidewaysScroll, open, settled, test } from '../src/test'

interface Shown {
  name: string
  path: string
  as?: Person
}

/** Each page in its usual state; these pictures are looked at, and some of them stand in the guide. */
const PAGES: Shown[] = [
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
  { name: 'revisions', path: '/data/revisions', as: 'office' },
  { name: 'login', path: '/login' },
  { name: 'account', path: '/account', as: 'office' },
  { name: 'password', path: '/account/password', as: 'office' },
  { name: 'second-factor', path: '/account/second-factor', as: 'office' },
  { name: 'sessions', path: '/account/sessions', as: 'office' },
  { name: 'tokens', path: '/account/tokens', as: 'office' },
  { name: 'users', path: '/manage/users', as: 'admin' },
  { name: 'users-filtered', path: '/manage/users?role=COUNTY&state=ACTIVE', as: 'security' },
  { name: 'user-new', path: '/manage/users/new', as: 'admin' },
  { name: 'user-import', path: '/manage/users/import', as: 'admin' },
  { name: 'user', path: '/manage/users/1', as: 'security' },
  { name: 'units', path: '/manage/units', as: 'admin' },
  { name: 'matrix', path: '/manage/roles', as: 'leader' },
  { name: 'lock-outs', path: '/manage/lock-outs', as: 'admin' },
  { name: 'audit', path: '/manage/audit', as: 'audit' },
  { name: 'jobs', path: '/manage/jobs?all=true', as: 'admin' },
  { name: 'files-check', path: '/manage/files', as: 'admin' },
  { name: 'forbidden', path: '/manage/audit', as: 'inspector' },
  { name: 'components', path: '/dev/components' },
  { name: 'about', path: '/about' },
  { name: 'not-found', path: '/no/such/page' },
]

for (const language of ['zh', 'en'] as const) {
  for (const { name, path, as } of PAGES) {
    test(`${name} (${language}) is accessible, fits its screen, and speaks one language`, async ({ page }, info) => {
      if (as) await become(page, as)
      await open(page, path, language)
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
