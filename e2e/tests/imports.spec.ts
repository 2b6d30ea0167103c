import { readFileSync } from 'node:fs'
import { become } from '../src/people'
import { expect, expectAccessible, open, test } from '../src/test'

/** A day of one station in the long layout, with three values that cannot be taken. */
function longFile(): string {
  const lines = ['station,time,pollutant,value']
  for (let hour = 1; hour <= 12; hour++) {
    const time = `2017-05-04T${String(hour).padStart(2, '0')}:00`
    lines.push(`2160A,${time},pm25,${40 + hour}`, `2160A,${time},o3,${70 + hour}`)
  }
  lines.push('2160A,2017-05-04T13:00,pm25,abc', '2160A,2017-05-04T14:00,pm25,1e9', '2160A,2017-05-04T15:00,no2,=1+1')
  return lines.join('\n') + '\n'
}

const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

test.beforeEach(async ({ page }) => become(page, 'office'))

test('a dry run says what would happen and writes nothing; the import lists what it rejected', async ({ page }) => {
  await open(page, '/data/imports', 'en')
  await page.getByLabel('File', { exact: true }).setInputFiles(file('may-2017.csv', longFile()))
  await page.getByLabel(/Dry run/).check()
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.waitForURL(/\/data\/imports\/\d+/)
  await expect(page.locator('[data-import-state="done"]')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('nothing was written')).toBeVisible()
  await expect(page.locator('[data-count="rejected"] dd').first()).toHaveText('3')
  const written = (await (await page.request.get('/api/v1/data/board?from=2017-05-04&to=2017-05-04')).json()) as {
    stations: { cells: unknown[] }[]
  }
  expect(written.stations.flatMap((station) => station.cells)).toEqual([])

  await open(page, '/data/imports', 'en')
  await page.getByLabel('File', { exact: true }).setInputFiles(file('may-2017.csv', longFile()))
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.waitForURL(/\/data\/imports\/\d+/)
  await expect(page.locator('[data-import-state="done"]')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('[data-count="accepted"] dd').first()).toHaveText('24')
  const rejected = page.locator('section', { has: page.getByRole('heading', { name: 'Rejected values' }) })
  await expect(rejected.locator('tbody tr')).toHaveCount(3)
  await expect(rejected).toContainText('abc')
  await page.screenshot({ path: 'test-results/pages/desktop-en-import-rejected.png', fullPage: true })
  await expectAccessible(page)

  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download all/ }).click()
  const list = readFileSync(await (await waiting).path()).toString()
  expect(list.trim().split('\n')).toHaveLength(4)
  // What a spreadsheet would run as a formula stays text.
  expect(list).toContain("'=1+1")
})

test('the same file again changes nothing, and a corrected value leaves its trace in the revisions', async ({
  page,
}) => {
  const send = async (content: string) => {
    await open(page, '/data/imports', 'en')
    await page.getByLabel('File', { exact: true }).setInputFiles(file('june-2017.csv', content))
    await page.getByRole('button', { name: 'Start the import' }).click()
    await page.waitForURL(/\/data\/imports\/\d+/)
    await expect(page.locator('[data-import-state="done"]')).toBeVisible({ timeout: 30_000 })
    return Object.fromEntries(
      await Promise.all(
        ['accepted', 'revised', 'unchanged'].map(async (key) => [
          key,
          await page.locator(`[data-count="${key}"] dd`).first().innerText(),
        ]),
      ),
    )
  }
  const content = 'station,time,pollutant,value\n2161A,2017-06-01T08:00,so2,11\n2161A,2017-06-01T09:00,so2,12\n'
  expect(await send(content)).toEqual({ accepted: '2', revised: '0', unchanged: '0' })
  expect(await send(content)).toEqual({ accepted: '0', revised: '0', unchanged: '2' })
  expect(await send(content.replace(',12\n', ',21\n'))).toEqual({ accepted: '0', revised: '1', unchanged: '1' })

  await open(page, '/data/revisions', 'en')
  const row = page.locator('tbody tr', { hasText: '2017-06-01 09:00' })
  await expect(row).toContainText('12')
  await expect(row).toContainText('21')
})

test('a broken file is refused in words', async ({ page }) => {
  await open(page, '/data/imports', 'en')
  await page.getByLabel('File', { exact: true }).setInputFiles(file('notes.csv', 'these are\nonly notes\n'))
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.waitForURL(/\/data\/imports\/\d+/)
  await expect(page.locator('[data-import-state="failed"]')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('alert')).not.toBeEmpty()
})
