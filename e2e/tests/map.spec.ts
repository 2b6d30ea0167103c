import { expect, open, settled, test } from '../src/test'

const plate = '.county-map .plate:not(.dot)'

test('the map opens at the latest hour with data and says so', async ({ page }) => {
  await open(page, '/')
  const extent = (await (await page.request.get('/api/v1/air/extent')).json()) as { lastHour: string }
  await expect(page.locator('.time-control output')).toHaveText(extent.lastHour.replace('T', ' '))
  await expect(page.locator('.time-control').getByText('最新有数据的时刻')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('hour')).toBeNull()
})

test('list and map select the same station, by mouse and by keyboard', async ({ page }) => {
  await open(page, '/')
  await page.locator(`${plate}`).first().waitFor()
  const row = page.locator('.side tbody tr').nth(1)
  await row.click()
  await expect(row).toHaveClass(/current/)
  const chosen = new URL(page.url()).searchParams.get('station')!
  await expect(page.locator(`[data-code="${chosen}"] .plate`)).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('j')
  const next = new URL(page.url()).searchParams.get('station')!
  expect(next).not.toBe(chosen)
  await expect(page.locator(`[data-code="${next}"] .plate`)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('k')
  await expect(page.locator(`[data-code="${chosen}"] .plate`)).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('Escape')
  await expect.poll(() => new URL(page.url()).searchParams.get('station')).toBeNull()

  await page.locator(`[data-code="${chosen}"] .plate`).click()
  await expect(page.locator('.side tbody tr.current')).toBeVisible()
  await page.locator('.side tbody tr.current td').first().click()
  await page.locator('body').press('Enter')
  await expect(page).toHaveURL(new RegExp(`/observe/stations/${chosen}`))
  await settled(page)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/observe\/map/)
})

test('a station can be reached and chosen by keyboard alone, with visible focus', async ({ page }) => {
  await open(page, '/')
  const first = page.locator(plate).first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  const outline = await first.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline).not.toBe('none')
})

test('time plays over the map, the address follows when it rests, and the latest hour is one press away', async ({
  page,
}) => {
  await open(page, '/')
  const now = page.locator('.time-control output')
  const last = await now.innerText()
  const shown = () => page.locator(plate).allInnerTexts()
  await page.getByRole('button', { name: '播放' }).click()
  await expect(now).not.toHaveText(last)
  const early = await now.innerText()
  const figures = await shown()
  await expect.poll(async () => (await now.innerText()) > early, { timeout: 8000 }).toBe(true)
  await expect.poll(shown, { timeout: 8000 }).not.toEqual(figures)
  await page.getByRole('button', { name: '暂停' }).click()
  const rested = (await now.innerText()).replace(' ', 'T')
  await expect.poll(() => new URL(page.url()).searchParams.get('hour')).toBe(rested)

  await page.reload()
  await settled(page)
  await expect(now).toHaveText(rested.replace('T', ' '))
  await page.getByRole('button', { name: '回到最新' }).click()
  await expect(now).toHaveText(last)
})

test('the slider moves by key, and time stays on the way to a station', async ({ page }) => {
  await open(page, '/')
  const now = page.locator('.time-control output')
  const last = await now.innerText()
  await page.getByRole('slider', { name: '时刻' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(now).not.toHaveText(last)
  const hour = new URL(page.url()).searchParams.get('hour')
  expect(hour).not.toBeNull()
  await page.getByRole('link', { name: '对比' }).click()
  await settled(page)
  expect(new URL(page.url()).searchParams.get('hour')).toBe(hour)
})

test('the map shows each pollutant, and hovering it breaks no policy', async ({ page }) => {
  await open(page, '/')
  for (const name of ['SO₂', 'PM₂.₅', 'AQI']) {
    await page.locator('.measures').getByRole('button', { name, exact: true }).click()
    await settled(page)
    await expect(page.locator('.measures [aria-pressed="true"]')).toHaveText(name)
  }
  const box = (await page.locator('.county-map').boundingBox())!
  for (let step = 0; step < 12; step++) {
    await page.mouse.move(box.x + 40 + (step * (box.width - 80)) / 12, box.y + box.height / 2 + step * 5)
  }
  await page.mouse.wheel(0, -240)
  await page.waitForTimeout(600)
})

test('colours on the map are those of the standard, and every plate has its figure', async ({ page }) => {
  await open(page, '/')
  const official: Record<string, string> = {
    '1': 'rgb(0, 228, 0)',
    '2': 'rgb(255, 255, 0)',
    '3': 'rgb(255, 126, 0)',
    '4': 'rgb(255, 0, 0)',
    '5': 'rgb(153, 0, 76)',
    '6': 'rgb(126, 0, 35)',
  }
  const map = (await (await page.request.get('/api/v1/air/map')).json()) as {
    stations: { code: string; own: boolean; aqi: { aqi: number; level: number } | null }[]
  }
  const own = map.stations.filter((station) => station.own)
  expect(own.length).toBeGreaterThan(0)
  for (const station of own) {
    const here = page.locator(`[data-code="${station.code}"] .plate`)
    await expect(here).toHaveText(station.aqi ? String(station.aqi.aqi) : '–')
    if (station.aqi) await expect(here).toHaveCSS('background-color', official[station.aqi.level]!)
  }
})
