import { chromium } from '@playwright/test'
const [base, ...paths] = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--font-render-hinting=none'] })
for (const [kind, viewport] of [['desktop', { width: 1440, height: 900 }], ['phone', { width: 375, height: 812 }]]) {
  const page = await (await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'America/New_York' })).newPage()
  page.on('pageerror', (e) => console.log(kind, 'error', e.message))
  page.on('console', (m) => m.type() === 'warning' && console.log(kind, m.text().slice(0, 300)))
  for (const path of paths) {
    await page.goto(base + path)
    await page.waitForTimeout(1500)
    const name = `${kind}-${path.replace(/[^a-z0-9]+/gi, '_')}`
    await page.screenshot({ path: `/tmp/web-shots/${name}.png`, fullPage: true })
    console.log(name, await page.evaluate(() => document.documentElement.scrollWidth))
  }
}
await browser.close()
