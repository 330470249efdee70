import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#main/world/accounts'
import { codeAt, stepAt } from '#platform/access/totp'
import {
  desktop,
  faultsOf,
  hasChromium,
  type Journey,
  openJourney,
  overflows,
  phone,
  seriousViolations,
  settled,
} from '#test/support/browser'

const chinese = {
  password: '当前密码',
  setUp: '启用二次验证',
  code: '验证码',
  confirm: '确认启用',
  wrong: '验证码不正确或已用过',
  kept: '已保存',
  inUse: /启用，剩余恢复码 10 个/,
  notInUse: '未启用：仅凭密码登录',
  account: '账号',
  signInPassword: '密码',
  signIn: '登录',
  asked: '还需要验证码',
  codeOrRecovery: '验证码或恢复码',
  off: '停用',
  end: /^结束：/,
  here: '本次登录',
}
const english: typeof chinese = {
  password: 'Present password',
  setUp: 'Set up a second factor',
  code: 'Code',
  confirm: 'Put it to use',
  wrong: 'The code is wrong or has been used',
  kept: 'I have kept them',
  inUse: /10 recovery codes left/,
  notInUse: 'Not in use: the password alone signs in',
  account: 'Account',
  signInPassword: 'Password',
  signIn: 'Sign in',
  asked: 'A code is needed as well',
  codeOrRecovery: 'Code, or a recovery code',
  off: 'Put it away',
  end: /^End：/,
  here: 'This session',
}

describe.skipIf(!hasChromium)('the second factor and open sessions in a browser', () => {
  let journey: Journey
  beforeAll(async () => {
    journey = await openJourney('small')
  })
  afterAll(() => journey.close())

  describe.each([
    ['中文 · desktop · light', desktop, chinese, 'zhu'],
    ['English · phone · dark', { ...phone, language: 'en', dark: true } as const, english, 'lz'],
  ])('%s', (_name, view, words, account) => {
    let page: Page
    let secret: string
    let spent: string
    let recovery: string[]
    beforeAll(async () => {
      page = await journey.open(account, view)
    })

    const clean = async () => {
      await settled(page)
      expect(await seriousViolations(page)).toEqual([])
      expect(await overflows(page)).toBe(false)
    }
    const refused = () => page.getByRole('alert').filter({ hasText: words.wrong })
    /** The panel of the second factor; the one of the password asks for the present one as well. */
    const panel = () => page.locator('section.panel, .panel').last()
    const field = (name: string) => panel().getByLabel(name, { exact: true })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const leave = async () => {
      await page.request.delete('/api/session', { headers: { 'x-yipanqi': 'journey' } })
      await page.goto('/sign-in')
    }
    const enter = async () => {
      await page.getByLabel(words.account, { exact: true }).fill(account)
      await page.getByLabel(words.signInPassword, { exact: true }).fill(demoPassword)
      await press(words.signIn)
      await page.getByRole('alert').filter({ hasText: words.asked }).waitFor()
    }
    const give = async (code: string) => {
      await page.getByLabel(words.codeOrRecovery).fill(code)
      await press(words.signIn)
    }

    it('another session is listed and ended, and is out at once', async () => {
      const other = await journey.open(account, view)
      await other.goto('/account')
      await page.goto('/account')
      await page.getByText(words.here).waitFor()
      await clean()
      await page.getByRole('button', { name: words.end }).click()
      await expect.poll(() => page.getByRole('button', { name: words.end }).count()).toBe(0)
      await other.goto('/account')
      await other.waitForURL(/sign-in/)
      expect(faultsOf(page)).toEqual([])
    })

    it('is set up on one’s own page by a scanned or typed secret; a wrong code is told there, in words', async () => {
      await field(words.password).fill(demoPassword)
      await press(words.setUp)
      await page.locator('svg.qr').waitFor()
      secret = (await page.locator('.enrolment code').innerText()).replace(/\s/g, '')
      expect(secret).toMatch(/^[A-Z2-7]{32}$/)
      await field(words.code).fill('000000')
      await press(words.confirm)
      await refused().waitFor()
      expect(new URL(page.url()).pathname).toBe('/account')
      await clean()
      await field(words.code).fill(codeAt(secret, stepAt(Date.now())))
      await press(words.confirm)
      const dialog = page.getByRole('dialog')
      await dialog.locator('.recovery-codes li').first().waitFor()
      recovery = await dialog.locator('.recovery-codes li').allInnerTexts()
      expect(recovery).toHaveLength(10)
      await clean()
      await press(words.kept)
      await page.getByText(words.inUse).waitFor()
      await clean()
    })

    it('is asked for at the next sign-in, where a wrong code is refused and the right one opens', async () => {
      await leave()
      await enter()
      await clean()
      await give('000000')
      await refused().waitFor()
      // The one after that which has put it to use: that one is spent.
      spent = codeAt(secret, stepAt(Date.now()) + 1)
      await give(spent)
      await page.waitForURL((url) => url.pathname !== '/sign-in')
    })

    it('refuses a code that has been used, and takes a recovery code instead', async () => {
      await leave()
      await enter()
      await give(spent)
      await refused().waitFor()
      await clean()
      await give(recovery[0] ?? '')
      await page.waitForURL((url) => url.pathname !== '/sign-in')
    })

    it('is put away again by a code', async () => {
      await page.goto('/account')
      await field(words.codeOrRecovery).fill(recovery[1] ?? '')
      await clean()
      await press(words.off)
      await page.getByText(words.notInUse).waitFor()
      faultsOf(page)
      await leave()
      await page.getByLabel(words.account, { exact: true }).fill(account)
      await page.getByLabel(words.signInPassword, { exact: true }).fill(demoPassword)
      await press(words.signIn)
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      expect(faultsOf(page)).toEqual([])
    })
  })
})
