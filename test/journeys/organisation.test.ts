import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  faultsOf,
  hasChromium,
  openJourney,
  overflows,
  picture,
  settled,
  type Journey,
} from '#test/support/browser'

const order = (page: Page) =>
  page
    .getByRole('tree', { name: '单位' })
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((row) => row.id))

describe.skipIf(!hasChromium)('the organisation in a browser', () => {
  let journey: Journey
  let page: Page
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open('guan')
  })
  afterAll(() => journey.close())

  it('shows the administrator the tree of units, and of one unit its organs, posts and people', async () => {
    await page.goto('/organisation?unit=SF')
    await page.getByRole('tree', { name: '单位' }).waitFor()
    await settled(page)
    expect(await page.getByRole('treeitem').count()).toBeGreaterThan(10)
    expect(await overflows(page)).toBe(false)
    await picture(page, 'organisation-zh')
  })

  it('moves a unit by keyboard alone, and back', async () => {
    const before = await order(page)
    const moved = page.getByRole('tree', { name: '单位' }).getByRole('treeitem').nth(2)
    const name = (await moved.locator('.tree-name').innerText()).split(/\s/)[0] ?? ''
    await moved.focus()
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`移动「${name}」`).waitFor()
    await dialog.getByLabel('位置').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: '移动' }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await settled(page)
    expect(await order(page)).not.toEqual(before)
    await page.getByRole('button', { name: '撤销' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => order(page)).toEqual(before)
    expect(faultsOf(page)).toEqual([])
  })

  it('shows which days are working days', async () => {
    await page.goto('/calendar')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
    expect(await overflows(page)).toBe(false)
    await picture(page, 'calendar-zh')
    expect(faultsOf(page)).toEqual([])
  })

  it('adds a field to the zone’s projects in the form, which then asks for it', async () => {
    await page.goto('/records/extra-field/new?unit=SF')
    await page.getByRole('textbox', { name: /^记录类型/ }).fill('项目')
    await page.getByRole('textbox', { name: /^标识/ }).fill('land_use')
    await page.getByRole('textbox', { name: /^名称/ }).fill('用地性质')
    await page.getByRole('combobox', { name: /^类型/ }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '选项' }).click()
    await page.getByRole('textbox', { name: /^选项/ }).fill('工业用地、商业用地')
    await page.getByRole('button', { name: '创建', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '用地性质' }).waitFor()
    await page.getByText('示范高新区').first().waitFor()
    const officer = await journey.open('xiang')
    await officer.goto('/records/project/new?unit=SF')
    await officer.getByRole('combobox', { name: /^用地性质/ }).waitFor()
    expect([...faultsOf(page), ...faultsOf(officer)]).toEqual([])
  })
})
