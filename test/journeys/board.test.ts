import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsFolder } from '#main/folders'
import { publishedFigures } from '#main/world/facts'
import {
  desktop,
  faultsOf,
  hasChromium,
  openJourney,
  overflows,
  phone,
  picture,
  settled,
  type Journey,
} from '#test/support/browser'

const zones = ['QD', 'YC', 'NN', 'LZ', 'NJ', 'GL', 'SF']
const published = publishedFigures(readFileSync(join(factsFolder, 'figures.csv'), 'utf8'))

const plain = (words: string) => words.replace(/[\s,，]/g, '')
const unitInAddress = (page: Page) => new URL(page.url()).searchParams.get('unit')
const mapOf = (page: Page) => page.locator('svg.unit-map a[data-unit]')

/** Presses Tab until the map is reached; what a keyboard user would do, and no more than they would bear. */
async function tabToMap(page: Page): Promise<string | undefined> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const unit = await page.evaluate(() => document.activeElement?.getAttribute('data-unit'))
    if (unit) return unit
  }
  return undefined
}

describe.skipIf(!hasChromium)('the board in a browser', () => {
  let journey: Journey
  let page: Page
  beforeAll(async () => {
    journey = await openJourney()
    page = await journey.open(undefined)
  })
  afterAll(() => journey.close())

  it('is where the national observer begins, one click after the sign-in page', async () => {
    await page.goto('/')
    await page.getByRole('button', { name: '总览' }).click()
    await page.waitForURL(/\/board/)
    // The page's parts come one after the other; what is asked of each is asked once it is there.
    await mapOf(page).first().waitFor()
    await page.locator('#figures-LZ .tile').first().waitFor()
    await settled(page)
    expect(await mapOf(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-unit')))).toEqual(
      expect.arrayContaining(zones),
    )
    await picture(page, 'board-all-zh-light-desktop')
  })

  it('says 示范 of every late line of the sample zone, which stands among real zones', async () => {
    const lines = page.locator('.board-column .due-line')
    expect(await lines.count()).toBeGreaterThan(0)
    expect(await lines.filter({ hasNot: page.locator('.sample-mark') }).count()).toBe(0)
  })

  it('shows what is known of the one park of a zone that has no figure of its own', async () => {
    await page.goto('/board?unit=NJ')
    const cards = page.locator('.key-heads .key-card')
    await cards.first().waitFor()
    expect(await cards.count()).toBeGreaterThan(1)
    expect(await cards.filter({ hasText: '江宁园' }).count()).toBe(await cards.count())
    await page.goto('/board')
    await page.locator('#figures-LZ .tile').first().waitFor()
    await settled(page)
  })

  it('shows every published figure of Lanzhou as a tile', async () => {
    const figures = published.filter((figure) => figure.unit_code === 'LZ')
    const tiles = (await page.locator('#figures-LZ .tile').allInnerTexts()).map(plain)
    expect(figures.length).toBeGreaterThan(10)
    for (const { id, subject, value } of figures) {
      const found = tiles.filter((tile) => tile.includes(plain(subject)) && tile.includes(value ?? '—'))
      expect(found, `${id} ${subject} ${value ?? ''}`).not.toHaveLength(0)
    }
  })

  it('says of LZ-16 what its source leaves open, and explains it', async () => {
    const open = page.locator('#figures-LZ .tile[data-open]')
    expect(await open.count()).toBe(1)
    expect(await open.innerText()).toContain('出处未明')
    await open.getByRole('button').click()
    const panel = page.getByRole('dialog')
    await panel.getByText('出处未明').first().waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
  })

  it('leads from the zones to the sample zone, to a park, to a key figure and to what it is made of', async () => {
    await mapOf(page).and(page.locator('[data-unit="SF"]')).click()
    await page.getByRole('heading', { level: 1, name: '示范高新区看板' }).waitFor()
    await settled(page)
    const park = mapOf(page).first()
    const code = await park.getAttribute('data-unit')
    await park.click()
    await page.waitForURL((url) => url.searchParams.get('unit') === code)
    await settled(page)
    const figures = page.locator('.key-card .figure-button')
    expect(await figures.count()).toBeGreaterThanOrEqual(6)
    const panel = page.getByRole('dialog')
    const inputs = panel.locator('.explain-walk')
    for (let index = 0; index < (await figures.count()); index++) {
      await figures.nth(index).click()
      await panel.waitFor()
      await settled(page)
      if ((await inputs.count()) > 0) break
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'hidden' })
    }
    const before = await panel.locator('.ant-drawer-title').innerText()
    await inputs.first().click()
    await panel.getByRole('button', { name: '返回上一个数据' }).waitFor()
    await settled(page)
    await panel.getByRole('button', { name: '返回上一个数据' }).click()
    await settled(page)
    expect(await panel.locator('.ant-drawer-title').innerText()).toBe(before)
    expect(faultsOf(page)).toEqual([])
  })

  it('explains a figure of the whole zone by its parks', async () => {
    await page.goto('/board?unit=SF')
    await settled(page)
    await page.locator('.key-card .figure-button').first().click()
    const panel = page.getByRole('dialog')
    await panel.getByText('由以下数据得出').waitFor()
    expect(await panel.locator('.explain-walk').count()).toBeGreaterThanOrEqual(10)
    await picture(page, 'explain-zh')
    await page.keyboard.press('Escape')
  })

  it('has a table for every chart, one click away', async () => {
    await page.goto('/board?unit=SF')
    await settled(page)
    const switches = page.getByRole('button', { name: /^看表格/ })
    const count = await switches.count()
    expect(count).toBeGreaterThanOrEqual(2)
    const before = await page.locator('.board table').count()
    for (let left = count; left > 0; left--) await switches.first().click()
    expect(await page.locator('.board table').count()).toBe(before + count)
  })

  it('can be walked by keyboard: Tab reaches the map, Enter goes down', async () => {
    await page.goto('/board?unit=SF')
    await settled(page)
    const unit = await tabToMap(page)
    expect(unit).toMatch(/^SF/)
    await page.keyboard.press('ArrowRight')
    const next = await page.evaluate(() => document.activeElement?.getAttribute('data-unit'))
    expect(next).not.toBe(unit)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('unit') === next)
    expect(unitInAddress(page)).toBe(next)
  })

  it('is what a director sees of the own zone', async () => {
    const director = await journey.open('zhu')
    await director.goto('/')
    await director.getByRole('heading', { level: 1, name: '示范高新区看板' }).waitFor()
    await settled(director)
    expect(await overflows(director)).toBe(false)
    await picture(director, 'board-zone-zh-light-desktop')
    expect(faultsOf(director)).toEqual([])
  })

  it('speaks English and stands the dark', async () => {
    const director = await journey.open('zhu', { ...desktop, language: 'en', dark: true })
    await director.goto('/board')
    await director.getByText('How do we stand').waitFor()
    await settled(director)
    expect(await director.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await picture(director, 'board-zone-en-dark-desktop')
  })

  it('fills a big screen without scrolling', async () => {
    const screen = await journey.open('zhu', { width: 1920, height: 1080 })
    await screen.goto('/board/screen')
    await screen.locator('svg.unit-map').first().waitFor()
    await settled(screen)
    const fits = await screen.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement
      return scrollWidth <= 1920 && scrollHeight <= 1080
    })
    expect(fits).toBe(true)
    await picture(screen, 'board-screen-zh')
  })

  it('is one column on a phone', async () => {
    const small = await journey.open('zhu', phone)
    await small.goto('/board')
    await small.locator('.key-card').first().waitFor()
    await settled(small)
    expect(await overflows(small)).toBe(false)
    await picture(small, 'board-phone-zh')
  })
})
