import { writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListReply } from '#engine/records/reply'
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

const merged = (startRow: number, endRow: number, startCol: number, endCol: number) => ({
  startRow,
  endRow,
  startCol,
  endCol,
})

/** A list as officers keep it: three parks as sections, a head of two rows, units mixed, days as text, totals, a note. */
async function ownSheet(parks: readonly string[], mark: string) {
  const near = `${parks[2]?.slice(0, -1) ?? ''}片`
  const rows = [
    ['2026年重点项目清单', null, null, null, null, null, null],
    ['序号', '项目', '业主单位', '产业类别', '投资情况', null, '拟开工时间'],
    [null, null, null, null, '总投资（万元）', '用地（亩）', null],
    ['一', parks[0] ?? '', null, null, 24000, null, null],
    [1, `传感器厂房${mark}`, '甲公司', '生物医药', 12000, 30, '2026年3月'],
    [2, `园区道路${mark}`, '乙公司', '道路工程', '1.2亿', null, '2026.3.5'],
    ['小计', null, null, null, 24000, null, null],
    [`二、${parks[1] ?? ''}`, null, null, null, null, null, null],
    [3, `医药平台${mark}`, '丙公司', '医疗健康平台', '约800', 12, '2026年6月'],
    [`三、${near}`, null, null, null, null, null, null],
    [4, `市政管网${mark}`, '丁公司', '市政', 3500, null, '待定'],
    ['合计', null, null, null, 28300, null, null],
    ['注：截至3月底。', null, null, null, null, null, null],
  ]
  const down = [0, 1, 2, 3, 6].map((column) => merged(1, 2, column, column))
  const merges = [merged(0, 0, 0, 6), merged(1, 1, 4, 5), ...down]
  return {
    near,
    file: {
      name: '重点项目清单.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await writeXlsx({ sheets: [{ name: '重点项目', rows, merges }] })),
    },
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function openDoor(page: Page): Promise<void> {
  await page.goto('/records/project')
  await page.locator('.record-table, .record-cards').first().waitFor()
  await button(page, '导入').click()
  await page.getByRole('menuitem', { name: '从 Excel 导入' }).click()
  await page.getByText('用自己的表格导入').click()
  await page.locator('.drop-zone').waitFor()
}

const give = (page: Page, file: Awaited<ReturnType<typeof ownSheet>>['file']) =>
  page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)

describe.skipIf(!hasChromium)('a sheet of one’s own, in a browser', () => {
  let journey: Journey
  let page: Page
  let parks: string[]
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open('xiang')
    const units = (await (await page.request.get('/api/unit?size=500')).json()) as ListReply
    parks = units.rows.filter(({ id }) => id.startsWith('SF-')).map((row) => String(row.name_zh))
  })
  afterAll(() => journey.close())

  const stored = async (mark: string) => {
    const reply = await page.request.get(`/api/project?q=${encodeURIComponent(mark)}&sort=name_zh`)
    return ((await reply.json()) as ListReply).rows
  }

  it('is mapped, every doubtful cell is answered, and only then it comes in, park by park', async () => {
    const { file } = await ownSheet(parks, '初次')
    await openDoor(page)
    await give(page, file)
    await page.locator('.mapping-columns').waitFor()
    expect(
      await page
        .getByRole('row', { name: /拟开工时间/ })
        .first()
        .innerText(),
    ).toContain('计划开工')
    expect(await page.getByText('小节标题（一、二、…）').count()).toBeGreaterThan(0)
    await picture(page, 'own-sheet-columns-zh')
    expect(await seriousViolations(page)).toEqual([])
    await button(page, '下一步').click()
    await page.getByText('还有 6 格没有确认').waitFor()
    expect(await button(page, '试读').isDisabled()).toBe(true)
    await picture(page, 'own-sheet-doubts-zh')
    expect(await seriousViolations(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    const days = page.getByRole('region', { name: '日期只到月 · 计划开工' })
    await days.getByRole('button', { name: '全部确认' }).click()
    for (const cell of ['重点项目!D6', '重点项目!E6', '重点项目!G11', '重点项目!A10'])
      await button(page, `${cell} 确认`).click()
    await page.getByText('存疑的单元格都已确认').waitFor()
    expect(await stored('初次')).toEqual([])
    await button(page, '试读').click()
    await page.getByText('全部可以导入').waitFor()
    await page.getByText('记住这次的对应').click()
    await button(page, '确认导入').click()
    await page.getByText('导入完成').waitFor()
    await page.getByText('已记住“重点项目清单”').waitFor()
    await settled(page)
    const rows = await stored('初次')
    expect(
      rows.map(({ name_zh, investment, investment_qualifier, planned_start }) => [
        name_zh,
        investment,
        investment_qualifier,
        planned_start,
      ]),
    ).toEqual([
      ['传感器厂房初次', '1.2', null, '2026-03-01'],
      ['市政管网初次', '0.35', null, null],
      ['医药平台初次', '0.08', 'about', '2026-06-01'],
      ['园区道路初次', '1.2', null, '2026-03-05'],
    ])
    expect(new Set(rows.map(({ unit_id }) => unit_id)).size).toBe(3)
    expect(faultsOf(page)).toEqual([])
  })

  it('is read at once the next time, by what was remembered, with the answers that last', async () => {
    const { file, near } = await ownSheet(parks, '再次')
    await openDoor(page)
    await give(page, file)
    await page.getByText(/表头与“重点项目清单”（.+）相同/).waitFor()
    await button(page, '下一步').click()
    await page.locator('.question').first().waitFor()
    // What was said of all such cells lasts, the park's name among it.
    expect(await page.getByText(`没有找到“${near}”`).count()).toBe(0)
    await page.getByText('存疑的单元格都已确认').waitFor()
    await button(page, '试读').click()
    await page.getByText('全部可以导入').waitFor()
    await page.getByText('记住这次的对应').click()
    await button(page, '确认导入').click()
    await page.getByText('导入完成').waitFor()
    await page.getByText('已记住“重点项目清单”').waitFor()
    expect((await stored('再次')).length).toBe(4)
    expect(faultsOf(page)).toEqual([])
  })

  it('can be answered on a phone and by keyboard alone', async () => {
    const small = await journey.open('xiang', phone)
    const { file } = await ownSheet(parks, '手机')
    await openDoor(small)
    await give(small, file)
    await small.locator('.mapping-columns').waitFor()
    await settled(small)
    expect(await overflows(small)).toBe(false)
    await button(small, '下一步').focus()
    await small.keyboard.press('Enter')
    await small.locator('.question').first().waitFor()
    await settled(small)
    expect(await overflows(small)).toBe(false)
    expect(await seriousViolations(small)).toEqual([])
    expect(faultsOf(small)).toEqual([])
  })
})
