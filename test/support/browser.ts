import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page, type Request } from 'playwright-core'
import { fillWorld } from '#main/fill-world'
import { migrationsFolder, root } from '#main/folders'
import { openApp, openKernel } from '#main/app'
import { demoAccounts, demoPassword } from '#main/world/accounts'
import { readConfig } from '#platform/config/config'
import { openEmbedded } from '#platform/database/embedded'
import { migrate } from '#platform/database/migrate'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const chromiumPath = process.env.YIPANQI_TEST_CHROMIUM ?? '/usr/bin/chromium'
export const hasChromium = chromiumPath !== '' && existsSync(chromiumPath)
export const pictures = join(root, 'docs', 'images')

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
]

export interface View {
  readonly width: number
  readonly height: number
  readonly language?: 'zh' | 'en'
  readonly dark?: boolean
}

export const desktop: View = { width: 1440, height: 900 }
export const phone: View = { width: 390, height: 844 }

export interface Journey {
  readonly address: string
  /** A page of its own, signed in, as wide and dark as asked. */
  open(account: string | undefined, view?: View): Promise<Page>
  close(): Promise<void>
}

/** The real server with the full demonstration on a free port of loopback, and a real browser with a fresh profile. */
export async function openJourney(sampleSize: 'small' | 'full' = 'full'): Promise<Journey> {
  const config = readConfig({ YIPANQI_LOG: 'silent', YIPANQI_RATE_SESSION: '0', YIPANQI_RATE_VISITOR: '0' })
  if (!config.ok) throw new Error(config.error.join('\n'))
  const source = await openEmbedded()
  await migrate(source, migrationsFolder)
  await fillWorld(source, { sampleSize })
  const app = await openApp(await openKernel(source), config.value, demoAccounts)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags })
  const contexts: BrowserContext[] = []
  return {
    address,
    async open(account, view = desktop) {
      const context = await browser.newContext({
        viewport: { width: view.width, height: view.height },
        colorScheme: view.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        baseURL: address,
        timezoneId: 'Asia/Shanghai',
        locale: view.language === 'en' ? 'en-GB' : 'zh-CN',
      })
      contexts.push(context)
      if (account) {
        const reply = await context.request.post('/api/session', {
          data: { account, password: demoPassword },
          headers: { 'x-yipanqi': 'journey' },
        })
        if (!reply.ok()) throw new Error(`${account} could not sign in: ${await reply.text()}`)
      }
      if (view.language === 'en')
        await context.addInitScript(() => localStorage.setItem('yipanqi.language', '"en"'))
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      follow(page)
      return page
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
      await app.close()
      await source.close()
    },
  }
}

interface Traffic {
  readonly running: Set<Request>
  readonly faults: string[]
  quietSince: number
}

const traffic = new WeakMap<Page, Traffic>()

/** The one answer that is no fault: whoever is not signed in asks who they are, and is told. */
const isGreeting = (url: string, status: number) => status === 401 && url.endsWith('/api/session')

/** Notes what is on its way, and everything that goes wrong on the page without being seen. */
function follow(page: Page): void {
  const state: Traffic = { running: new Set(), faults: [], quietSince: Date.now() }
  traffic.set(page, state)
  const begin = (request: Request) => {
    // The stream of events never ends, so it is nothing to wait for.
    if (!request.url().endsWith('/api/events')) state.running.add(request)
  }
  const end = (request: Request) => {
    state.running.delete(request)
    state.quietSince = Date.now()
  }
  page.on('request', begin)
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  page.on('response', (response) => {
    const [url, status] = [response.url(), response.status()]
    if (status >= 400 && !isGreeting(url, status))
      state.faults.push(`${status} ${response.request().method()} ${url}`)
  })
  page.on('pageerror', (error) => state.faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // What the browser says of a refused request is told above, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      state.faults.push(`console: ${message.text()}`)
  })
}

/** What has gone wrong on the page since it was last asked: scripts, console, refused requests. */
export const faultsOf = (page: Page): string[] => traffic.get(page)?.faults.splice(0) ?? []

const quiet = 300

/** Waits until the page has nothing left to load, and its fonts and charts have been drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  const state = traffic.get(page)
  const until = Date.now() + 10_000
  const isBusy = async () =>
    !state ||
    state.running.size > 0 ||
    Date.now() - state.quietSince < quiet ||
    (await page.locator('.ant-skeleton, [aria-busy="true"]').count()) > 0
  while (Date.now() < until && (await isBusy())) await page.waitForTimeout(40)
  await page.evaluate(() => document.fonts.ready)
}

/** A picture for the documents. Made when it is missing or asked for, so that a test run leaves the tree as it was. */
export async function picture(page: Page, name: string): Promise<void> {
  const file = join(pictures, `${name}.png`)
  if (process.env.YIPANQI_PICTURES !== '1' && existsSync(file)) return
  mkdirSync(pictures, { recursive: true })
  await page.mouse.move(0, 0)
  await settled(page)
  // Panels slide and charts draw themselves: a picture is taken when they have arrived.
  await page.waitForTimeout(800)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
}

interface Violation {
  readonly id: string
  readonly impact?: string | null
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

/** What axe finds serious or critical on the page as it stands, as one line each. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: Violation[] }> }
    }
    return (await runner.run()).violations
  })
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`))
}

/** Whether the page is wider than its window: something is cut off or needs sideways scrolling. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
