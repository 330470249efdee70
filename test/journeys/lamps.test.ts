import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  hasChromium,
  openJourney,
  overflows,
  phone,
  picture,
  seriousViolations,
  settled,
  type Journey,
} from '#test/support/browser'

describe.skipIf(!hasChromium)('lamps, in a browser', () => {
  let journey: Journey
  let page: Page
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open('jing')
  })
  afterAll(() => journey.close())

  it('rules are written, tried with what would turn in view, and only then saved', async () => {
    await page.goto('/lamps/rules?unit=SF')
    await page.getByRole('button', { name: '修改规则' }).click()
    const save = page.getByRole('button', { name: '保存规则' })
    expect(await save.isDisabled()).toBe(true)
    const bands = page.getByLabel('分档').first()
    await bands.fill('绿灯 ≤0\n紫灯 >0')
    await page.getByText('第 2 行没有写明灯色').waitFor()
    expect(await page.getByRole('button', { name: '试算影响' }).isDisabled()).toBe(true)
    await bands.fill('绿灯 <5\n黄灯 ≥5 ≤8\n红灯 >8')
    await page.getByRole('button', { name: '试算影响' }).click()
    await page.getByRole('heading', { name: /试算结果/ }).waitFor()
    await page.getByText(/会改变 \d+ 盏灯/).waitFor()
    await settled(page)
    expect(await seriousViolations(page)).toEqual([])
    await picture(page, 'lamp-rules-zh')
    await bands.fill('绿灯 <5\n黄灯 ≥5 ≤9\n红灯 >9')
    expect(await save.isDisabled()).toBe(true)
    await page.getByRole('button', { name: '试算影响' }).click()
    await page.getByText(/会改变 \d+ 盏灯/).waitFor()
    await save.click()
    await page.getByText('规则已保存').waitFor()
    await page.getByText('5 至 9 个百分点为黄灯').waitFor()
    await page.getByRole('button', { name: '修改规则' }).waitFor()
    expect(await seriousViolations(page)).toEqual([])
  })

  it('an exemption is asked for from the lamp, approved by the leader, and seen beside it', async () => {
    const officer = await journey.open('xiang')
    const made = await officer.request.post('/api/project', {
      headers: { 'x-yipanqi': '1' },
      data: { unit_id: 'SF-HX', name_zh: '要豁免的项目', started_on: '2026-01-05' },
    })
    const { row } = (await made.json()) as { row: { id: string } }
    const year = new Date().toISOString().slice(0, 4)
    await officer.request.post('/api/project-year', {
      headers: { 'x-yipanqi': '1' },
      data: { project: row.id, year, project_class: 'carried_on' },
    })
    await officer.goto(`/records/project/${row.id}`)
    await officer.getByRole('button', { name: '申请豁免' }).first().click()
    await officer.getByLabel('正当理由').fill('统计部门正在核对立项文件')
    await officer.getByLabel('起始日').fill('2026-01-01')
    await officer.getByLabel('截止日').fill('2099-12-31')
    await officer.getByRole('button', { name: '保存' }).click()
    await officer.getByText('待批准').first().waitFor()
    const leader = await journey.open('zhu')
    await leader.goto(officer.url())
    await leader.getByRole('button', { name: '批准', exact: true }).click()
    await leader.getByText('已批准').first().waitFor()
    await officer.goto(`/records/project/${row.id}`)
    await officer.getByText(/已豁免：统计部门正在核对立项文件/).waitFor()
    await settled(officer)
    expect(await seriousViolations(officer)).toEqual([])
  })

  it('are read on a phone without scrolling sideways', async () => {
    const small = await journey.open('zhu', phone)
    for (const path of ['/records/project/sample-sf-hx-1', '/lamps/rules?unit=SF']) {
      await small.goto(path)
      await small.getByText(/绿灯/).first().waitFor()
      await settled(small)
      expect(await overflows(small)).toBe(false)
      expect(await seriousViolations(small)).toEqual([])
    }
  })
})
