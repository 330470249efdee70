import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GridReply } from '#modules/indicators/contract'
import {
  faultsOf,
  hasChromium,
  openJourney,
  overflows,
  picture,
  settled,
  type Journey,
} from '#test/support/browser'

const period = '2026-10'
const explanation = '季度集中入库'

/** Pastes as Excel would: the block stands in the clipboard, and the cell one stands in takes it. */
async function paste(page: Page, block: string): Promise<void> {
  await page.locator('[data-row="0"][data-column="0"]').click()
  await page.evaluate((clip) => {
    const data = new DataTransfer()
    data.setData('text/plain', clip)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, block)
}

const saved = (page: Page) => page.locator('.save-state[data-state="saved"]').waitFor()

/** An action of the report's head, and the question that follows it. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await settled(page)
}

describe.skipIf(!hasChromium)('a month’s report from the grid to the board, in browsers', () => {
  let journey: Journey
  let statistician: Page
  let economist: Page
  let director: Page
  let address = ''
  let unit = ''
  let published = ''
  const tax = () =>
    director.locator('.key-card', { has: director.getByRole('heading', { name: '上缴税费' }) })
  beforeAll(async () => {
    journey = await openJourney()
    statistician = await journey.open('tong')
  })
  afterAll(() => journey.close())

  it('is found by the statistician among today’s work', async () => {
    await statistician.goto('/')
    await statistician.waitForURL(/\/home/)
    await statistician
      .getByRole('link', { name: /经济运行月报 2026年10月/ })
      .first()
      .click()
    await statistician.getByRole('grid').waitFor()
    await settled(statistician)
    address = new URL(statistician.url()).pathname
    expect(await overflows(statistician)).toBe(false)
  })

  it('shows every part right under its whole', async () => {
    const reply = await statistician.request.get(`/api/report/${address.split('/').at(-1) ?? ''}/grid`)
    const { lines } = (await reply.json()) as GridReply
    const names = new Map(lines.map(({ indicator }) => [indicator.code, indicator.name.zh]))
    const parts = lines.flatMap(({ indicator: { name, of_which } }) =>
      of_which && names.has(of_which) ? [[name.zh, names.get(of_which)] as const] : [],
    )
    expect(parts.length).toBeGreaterThan(0)
    const heads = statistician.getByRole('grid').locator('tbody tr:not(.grid-theme) th')
    const rows = await heads.evaluateAll((all) =>
      all.map((head) => ({
        text: head.textContent ?? '',
        isPart: (head as HTMLElement).dataset.part !== undefined,
      })),
    )
    for (const [part, whole] of parts) {
      let at = rows.findIndex(({ text }) => text.includes(`其中：${part}`))
      expect(rows[at]?.isPart, part).toBe(true)
      while (rows[at]?.isPart) at--
      expect(rows[at]?.text, part).toContain(whole)
    }
  })

  it('takes a block from Excel by the names of the indicators', async () => {
    const reply = await statistician.request.get(`/api/report/${address.split('/').at(-1) ?? ''}/grid`)
    const { lines, report } = (await reply.json()) as GridReply & { report: { unit_id: string } }
    unit = report.unit_id
    const rows = lines.map(({ indicator, previous, last_year }) => {
      const usual = previous?.value ?? last_year?.value ?? '1'
      const value = indicator.code === 'tax' ? (Number(last_year?.value ?? usual) * 2).toFixed(2) : usual
      return [indicator.name.zh, value].join('\t')
    })
    await paste(statistician, ['指标\t本期值', ...rows].join('\r\n'))
    await statistician.getByText(`已粘贴 ${lines.length} 格，按指标名称对应`).waitFor()
    await saved(statistician)
    await settled(statistician)
  })

  it('points at what is strange, and takes a word of explanation', async () => {
    const row = statistician.getByRole('row', { name: /^上缴税费/ })
    await row.locator('.grid-finding[data-severity="warning"]').waitFor()
    await row.getByText('请填写说明').waitFor()
    await picture(statistician, 'entry-grid-zh')
    published = await row.locator('.grid-value').innerText()
    await row.locator('.grid-explanation').click()
    await statistician.keyboard.press('F2')
    await statistician.keyboard.insertText(explanation)
    await statistician.keyboard.press('Enter')
    await row.getByText(explanation).waitFor()
    await saved(statistician)
    await row.getByText('请填写说明').waitFor({ state: 'hidden' })
  })

  it('is submitted, and then only read', async () => {
    await act(statistician, '提交审核')
    await statistician.getByText('已提交').first().waitFor()
    expect(await statistician.getByRole('main').getByRole('button', { name: '提交审核' }).count()).toBe(0)
    expect(faultsOf(statistician)).toEqual([])
  })

  it('changes the director’s board in the moment the economist publishes it, without a reload', async () => {
    director = await journey.open('zhu')
    await director.goto(`/board?unit=${unit}&period=${period}`)
    await director.getByRole('heading', { level: 1 }).waitFor()
    await settled(director)
    expect(await tax().locator('.figure-number').allInnerTexts()).not.toContain(published)

    economist = await journey.open('jing')
    await economist.goto(address)
    await economist.getByRole('grid').waitFor()
    await economist.getByText(explanation).first().waitFor()
    await act(economist, '审核通过')
    await act(economist, '发布')
    await economist.getByText('已发布').first().waitFor()
    const row = economist.getByRole('row', { name: /^上缴税费/ })
    expect(await row.locator('.grid-value').innerText()).toBe(published)
    await tax().getByText(published, { exact: true }).waitFor()
    expect(faultsOf(director)).toEqual([])
    expect(faultsOf(economist)).toEqual([])
  })
})
