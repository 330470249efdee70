import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  faultsOf,
  hasChromium,
  openJourney,
  overflows,
  phone,
  picture,
  seriousViolations,
  settled,
  type Journey,
} from '#test/support/browser'

const list = '/records/project'
const name = '示范量子传感器产业园'

const csv = (rows: readonly (readonly string[])[]) => ({
  name: '项目清单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`),
})
const heads = ['所属单位', '项目名称', '建设单位', '类别', '总投资（亿元）', '开工月份']

const field = (page: Page, label: string) => page.getByRole('main').getByLabel(label).first()
const countOf = (page: Page) => page.locator('.record-table tbody tr').count()

/** A line of the menu that is open. */
const choose = (page: Page, line: string) => page.getByRole('menuitem', { name: line }).click()

describe.skipIf(!hasChromium)('the list of projects, its form and its files, in a browser', () => {
  let journey: Journey
  let page: Page
  let row = ''
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open('xiang')
  })
  afterAll(() => journey.close())

  it('is narrowed by a filter that says itself in words, and taken back by its chip', async () => {
    await page.goto(list)
    await page.locator('.record-table').waitFor()
    await settled(page)
    const all = await countOf(page)
    await page.getByRole('button', { name: '筛选总投资' }).click()
    await page.getByLabel('不小于').fill('5')
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    await page.getByText('总投资 不小于 5.00 亿元').waitFor()
    await settled(page)
    expect(await overflows(page)).toBe(false)
    await picture(page, 'list-zh')
    await page.getByRole('button', { name: /^去掉：总投资/ }).click()
    await settled(page)
    expect(await countOf(page)).toBe(all)
  })

  it('sums over the whole filter, and gives a block of cells to Excel with its heads', async () => {
    await page.goto(`${list}?size=20`)
    await page.locator('.record-table').waitFor()
    await settled(page)
    const reply = await page.request.get('/api/project?size=500&unit=SF')
    const { rows } = (await reply.json()) as { rows: readonly { investment: string | null }[] }
    expect(rows.length).toBeGreaterThan(20)
    const sum = rows.reduce((total, one) => total + Number(one.investment ?? 0), 0)
    const foot = page.locator('.record-table tfoot')
    expect((await foot.innerText()).replaceAll(',', '')).toContain(sum.toFixed(2))
    const cell = (at: number, column: number) =>
      page.locator(`td[data-row="${String(at)}"][data-column="${String(column)}"]`)
    await cell(1, 3).hover()
    await page.mouse.down()
    await cell(3, 6).hover()
    await page.mouse.up()
    expect(await page.locator('td[data-range]').count()).toBe(12)
    const copied = await page.evaluate(() => {
      const data = new DataTransfer()
      const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
      return data.getData('text/plain')
    })
    const lines = copied.split('\n').map((line) => line.split('\t'))
    expect(lines.map((line) => line.length)).toEqual([4, 4, 4, 4])
    expect(lines[0]?.[3]).toBe('总投资（亿元）')
    expect(Number(lines[1]?.[3])).toBeGreaterThan(0)
    expect(new URL(page.url()).searchParams.get('open')).toBeNull()
  })

  it('is on a phone filtered from a sheet', async () => {
    const small = await journey.open('xiang', phone)
    await small.goto(list)
    await small.locator('.record-card').first().waitFor()
    await settled(small)
    await small.getByRole('button', { name: '筛选与排序' }).click()
    const sheet = small.getByRole('dialog')
    await sheet.getByRole('button', { name: '总投资' }).click()
    await sheet.getByLabel('不小于').fill('10')
    expect(await seriousViolations(small)).toEqual([])
    await sheet.getByRole('button', { name: '筛选', exact: true }).click()
    await small.getByText('总投资 不小于 10.00 亿元').waitFor()
    await settled(small)
    expect(await overflows(small)).toBe(false)
    await small.context().close()
  })

  it('keeps columns and views with the person: another browser has them', async () => {
    await page.goto(`${list}?investment.gte=5`)
    await page.locator('.record-table').waitFor()
    await settled(page)
    await page.getByRole('button', { name: '列', exact: true }).click()
    const kept = page.waitForResponse((reply) => reply.url().endsWith('/api/me/preferences'))
    await page.getByRole('checkbox', { name: '地点' }).uncheck()
    await kept
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByLabel('把当前筛选、排序、分组和列保存为').fill('五亿以上')
    const saved = page.waitForResponse((reply) => reply.url().endsWith('/api/me/preferences'))
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await saved
    const other = await journey.open('xiang')
    await other.goto(list)
    await other.locator('.record-table').waitFor()
    await settled(other)
    expect(await other.locator('.record-table thead').innerText()).not.toContain('地点')
    await other.getByRole('button', { name: '视图' }).click()
    await other.getByRole('button', { name: '五亿以上', exact: true }).click()
    await other.getByText('总投资 不小于 5.00 亿元').waitFor()
    await other.context().close()
    await page.request.put('/api/me/preferences', {
      data: { 'columns.project': null, 'views.project': null },
      headers: { 'x-yipanqi': 'journey' },
    })
    await page.reload()
  })

  it('is searched by pinyin initials', async () => {
    await page.getByRole('searchbox', { name: /可用拼音首字母/ }).fill('hxy')
    await page.getByText('搜索 “hxy”').waitFor()
    await settled(page)
    const found = await page.locator('.record-table tbody .title-cell a').allInnerTexts()
    expect(found.length).toBeGreaterThan(0)
    expect(found.some((one) => one.startsWith('核心园'))).toBe(true)
  })

  it('refuses a wrong value at its field and in the summary, and keeps what was typed', async () => {
    await page.goto(`${list}/new`)
    await field(page, '项目名称').fill(name)
    await field(page, '建设单位').fill('示范量子科技有限公司')
    await field(page, '地点').fill('核心园创新大道88号')
    await field(page, '总投资').fill('三亿左右吧')
    await page.getByRole('button', { name: '创建' }).click()
    const summary = page.getByRole('alert').filter({ hasText: '有 1 处需要更正' })
    await summary.waitFor()
    expect(await field(page, '总投资').getAttribute('aria-invalid')).toBe('true')
    await picture(page, 'form-zh')
    await summary.getByRole('button', { name: /^总投资/ }).click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('1.2亿')
    await page.getByRole('button', { name: '创建' }).click()
    await page.waitForURL((url) => /^\/records\/project\/(?!new)/.test(url.pathname))
    row = new URL(page.url()).pathname
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
    expect(await page.getByRole('main').innerText()).toMatch(/总投资\s*1\.20亿元/)
    faultsOf(page)
  })

  it('tells the second of two who change one row what the first has changed', async () => {
    const other = await journey.open('jing')
    await other.goto(row)
    await page.goto(row)
    for (const one of [other, page]) {
      await settled(one)
      await one.getByRole('main').getByRole('button', { name: '编辑' }).click()
      await one.getByRole('button', { name: '保存' }).waitFor()
    }
    await field(other, '总投资').fill('2')
    await other.getByRole('button', { name: '保存' }).click()
    await other.getByRole('button', { name: '编辑' }).waitFor()
    await field(page, '总投资').fill('3')
    await page.getByRole('button', { name: '保存' }).click()
    const dialog = page.getByRole('dialog', { name: '保存前，他人已修改这一条' })
    await dialog.waitFor()
    expect(await dialog.locator('tbody tr').allInnerTexts()).toHaveLength(1)
    expect(await dialog.locator('tbody td').allInnerTexts()).toEqual([
      '1.20亿元',
      '2.00亿元',
      '3.00亿元',
      '用我的\n用他人的',
    ])
    await dialog.getByText('用他人的').click()
    await dialog.getByRole('button', { name: '按所选保存' }).click()
    await page.getByRole('button', { name: '编辑' }).waitFor()
    await settled(page)
    expect(await page.getByRole('main').innerText()).toMatch(/总投资\s*2\.00亿元/)
    faultsOf(page)
  })

  it('reads a file first, names every bad row, and writes a good one whole', async () => {
    await page.goto(list)
    await settled(page)
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await choose(page, '从 Excel 导入')
    const dialog = page.getByRole('dialog')
    const bad = [
      ['核心园', '示范激光雷达项目', '示范光电公司', '制造业', '很多', '2026-03'],
      ['月球园', '示范氢能装备项目', '示范氢能公司', '制造业', '8.6', '2026-04'],
      ['云谷园', '', '示范软件公司', '渔业', '2.5', '2026-13'],
      ['云谷园', '示范算力中心项目', '示范算力公司', '制造业', '12.5', '2026-05'],
    ]
    await dialog.locator('input[type="file"]').setInputFiles(csv([heads, ...bad]))
    await dialog.getByText('3 行有问题，尚未写入').waitFor()
    expect(await dialog.locator('tbody tr').count()).toBe(5)
    expect(await dialog.getByRole('button', { name: '确认导入' }).count()).toBe(0)
    await picture(page, 'import-zh')
    const good = bad.map((one, index) => [
      '核心园',
      `示范导入项目${String(index)}`,
      one[2] ?? '',
      '制造业',
      '2.5',
      '2026-05',
    ])
    await dialog.getByRole('button', { name: '换一个文件' }).click()
    await dialog.locator('input[type="file"]').setInputFiles(csv([heads, ...good]))
    await dialog.getByText('共读取 4 行：新增 4，更新 0，不变 0，有问题 0').waitFor()
    await dialog.getByRole('button', { name: '确认导入' }).click()
    await dialog.getByText('导入完成').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
  })

  it('removes chosen rows together, after asking', async () => {
    await page.goto(`${list}?q=${encodeURIComponent('示范导入项目')}`)
    await page.locator('.record-table').waitFor()
    await settled(page)
    for (const index of [0, 1]) await page.locator('tbody input[type="checkbox"]').nth(index).check()
    await page.getByRole('region', { name: '已选 2 条' }).getByRole('button', { name: '删除' }).click()
    const question = page.getByRole('dialog', { name: '删除所选 2 条项目？' })
    await question.getByRole('button', { name: '删除' }).click()
    await page.getByText('完成 2 条，未完成 0 条').waitFor()
    await page.getByRole('button', { name: '知道了' }).click()
    await settled(page)
    expect(await countOf(page)).toBe(2)
  })

  it('is exported exactly as it is seen', async () => {
    await page.goto(`${list}?q=${encodeURIComponent('示范导入项目')}`)
    await page.locator('.record-table').waitFor()
    await settled(page)
    expect(await countOf(page)).toBe(2)
    await page.getByRole('button', { name: '导出' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), choose(page, '导出 CSV')])
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('项目名称')
    expect(faultsOf(page)).toEqual([])
  })
})
