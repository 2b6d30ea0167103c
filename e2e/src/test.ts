import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

/** What went on in a page behind the tester's back. */
export interface Watch {
  /** Requests to any other host than the server. */
  foreign: string[]
  /** Violations of the content security policy, and errors of scripts. */
  faults: string[]
  /** For the one test that provokes it: faults of which the text matches are expected. */
  allow: (pattern: RegExp) => void
}

/** A page that contacts another host, breaks the security policy or throws fails its test, whatever the test is about. */
export const test = base.extend<{ watch: Watch }>({
  baseURL: async ({}, use) => use(process.env['LANTIAN_E2E_URL']),
  watch: [
    async ({ page, baseURL }, use) => {
      const allowed: RegExp[] = []
      const watch: Watch = { foreign: [], faults: [], allow: (pattern) => allowed.push(pattern) }
      page.on('request', (request) => {
        const address = request.url()
        if (address.startsWith('data:') || address.startsWith('blob:')) return
        if (new URL(address).origin !== baseURL) watch.foreign.push(address)
      })
      page.on('pageerror', (error) => watch.faults.push(`error: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) {
          watch.faults.push(`console: ${message.text()} ${message.location().url}`)
        }
      })
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
        )
      })
      await use(watch)
      expect(watch.foreign, 'requests to other hosts').toEqual([])
      expect(
        watch.faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
        'violations of the security policy and script errors',
      ).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Opens an address in a language and waits until nothing is loading. */
export async function open(page: Page, path: string, language: 'zh' | 'en' = 'zh'): Promise<void> {
  await page.goto(path + (path.includes('?') ? '&' : '?') + `lang=${language}`)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1, main h2, main [data-state]').first()).toBeAttached()
  await expect(page.locator('.skeleton')).toHaveCount(0, { timeout: 20_000 })
  await expect(page.locator('[data-map-state="loading"]')).toHaveCount(0, { timeout: 20_000 })
  // Not "no request under way": who has signed in keeps a line open for news of jobs.
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 })
}

/** WCAG 2.2 AA, as far as a machine can check it. */
export async function expectAccessible(page: Page): Promise<void> {
  // The bars that stick to the edges of a small screen would count as covering whatever lies under them just now.
  const view = page.viewportSize()!
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: view.width, height: Math.max(view.height, height + 200) })
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  await page.setViewportSize(view)
  const found = result.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 4).map((node) => `${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim()}`),
  }))
  expect(found).toEqual([])
}

/** Nothing sticks out to the right: the page itself never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, shown] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(wide, 'width of the page').toBeLessThanOrEqual(shown)
}
