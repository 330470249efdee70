import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf } from '#engine/records/record'
import { modules, records } from '#console/registry'
import {
  desktop,
  faultsOf,
  hasChromium,
  openJourney,
  overflows,
  phone,
  seriousViolations,
  settled,
  type Journey,
  type View,
} from '#test/support/browser'

/** Whoever has something to do on most pages; the structure and the calendar belong to the administrator. */
const usual = 'jing'
const administrator = 'guan'
const auditor = 'shen'
const byAdministrator =
  /^\/(administration|organisation|calendar|records\/(unit|organ|person|post|calendar-day|extra-field|access-request))/

/** Who opens the page at an address. */
const opensIt = (path: string): string =>
  path.startsWith('/audit') ? auditor : byAdministrator.test(path) ? administrator : usual

const lists = records.map((record) => `/records/${addressOf(record)}`)
const own = modules
  .flatMap((module) => module.pages ?? [])
  .map((page) => page.path)
  .filter((path) => !path.includes('$'))
const signedIn = [
  ...own,
  ...lists,
  '/records/project/new',
  '/records/post/new',
  '/dictionary',
  '/no-such-page',
]

/** Rows to open in their own page, by the list that leads to them. */
const opened: Readonly<Record<string, string>> = {
  '/records/project/$id': 'project',
  '/records/enterprise/$id': 'enterprise',
  '/reports/$id': 'report',
  '/organisation/people/$id': 'person',
}

const views: readonly (readonly [string, View])[] = [
  ['中文 · desktop · light', desktop],
  ['中文 · phone · dark', { ...phone, dark: true }],
  ['English · desktop · dark', { ...desktop, language: 'en', dark: true }],
  ['English · phone · light', { ...phone, language: 'en' }],
]

/** Latin words that belong in a Chinese page: names, accounts, keys, codes, formulas and what is quoted from files. */
const latin = /^(Yipanqi|English|Excel|Word|Ctrl|Shift|Alt|Enter|Delete|CSV|XLSX|CGCS|fang|xiang)$/i

/** Latin words of four letters and more in the words of a page, except in what is a code by nature. */
const englishIn = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('script, style, code, pre, svg title, [lang="en"], .dictionary-table'))
        continue
      if (!parent.checkVisibility()) continue
      for (const word of node.textContent?.match(/[A-Za-z]{4,}/g) ?? [])
        found.push(`${word} (${parent.closest('[class]')?.className.toString().slice(0, 40) ?? ''})`)
    }
    return found
  })

describe.skipIf(!hasChromium)('every page, for everyone', () => {
  let journey: Journey
  const rows = new Map<string, string>()
  beforeAll(async () => {
    journey = await openJourney('small')
    for (const account of [usual, administrator]) {
      const page = await journey.open(account)
      for (const [path, record] of Object.entries(opened)) {
        const reply = await page.request.get(`/api/${record}?size=1`)
        if (!reply.ok() || rows.has(path)) continue
        const { rows: found } = (await reply.json()) as { rows: { id: string }[] }
        if (found[0]) rows.set(path, path.replace('$id', encodeURIComponent(found[0].id)))
      }
      await page.close()
    }
  })
  afterAll(() => journey.close())

  it('has a row of every kind to open', () => {
    expect([...rows.keys()].toSorted()).toEqual(Object.keys(opened).toSorted())
  })

  describe.each(views)('%s', (_name, view) => {
    const chinese = view.language !== 'en'

    /** What is wrong with the page at this address, as one line each. */
    async function wrongWith(page: Page, path: string): Promise<string[]> {
      await page.goto(path)
      await page.locator('h1').first().waitFor({ state: 'attached' })
      await settled(page)
      const english = chinese
        ? (await englishIn(page)).filter((word) => !latin.test(word.split(' ')[0] ?? ''))
        : []
      return [
        ...faultsOf(page),
        ...((await overflows(page)) ? ['wider than the window'] : []),
        ...(await seriousViolations(page)),
        ...english.slice(0, 5).map((word) => `English: ${word}`),
      ].map((fault) => `${path}  ${fault}`)
    }

    it('sign-in', async () => {
      const page = await journey.open(undefined, view)
      expect(await wrongWith(page, '/sign-in')).toEqual([])
      await page.context().close()
    })

    it('what the frame opens: search over everything, and the choice of a period', async () => {
      const page = await journey.open(usual, view)
      await page.goto('/home')
      // Nothing hears a key before the page stands.
      await page.getByRole('heading', { level: 1 }).waitFor()
      await settled(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: chinese ? '搜索' : 'Search' }).waitFor()
      await page.keyboard.type('sf')
      await page.getByRole('option').first().waitFor()
      await settled(page)
      expect(await seriousViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: chinese ? /当前期间/ : /Period/ }).click()
      await page.getByRole('button', { name: chinese ? /全年/ : /Whole year/ }).waitFor()
      await settled(page)
      expect(await seriousViolations(page)).toEqual([])
      await page.context().close()
    })

    it.each([usual, administrator, auditor])(
      'the pages of %s',
      async (account) => {
        const all = [...signedIn, ...rows.values()]
        const paths = all.filter((path) => opensIt(path) === account)
        const wrong: string[] = []
        const lane = async () => {
          const page = await journey.open(account, view)
          for (let path = paths.shift(); path; path = paths.shift())
            wrong.push(...(await wrongWith(page, path)))
          await page.context().close()
        }
        // A page waits more than it works: three at a time are twice as quick.
        await Promise.all([lane(), lane(), lane()])
        expect(wrong).toEqual([])
        // Dozens of pages, each loaded, read and checked: half a minute alone, more beside other tests.
      },
      180_000,
    )
  })
})
