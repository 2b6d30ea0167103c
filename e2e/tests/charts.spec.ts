import { readFileSync } from 'node:fs'
import { expect, open, settled, test } from '../src/test'

test('hovering a chart shows a tooltip that the security policy lets live', async ({ page }) => {
  await open(page, '/observe/stations/2162A')
  const chart = page.locator('.chart').first()
  const box = (await chart.boundingBox())!
  for (let step = 1; step < 8; step++) await page.mouse.move(box.x + (box.width * step) / 8, box.y + box.height / 2)
  const tip = page.locator('.chart-tip').first()
  await expect(tip).toBeVisible()
  await expect(tip).toContainText('µg/m³')
  await expect(tip.locator('.chart-tip-key').first()).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')

  for (const place of [page.locator('.chart').nth(6), page.locator('.chart').nth(5)]) {
    await place.scrollIntoViewIfNeeded()
    const area = (await place.boundingBox())!
    await page.mouse.move(area.x + area.width / 3, area.y + area.height / 2)
    await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2)
  }
})

test('every chart is exported as picture, drawing and table', async ({ page }) => {
  await open(page, '/observe/stations/2162A?pollutant=pm25')
  const panel = page.locator('.chart-panel').first()
  const save = async (kind: string) => {
    const waiting = page.waitForEvent('download')
    await panel.getByRole('button', { name: kind, exact: true }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`))
    return readFileSync(await download.path())
  }
  const png = await save('PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.length).toBeGreaterThan(8000)
  const svg = (await save('SVG')).toString()
  expect(svg).toContain('<svg')
  expect(svg).toContain('PM₂.₅')
  const lines = (await save('CSV')).toString().trim().split('\r\n')
  expect(lines[0]).toContain('PM₂.₅ (µg/m³)')
  expect(lines.length).toBe(1 + 7 * 24)
})

test('a day of the calendar leads to its hours', async ({ page }) => {
  await open(page, '/observe/stations/2162A?year=2019')
  const calendar = page.locator('.chart-panel', { hasText: '每日 AQI' }).locator('.chart')
  await calendar.scrollIntoViewIfNeeded()
  const box = (await calendar.boundingBox())!
  // The weeks of December stand at the right; which day is hit does not matter, only that it becomes the range.
  for (let step = 0; step < 12; step++) {
    await page.mouse.click(box.x + box.width - 60 - step * 6, box.y + box.height * 0.6)
    await page.waitForTimeout(150)
    if (new URL(page.url()).searchParams.get('from')) break
  }
  const address = new URL(page.url()).searchParams
  expect(address.get('from')).toMatch(/^2019-/)
  expect(address.get('to')).toBe(address.get('from'))
  await settled(page)
})

test('comparison: subjects come and go, and the address holds them', async ({ page }) => {
  await open(page, '/observe/compare?subjects=station:2160A,station:2161A&step=day')
  await expect(page.locator('.chip')).toHaveCount(2)
  await page.getByRole('combobox', { name: '添加站点、区县或城市' }).selectOption('city:140500')
  await expect(page.locator('.chip')).toHaveCount(3)
  expect(new URL(page.url()).searchParams.get('subjects')).toContain('city:140500')
  await page.getByRole('button', { name: /^移除/ }).first().click()
  await expect(page.locator('.chip')).toHaveCount(2)
  await page.getByRole('button', { name: '年份之间' }).click()
  await settled(page)
  await expect(page.locator('.chart')).toHaveCount(1)
})
