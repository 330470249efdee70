import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskReply } from '#modules/projects/dispatch-contract'
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
import { wordText } from '#test/support/word-text'

/** The smallest picture there is. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe.skipIf(!hasChromium)('a month’s dispatch, in a browser', () => {
  let journey: Journey
  let desk: Page
  beforeAll(async () => {
    journey = await openJourney('small')
    desk = await journey.open('jing')
  })
  afterAll(() => journey.close())

  const rows = async (page: Page) =>
    ((await (await page.request.get('/api/dispatch-desk?unit=SF')).json()) as DeskReply).rows
  const rowOf = (name: string) => desk.locator('tr', { has: desk.getByRole('link', { name, exact: true }) })

  it('an officer on a phone reports the month with a photo; what is missing is said until nothing is', async () => {
    const small = await journey.open('xiang', phone)
    const missing = (await rows(small)).find(({ standing }) => standing === 'missing')
    await small.goto('/dispatch?unit=SF')
    await small.getByRole('link', { name: `填报：${missing?.name}` }).click()
    const main = small.getByRole('main')
    await main.getByText('还差：本月完成投资、形象进度').waitFor()
    await main.getByText(/^上月 \d/).waitFor()
    expect(await seriousViolations(small)).toEqual([])
    expect(await overflows(small)).toBe(false)
    await picture(small, 'dispatch-phone-zh')
    await main.getByLabel('本月完成投资').fill('1200万')
    await main.getByLabel('形象进度').fill('二层结构封顶')
    await main
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo })
    await main.getByText('已填齐，可以提交').waitFor()
    await main.getByRole('button', { name: '提交审核' }).click()
    await small.getByText('已提交，等待审核').waitFor()
    const sent = (await rows(small)).find(({ project }) => project === missing?.project)
    expect(sent).toMatchObject({ standing: 'submitted', invested: '0.12', progress: '二层结构封顶' })
    const files = await small.request.get(`/api/project-month/${sent?.report}/attachments`)
    expect(((await files.json()) as { entries: unknown[] }).entries).toHaveLength(1)
    expect(faultsOf(small)).toEqual([])
    await small.close()
  })

  it('the desk returns one report with its reason and accepts the rest at once', async () => {
    const waiting = (await rows(desk)).filter(({ standing }) => standing === 'submitted')
    const [first] = waiting
    await desk.goto('/dispatch?unit=SF')
    await desk.getByRole('button', { name: `退回：${first?.name}` }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByRole('textbox').fill('投资额与监理月报不符')
    await dialog.getByRole('button', { name: '退回修改' }).click()
    await rowOf(first?.name ?? '')
      .getByText('投资额与监理月报不符')
      .waitFor()
    await settled(desk)
    expect(await seriousViolations(desk)).toEqual([])
    expect(await overflows(desk)).toBe(false)
    await picture(desk, 'dispatch-desk-zh')
    await desk.getByRole('button', { name: /选中全部待审核/ }).click()
    await desk.getByRole('button', { name: `审定所选 ${waiting.length - 1} 项` }).click()
    await desk.getByText(`已审定 ${waiting.length - 1} 项`).waitFor()
    expect((await rows(desk)).filter(({ standing }) => standing === 'submitted')).toEqual([])
  })

  it('a figure of the report leads to its projects, and the Word file says the same', async () => {
    await desk.goto('/dispatch/report?unit=SF')
    const number = desk.locator('.report-keys button').nth(0)
    await number.waitFor()
    await settled(desk)
    const shown = (await number.innerText()).replace(/\D/g, '')
    expect(await seriousViolations(desk)).toEqual([])
    expect(await overflows(desk)).toBe(false)
    await picture(desk, 'dispatch-report-zh')
    await number.click()
    const panel = desk.getByRole('dialog')
    expect(await panel.locator('.behind li').count()).toBe(Number(shown))
    await panel.getByRole('button', { name: /close|关闭/i }).click()
    const coming = desk.waitForEvent('download')
    await desk.getByRole('link', { name: '下载 Word' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe('示范高新区2026年10月重大项目调度报告.docx')
    const text = wordText(await readFile(await download.path()))
    expect(text).toContain(`年度清单项目${shown}个`)
    expect(text).toContain('一、总体情况')
    expect(text).toContain('红灯项目')
  })

  it('the month is closed, and a report of it is not begun any more', async () => {
    await desk.goto('/dispatch?unit=SF&period=2026-10')
    await desk.getByRole('button', { name: '冻结本月' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '冻结本月' }).click()
    await desk.getByText(/于 .* 冻结；更正须由领导/).waitFor()
    await settled(desk)
    expect(await desk.getByRole('link', { name: /^填报：/ }).count()).toBe(0)
  })

  it('from an overdue blocker to its letter of supervision, numbered when a leader issues it', async () => {
    await desk.goto('/dispatch?unit=SF')
    const due = desk.locator('.letters-due li', { hasText: '该发督办函' }).first()
    await due.getByRole('link').first().click()
    await desk.getByRole('button', { name: '拟督办函' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: '拟稿', exact: true }).click()
    await desk.waitForURL(/records\/letter\//)
    await desk.getByText('未编号（签发时编号）').waitFor()
    const leader = await journey.open('zhu')
    await leader.goto(desk.url())
    await leader.getByRole('button', { name: '签发' }).click()
    await leader.getByRole('dialog').getByRole('button', { name: '签发' }).click()
    await leader.getByRole('heading', { name: /^督办函〔\d{4}〕\d+号$/ }).waitFor()
    expect(await seriousViolations(leader)).toEqual([])
    expect(faultsOf(leader)).toEqual([])
    await leader.close()
  })

  it('the agenda leaves out what is not ticked', async () => {
    await desk.goto('/dispatch/agenda?unit=SF')
    const boxes = desk.locator('.agenda-matter input')
    await boxes.first().waitFor()
    const count = await boxes.count()
    await boxes.first().click()
    await desk.getByText(`已选 ${count - 1} 项，未销号堵点共 ${count} 项`).waitFor()
    expect(await seriousViolations(desk)).toEqual([])
  })

  it('nothing went wrong on the way', () => {
    expect(faultsOf(desk)).toEqual([])
  })
})
