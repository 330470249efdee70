import type { Locator, Page } from 'playwright-core'
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

describe.skipIf(!hasChromium)('projects seen together, in a browser', () => {
  let journey: Journey
  let page: Page
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open('xiang')
  })
  afterAll(() => journey.close())

  const create = async (record: string, data: object) => {
    const made = await page.request.post(`/api/${record}`, { headers: { 'x-yipanqi': '1' }, data })
    return ((await made.json()) as { row: { id: string } }).row.id
  }
  const show = async (address: string, where = page) => {
    await where.goto(address)
    await settled(where)
    expect(await overflows(where)).toBe(false)
    expect(await seriousViolations(where)).toEqual([])
  }

  it('the table is grouped by park, each group with its count, its investment and its plan', async () => {
    await show('/portfolio?view=table&group=unit_id')
    const heads = page.locator('.group-head')
    await heads.nth(9).waitFor()
    expect(await heads.count()).toBe(10)
    await heads
      .first()
      .getByText(/\d+ 年计划/)
      .waitFor()
    expect(await heads.first().innerText()).toMatch(/4 条.*年计划 [\d.]+亿元/s)
    await heads.first().getByRole('button').click()
    await page.locator('tbody tr[tabindex]').nth(3).waitFor()
    await picture(page, 'portfolio-table-zh')
    await page.getByRole('combobox', { name: '分组' }).click()
    await page.getByTitle('包联领导').click()
    await page.waitForURL(/group=leader/)
  })

  describe('the Gantt of many projects', () => {
    const rows = () => page.locator('.gantt-project')
    const drag = async (bar: Locator) => {
      const box = await bar.boundingBox()
      if (!box) throw new Error('there is no bar to drag')
      await page.mouse.move(box.x + 4, box.y + 5)
      await page.mouse.down()
      await page.mouse.move(box.x + 60, box.y + 5, { steps: 6 })
      await page.mouse.up()
    }

    it('shows each with forecast, baseline and promise', async () => {
      await show('/portfolio?view=gantt&unit=SF')
      await page.getByText('共 40 个项目').waitFor()
      expect(await rows().count()).toBeLessThan(40)
      expect(await page.locator('.gantt-project .gantt-then').count()).toBeGreaterThan(0)
      await picture(page, 'portfolio-gantt-zh')
    })

    it('another zoom keeps today in view, and says which year it is', async () => {
      await show('/portfolio?view=gantt&unit=SF')
      for (const zoom of ['周', '年', '月']) {
        await page.locator('.gantt-tools').getByText(zoom, { exact: true }).click()
        await page.waitForURL(/zoom=/)
        await settled(page)
        const [room, today] = await Promise.all([
          page.locator('.gantt-scroller').boundingBox(),
          page.locator('.gantt-today').boundingBox(),
        ])
        expect(today?.x).toBeGreaterThan(room?.x ?? 0)
        expect(today?.x).toBeLessThan((room?.x ?? 0) + (room?.width ?? 0))
      }
      expect(await page.locator('.gantt-axis span').nth(5).innerText()).toMatch(/^\d{4}年\d+月$/)
    })

    it('a node that is dragged shows what it would move; what was kept is put back by a click and by keys', async () => {
      await show('/portfolio?view=gantt&unit=SF&zoom=month&state=preliminary&name_zh.contains=数控装备')
      await page.locator('.gantt-name button').first().click()
      const bar = () => page.locator('.gantt-node .gantt-bar[data-movable]').first()
      await bar().waitFor()
      const before = await bar().getAttribute('title')
      const keep = async () => {
        await page.getByRole('button', { name: '按此保存' }).click()
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
        await settled(page)
      }
      await drag(bar())
      await keep()
      const moved = await bar().getAttribute('title')
      expect(moved).not.toBe(before)
      await page.getByRole('button', { name: '撤销 (1)' }).click()
      await page.getByText('已撤销').first().waitFor()
      await settled(page)
      expect(await bar().getAttribute('title')).toBe(before)
      await bar().focus()
      for (let day = 0; day < 14; day += 1) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await keep()
      expect(await bar().getAttribute('title')).not.toBe(before)
      await bar().focus()
      await page.keyboard.press('Control+z')
      await page.getByRole('button', { name: '撤销', exact: true }).waitFor()
      await settled(page)
      expect(await bar().getAttribute('title')).toBe(before)
    })
  })

  it('a promise that is dragged says what it leaves and what breaks; it is kept, and put back by a click and by keys', async () => {
    await show('/portfolio?view=gantt&unit=SF&zoom=month&state=preliminary&name_zh.contains=数控装备')
    const mark = () => page.locator('.promised-mark[data-movable]').first()
    const dialog = page.getByRole('dialog')
    const drag = async () => {
      await mark().focus()
      const box = await mark().boundingBox()
      if (!box) throw new Error('there is no promise to drag')
      await page.mouse.move(box.x, box.y + 10)
      await page.mouse.down()
      await page.mouse.move(box.x + 120, box.y + 10, { steps: 4 })
      await page.mouse.move(box.x - 160, box.y + 10, { steps: 4 })
      await page.mouse.up()
      await dialog
        .getByText(/晚 \d+ 个工作日/)
        .last()
        .waitFor()
    }
    await mark().waitFor()
    const before = await mark().getAttribute('aria-label')
    await drag()
    await dialog.getByText(/还差\d+个工作日.*主体结构/).waitFor()
    expect(await seriousViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: '放弃' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await mark().getAttribute('aria-label')).toBe(before)
    await drag()
    await dialog.getByRole('button', { name: '按此保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await settled(page)
    expect(await mark().getAttribute('aria-label')).not.toBe(before)
    await page.getByRole('button', { name: '撤销 (1)' }).click()
    await page.getByText('已撤销').first().waitFor()
    await settled(page)
    expect(await mark().getAttribute('aria-label')).toBe(before)
    await mark().focus()
    for (let week = 0; week < 8; week += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await dialog
      .getByText(/早 \d+ 个工作日/)
      .last()
      .waitFor()
    await dialog.getByRole('button', { name: '按此保存' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await settled(page)
    await mark().focus()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: '撤销', exact: true }).waitFor()
    await settled(page)
    expect(await mark().getAttribute('aria-label')).toBe(before)
  })

  it('a promise in the past is refused with the server’s reason, and stays where it was', async () => {
    await show('/portfolio?view=gantt&unit=SF&zoom=year&state=preliminary&name_zh.contains=数控装备')
    const mark = page.locator('.promised-mark[data-movable]').first()
    const before = await mark.getAttribute('aria-label')
    await mark.focus()
    for (let week = 0; week < 120; week += 1) await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByText(/请改为今天或以后/).waitFor()
    expect(await mark.getAttribute('aria-label')).toBe(before)
    expect(faultsOf(page)).toMatchObject([expect.stringContaining('422 POST')])
  })

  it('a project goes from reserve to full capacity by its card, asked at each step for what belongs to it', async () => {
    const name = '一抓到底的看板项目'
    await create('project', { unit_id: 'SF-HX', name_zh: name, investment: '3.5', promised_on: '2028-06-30' })
    await show(`/portfolio?view=kanban&unit=SF&q=${encodeURIComponent(name)}`)
    const card = page.locator('.kanban-card').filter({ hasText: name })
    const columns = page.locator('.kanban-column')
    await card.dragTo(columns.filter({ hasText: '在建' }))
    await page.getByText('“储备”的项目不能直接转为“在建”').waitFor()
    const step = async (action: string, column: string, day?: string) => {
      await card.getByRole('button', { name: `移动 ${name}` }).click()
      await page.getByRole('menuitem', { name: action, exact: true }).click()
      const dialog = page.getByRole('dialog')
      if (day) await dialog.getByRole('textbox').fill(day)
      await dialog.getByRole('button', { name: action, exact: true }).click()
      await columns.filter({ hasText: column }).locator('.kanban-card').filter({ hasText: name }).waitFor()
      // Each column is asked for by itself: the one it has left may still be on its way.
      await expect.poll(() => card.count()).toBe(1)
    }
    await step('签约', '签约', '2025-01-10')
    await step('进入前期', '前期')
    await step('开工', '开工', '2025-06-01')
    await step('转入在建', '在建')
    await step('竣工', '竣工', '2026-05-01')
    await step('投产', '投产', '2026-07-01')
    await step('达效', '达效', '2026-10-01')
    expect(await card.getByRole('button').count()).toBe(0)
    await show('/portfolio?view=kanban&unit=SF')
    await picture(page, 'portfolio-kanban-zh')
  })

  it('the map shows each park’s projects; a mark opens its project, and the table is one click away', async () => {
    await show('/portfolio?view=map&unit=SF')
    await picture(page, 'portfolio-map-zh')
    const mark = page.locator('.project-mark[role=button]').first()
    const name = ((await mark.getAttribute('aria-label')) ?? '').split(' · ')[0] ?? ''
    await mark.focus()
    await page.keyboard.press('Enter')
    await page.locator('.side-panel').getByText(name).first().waitFor()
    await show('/portfolio?view=map&unit=SF')
    await page.getByRole('button', { name: '看表格' }).click()
    await page.getByRole('link', { name }).first().waitFor()
  })

  it('the map by coordinates: closer by button, key and wheel, moved by hand; what has no place is counted and listed', async () => {
    await show('/portfolio?view=map&unit=SF')
    await page.getByText('按经纬度').click()
    await page.waitForURL(/map=coordinates/)
    await page.locator('.map-grid').waitFor()
    await settled(page)
    expect(await overflows(page)).toBe(false)
    expect(await seriousViolations(page)).toEqual([])
    await picture(page, 'portfolio-map-coordinates-zh')
    const marks = page.locator('.project-mark[role=button]')
    expect(await marks.count()).toBe(37)
    const scale = () => page.locator('.map-scale').innerHTML()
    const whole = await scale()
    await page.getByRole('button', { name: '放大' }).click()
    await page.locator('.coordinate-map').focus()
    await page.keyboard.press('+')
    const near = await scale()
    expect(near).not.toBe(whole)
    const at = async () => (await marks.first().boundingBox())?.x ?? 0
    const [before, sheet] = [await at(), await page.locator('.map-sheet').boundingBox()]
    if (!sheet) throw new Error('there is no map')
    await page.mouse.move(sheet.x + 300, sheet.y + 300)
    await page.mouse.down()
    await page.mouse.move(sheet.x + 260, sheet.y + 300, { steps: 3 })
    await page.mouse.up()
    expect((await at()) - before).toBeCloseTo(-40, 0)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await page.waitForFunction((was) => document.querySelector('.map-scale')?.innerHTML !== was, near)
    await page.getByRole('button', { name: '看全部' }).click()
    expect(await scale()).toBe(whole)
    await marks.first().click()
    await page.locator('.side-panel').waitFor()
    await show('/portfolio?view=map&map=coordinates&unit=SF')
    await page.getByRole('button', { name: '看表格' }).click()
    await page.getByRole('columnheader', { name: '经度' }).waitFor()
    const missing = page.getByRole('link', { name: /^\d+ 个项目未填经纬度$/ })
    const count = Number.parseInt(await missing.innerText(), 10)
    expect(count).toBeGreaterThanOrEqual(3)
    await missing.click()
    await page.getByText('经度 未填').waitFor()
    await settled(page)
    expect(await page.locator('tbody tr[tabindex]').count()).toBe(count)
  })

  it('a leader turns the cards on a phone, the own projects first', async () => {
    const small = await journey.open('zhu', phone)
    await show('/portfolio?view=cards&unit=SF', small)
    await small.getByText(/您包联 \d+ 个，排在最前/).waitFor()
    await picture(small, 'leader-card-zh')
    await small.getByRole('button', { name: '下一个' }).click()
    await small.getByText(/^2 \/ \d+$/).waitFor()
    await small.locator('.project-cards').focus()
    await small.keyboard.press('ArrowLeft')
    await small.getByText(/^1 \/ \d+$/).waitFor()
    expect(faultsOf(small)).toEqual([])
    await small.close()
  })

  it('a plan is kept as a baseline at one click, and what slips afterwards is told against it', async () => {
    const project = await create('project', {
      unit_id: 'SF-HX',
      name_zh: '留基线的示例项目',
      promised_on: '2028-12-29',
    })
    const plan = { headers: { 'x-yipanqi': '1' }, data: { template: 'municipal' } }
    await page.request.post(`/api/project/${project}/plan`, plan)
    await page.goto(`/records/project/${project}`)
    await page.getByRole('button', { name: '留存基线' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('基线名称').fill('签约时')
    await dialog.getByRole('button', { name: '留存基线' }).click()
    await page.getByText('较基线 不变').waitFor()
    await settled(page)
    const bar = page.locator('.gantt-bar[data-movable]').first()
    await bar.focus()
    for (let week = 0; week < 4; week += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '按此保存' }).click()
    await page.getByText(/较基线 晚 \d+ 工作日/).waitFor()
    await settled(page)
    expect(await seriousViolations(page)).toEqual([])
  })

  it('a joint start says what its projects add up to beside what was published; a year’s list adds up', async () => {
    const all = await journey.open('zong')
    await show('/records/joint-start/published-nn-2022-03', all)
    await all.getByText('公布数比台账已知合计多约1.04亿元；尚有 1 项总投资未填。').waitFor()
    await show('/year-list?unit=SF', all)
    await all.getByText('投资方调整布局').waitFor()
    expect(await all.locator('.year-sum').innerText()).toMatch(
      /年初\s*35 个.*进入\s*5 个.*退出\s*1 个.*现有\s*39 个/s,
    )
    expect(faultsOf(all)).toEqual([])
    await all.close()
  })

  it('the projects of a joint start are found by name one after the other, and each keeps its name', async () => {
    await page.goto('/records/joint-start/new?unit=SF')
    await page.getByLabel('批次').first().fill('四季度集中开工')
    await page.getByLabel('月份').first().fill('2026年11月')
    const field = page.getByLabel('项目', { exact: true }).first()
    for (const name of ['云谷园实验学校', '新材料园实验学校']) {
      await field.fill(name)
      const option = page.locator('.ant-select-item-option', { hasText: name })
      await option.waitFor()
      await field.press('Enter')
    }
    const chosen = page.locator('.ant-select-selection-item-content').filter({ hasText: '实验学校' })
    expect(await chosen.allInnerTexts()).toEqual(['云谷园实验学校新建工程', '新材料园实验学校新建工程'])
    await page.getByRole('button', { name: '创建' }).click()
    await page.getByText('2 项均已知').waitFor()
    await page.getByText('2026年11月').first().waitFor()
  })

  it('nothing went wrong on the way', () => {
    expect(faultsOf(page)).toEqual([])
  })
})
