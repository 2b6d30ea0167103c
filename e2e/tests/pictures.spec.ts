import { become } from '../src/people'
import { addressOf, PAGES } from '../src/pages'
import { open, settled, test } from '../src/test'

const FAILED = {
  title: '内部错误',
  status: 500,
  detail: '服务器未能完成请求。',
  code: 'internal',
  requestId: 'a1b2-c3d4',
}
const DATA = /\/api\/v1\/(?!session|city|catalog)/

for (const shown of PAGES) {
  for (const language of ['zh', 'en'] as const) {
    test(`pictures of ${shown.name} in ${language}`, async ({ page, watch }, info) => {
      watch.allow(/./)
      if (shown.as) await become(page, shown.as)
      const shoot = (state: string) =>
        page.screenshot({
          path: `test-results/pictures/${shown.name}-${info.project.name}-${language}-${state}.png`,
          fullPage: true,
        })
      const address = await addressOf(page, shown)
      await open(page, address, language)
      await shoot('data')
      // A list without anything in it, whatever the list.
      await page.route(DATA, async (route) => {
        const answer = await route.fetch()
        const body = (await answer.json().catch(() => null)) as { items?: unknown[] } | null
        if (Array.isArray(body?.items))
          await route.fulfill({ response: answer, json: { ...body, items: [], next: null } })
        else await route.fulfill({ response: answer })
      })
      await page.reload()
      await settled(page)
      await shoot('empty')
      await page.unroute(DATA)
      await page.route(DATA, (route) =>
        route.request().method() === 'GET'
          ? route.fulfill({ status: 500, contentType: 'application/problem+json', json: FAILED })
          : route.continue(),
      )
      await page.reload()
      await settled(page)
      await shoot('error')
    })
  }
}
