import { become, callerOf, makePerson, PASSWORD } from '../src/people'
import { sheet } from '../src/zip'
import { expect, expectAccessible, open, settled, test } from '../src/test'

const fresh = (word: string) => `${word}.${Date.now() % 10_000_000}`

test('one administrator proposes, another grants, and the new person signs in by the link', async ({
  page,
  browser,
  baseURL,
}) => {
  const name = fresh('new')
  await become(page, 'admin')
  await open(page, '/manage/users/new', 'en')
  await page.getByRole('button', { name: 'Make the user' }).click()
  await expect(page.locator('.fault')).toHaveCount(2)
  await page.getByLabel('Name', { exact: true }).fill('郑新人')
  await page.getByLabel('User name').fill(name)
  await page.getByLabel('County', { exact: true }).check()
  await page
    .getByLabel('Unit')
    .selectOption((await page.locator('option', { hasText: 'Yangcheng' }).first().getAttribute('value'))!)
  await page.getByLabel(/^Phone/).fill('13912345678')
  await page.screenshot({ path: 'test-results/pages/desktop-en-user-new.png', fullPage: true })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Make the user' }).click()
  const link = await page.locator('.secret .lines code').innerText()
  expect(new URL(link).origin).toBe(process.env['LANTIAN_E2E_URL'])
  await page.screenshot({ path: 'test-results/pages/desktop-en-user-made.png' })

  const granting = await browser.newContext({ baseURL: baseURL! })
  const other = await granting.newPage()
  await become(other, 'security')
  await open(other, `/manage/users?proposed=true&q=${name}`)
  await other.locator('tbody tr', { hasText: name }).getByRole('link').click()
  await settled(other)
  await expect(other.getByText('待安全管理员授予')).toBeVisible()
  await other.screenshot({ path: 'test-results/pages/desktop-zh-user-grant.png', fullPage: true })
  await expectAccessible(other)
  await other.getByLabel('原因', { exact: true }).fill('岗位需要')
  await other.getByRole('button', { name: '授予', exact: true }).click()
  await expect(other.getByText('角色已更新')).toBeVisible()
  // The history tells of it, with before and after.
  await expect(other.locator('.timeline')).toContainText('岗位需要')
  await granting.close()

  const own = await browser.newContext({ baseURL: baseURL! })
  const owner = await own.newPage()
  await owner.goto(link)
  await owner.getByLabel(/^(新密码|New password)$/).fill(PASSWORD)
  await owner.getByLabel(/再次输入新密码|New password again/).fill(PASSWORD)
  await owner.getByRole('button', { name: /保存新密码|Save the new password/ }).click()
  await expect(owner.getByText(/新密码已设置|The new password is set/)).toBeVisible()
  await own.close()

  // The contact is masked until asked for.
  await open(page, `/manage/users?q=${name}`, 'en')
  await page.locator('tbody tr', { hasText: name }).getByRole('link').click()
  await expect(page.getByText('13912345678')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the whole contact' }).click()
  await expect(page.getByText('13912345678')).toBeVisible()
  await page.screenshot({ path: 'test-results/pages/desktop-en-user.png', fullPage: true })
  await expectAccessible(page)
})

test('several accounts are disabled after a confirmation that names their count', async ({ page }) => {
  const names = [fresh('bulk-a'), fresh('bulk-b')]
  for (const name of names) await makePerson(name, '批量', 'COUNTY')
  await become(page, 'admin')
  await open(page, '/manage/users?q=bulk-&state=ACTIVE')
  for (const name of names) await page.getByLabel(new RegExp(`选择.*${name}`)).check()
  await page.getByRole('button', { name: '停用' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 个账号')
  await page.screenshot({ path: 'test-results/pages/desktop-zh-bulk-confirm.png' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '停用' }).click()
  await expect(dialog).toContainText('请写明原因')
  await dialog.getByLabel('原因').fill('岗位调整')
  await dialog.getByRole('button', { name: '停用' }).click()
  await expect(page.locator('.outcome')).toContainText('完成 2 项')
  await open(page, '/manage/users?q=bulk-&state=DISABLED')
  for (const name of names) await expect(page.locator('tbody')).toContainText(name)
})

test('a change made meanwhile is shown field by field and nothing is lost', async ({ page, watch }) => {
  watch.allow(/status of 412/)
  const name = fresh('clash')
  await makePerson(name, '冲突前', 'COUNTY')
  await become(page, 'admin')
  await open(page, `/manage/users?q=${name}`, 'en')
  await page.locator('tbody tr', { hasText: name }).getByRole('link').click()
  await settled(page)
  await page.getByText('Edit', { exact: true }).click()
  const id = Number(new URL(page.url()).pathname.split('/').at(-1))
  const admin = await callerOf('admin')
  const { version, unit } = await admin.must<{ version: number; unit: { id: number } }>('GET', `/api/v1/users/${id}`)
  await admin.must('PUT', `/api/v1/users/${id}`, { displayName: '别人改的', unitId: unit.id }, version)
  await admin.end()

  await page.getByLabel('Name', { exact: true }).fill('我改的')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const conflict = page.getByRole('alert')
  await expect(conflict).toContainText('Somebody else changed this')
  await expect(conflict).toContainText('别人改的')
  await expect(conflict).toContainText('我改的')
  await page.screenshot({ path: 'test-results/pages/desktop-en-conflict.png', fullPage: true })
  await expectAccessible(page)
  await conflict.getByRole('button', { name: 'Go on with these' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我改的' })).toBeVisible()
})

test("a leaver's work is handed over and the account closed in one step", async ({ page }) => {
  const name = fresh('leaver')
  await makePerson(name, '离职人', 'CITY_OFFICE')
  await become(page, 'admin')
  await open(page, `/manage/users?q=${name}`)
  await page.locator('tbody tr', { hasText: name }).getByRole('link').click()
  await page.getByRole('button', { name: '移交工作并停用' }).click()
  await page.getByLabel('查找接收人').fill('office')
  await page.getByLabel('查找接收人').press('Tab')
  const receiver = page.locator('option', { hasText: '(office' })
  await expect(receiver).toBeAttached()
  await page.getByLabel('接收人', { exact: true }).selectOption((await receiver.getAttribute('value'))!)
  await page.locator('section', { hasText: '移交工作并停用' }).getByLabel('原因', { exact: true }).last().fill('调离')
  await page.screenshot({ path: 'test-results/pages/desktop-zh-hand-over.png', fullPage: true })
  await expectAccessible(page)
  await page.locator('form').getByRole('button', { name: '移交并停用' }).click()
  await expect(page.getByText(/已移交 \d+ 项工作/)).toBeVisible()
  await expect(page.locator('[data-account-state="DISABLED"]')).toBeVisible()
})

test('a sheet with wrong cells writes nothing and names each; a right one makes everybody', async ({ page }) => {
  await become(page, 'admin')
  await open(page, '/manage/users/import', 'en')
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the template' }).click()
  expect((await waiting).suggestedFilename()).toMatch(/\.xlsx$/)

  const name = fresh('sheet')
  const send = async (rows: string[][], dryRun: boolean) => {
    await page.getByLabel('Excel file').setInputFiles({
      name: 'people.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: sheet(rows),
    })
    await page.getByLabel('Check only, write nothing').setChecked(dryRun)
    await page.getByRole('button', { name: dryRun ? 'Check' : 'Import', exact: true }).click()
    await expect(page.locator('[data-import-result]')).toBeVisible()
  }
  const HEADER = ['用户名', '姓名', '电话', '邮箱', '机构代码', '提请角色']
  await send([HEADER, ['no good name', '', '12', 'x', 'nowhere', '神仙']], true)
  await expect(page.locator('[data-import-result] tbody tr').first()).toBeVisible()
  await page.screenshot({ path: 'test-results/pages/desktop-en-user-import-errors.png', fullPage: true })
  await expectAccessible(page)
  await send([HEADER, [name, '冯表格', '', '', 'yangcheng', '县区']], true)
  await expect(page.locator('[data-import-result]')).toContainText('is fine')
  await send([HEADER, [name, '冯表格', '', '', 'yangcheng', '县区']], false)
  await expect(page.locator('[data-import-result]')).toContainText('1 user made')
  const links = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the links' }).click()
  expect((await links).suggestedFilename()).toBe('links.csv')
})

test('the tree of units is read, grown and closed', async ({ page }) => {
  await become(page, 'admin')
  await open(page, '/manage/units', 'en')
  await expect(page.locator('.tree li').first()).toBeVisible()
  await page.locator('.tree button').first().click()
  await page.getByRole('button', { name: 'New unit' }).click()
  const code = `unit-${Date.now() % 1_000_000}`
  await page.getByLabel('Name in Chinese').fill('测试科')
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Make', exact: true }).click()
  await expect(page.locator('.tree [aria-current]')).toContainText('测试科')
  await page.screenshot({ path: 'test-results/pages/desktop-en-unit.png', fullPage: true })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close the unit' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('merged')
  await page.getByRole('dialog').getByRole('button', { name: 'Close the unit' }).click()
  await expect(page.locator('.tree')).not.toContainText('测试科')
})

test('the matrix is the one the server decides by, and can be taken away', async ({ page }) => {
  await become(page, 'leader')
  await open(page, '/manage/roles')
  const row = page.locator('[data-action="IMPORT_AIR"]')
  await expect(row.getByText('允许', { exact: true })).toHaveCount(2)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 CSV' }).click()
  expect((await waiting).suggestedFilename()).toBe('roles.csv')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('header.app-header')).toBeHidden()
  await page.screenshot({ path: 'test-results/pages/desktop-zh-matrix-print.png', fullPage: true })
})
