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

describe.skipIf(!hasChromium)('a project’s plan, in a browser', () => {
  let journey: Journey
  let page: Page
  let project = ''
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open('xiang')
    const made = await page.request.post('/api/project', {
      headers: { 'x-yipanqi': '1' },
      data: { unit_id: 'SF-HX', name_zh: '倒排工期示例项目', kind: 'industrial', promised_on: '2028-12-29' },
    })
    project = ((await made.json()) as { row: { id: string } }).row.id
  })
  afterAll(() => journey.close())

  const bars = () => page.locator('.gantt-bar[data-movable]')

  it('begins from a template at one click, and says how it stands to the promise', async () => {
    await page.goto(`/records/project/${project}`)
    await page.getByRole('button', { name: '产业项目' }).click()
    await bars().first().waitFor()
    await settled(page)
    await page.getByText(/早 \d+ 个工作日/).waitFor()
    expect(await overflows(page)).toBe(false)
    expect(await seriousViolations(page)).toEqual([])
    await picture(page, 'plan-zh')
  })

  it('a bar that is dragged shows what it would move, and only then is kept', async () => {
    const drag = async () => {
      const box = await bars().first().boundingBox()
      if (!box) throw new Error('there is no bar to drag')
      await page.mouse.move(box.x + 2, box.y + 5)
      await page.mouse.down()
      await page.mouse.move(box.x + 120, box.y + 5, { steps: 6 })
      await page.mouse.up()
    }
    const finish = async () => (await page.locator('.plan-summary').innerText()).split('·')[0]
    const before = await finish()
    await drag()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText(/推后 \d+ 个工作日/)
      .first()
      .waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: '放弃' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await finish()).toBe(before)
    await drag()
    await dialog.getByRole('button', { name: '按此保存' }).click()
    await page.getByText('已保存').waitFor()
    await settled(page)
    expect(await finish()).not.toBe(before)
  })

  it('the flag of the promise is moved like a bar, and put back with it', async () => {
    const summary = () => page.locator('.plan-summary').innerText()
    const before = await summary()
    await page.locator('.promise-flag').focus()
    for (let week = 0; week < 4; week += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('改承诺竣工').waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: '按此保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await settled(page)
    expect(await summary()).not.toBe(before)
    await page.getByRole('button', { name: '撤销 (2)' }).click()
    await page.getByText('已撤销').waitFor()
    await settled(page)
    expect(await summary()).toBe(before)
    await page.getByRole('button', { name: '撤销 (1)' }).waitFor()
  })

  it('a month is reported on a phone from the project’s page, where it is listed afterwards', async () => {
    const small = await journey.open('xiang', phone)
    await small.goto(`/records/project/${project}`)
    await small.getByRole('button', { name: '月度进展', exact: true }).click()
    await small.getByRole('button', { name: '新建月度进展' }).click()
    const main = small.getByRole('main')
    await main.getByLabel('月份').first().fill('2026-10')
    await main
      .getByLabel(/本月完成投资/)
      .first()
      .fill('0.35')
    await main.getByLabel('形象进度').first().fill('桩基完成八成')
    await small
      .getByRole('button', { name: /^(创建|新建|保存)/ })
      .last()
      .click()
    await small.getByText('桩基完成八成').first().waitFor()
    expect(await overflows(small)).toBe(false)
    await small.goto(`/records/project/${project}`)
    await small.getByRole('button', { name: '月度进展', exact: true }).click()
    await small.getByRole('cell', { name: '桩基完成八成' }).waitFor()
    expect(faultsOf(small)).toEqual([])
    await small.close()
  })

  it('an entry without its proofs is refused with each that is missing, by name', async () => {
    // A refusal is an answer here; the page of the others must show none.
    const desk = await journey.open('xiang')
    const create = async (record: string, data: object) => {
      const made = await desk.request.post(`/api/${record}`, { headers: { 'x-yipanqi': '1' }, data })
      return ((await made.json()) as { row: { id: string } }).row.id
    }
    const begun = { unit_id: 'SF-HX', name_zh: '缺材料的项目', started_on: '2026-03-02' }
    const entry = await create('statistics-entry', { project: await create('project', begun), kind: 'works' })
    await desk.goto(`/records/statistics-entry/${entry}`)
    await desk.getByRole('button', { name: '提交申报' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('button', { name: '提交申报' }).click()
    await dialog.getByText('有 6 处需要更正').waitFor()
    await dialog.getByText('施工或购置合同：申报须附此项').waitFor()
    await dialog.getByText('四项一致已核对：尚未核对').waitFor()
    await settled(desk)
    expect(await seriousViolations(desk)).toEqual([])
    await desk.close()
  })

  it('nothing went wrong on the way', () => {
    expect(faultsOf(page)).toEqual([])
  })
})
