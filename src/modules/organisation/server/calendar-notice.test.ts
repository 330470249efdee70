import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kernelActor, queries } from '#platform/database/database'
import {
  type Caller,
  databases,
  openTestServer,
  type Reply,
  type TestServer,
} from '#test/support/test-server'
import type { CalendarDay, CalendarReply, NoticeReply } from '../contract'
import { takeNotice } from './calendar-notice'
import { calendarDifference, noticeYearOf } from './calendar-notice-diff'

/** What the replies read here may hold. */
interface Said extends CalendarReply, Omit<NoticeReply, 'year' | 'problems'> {
  readonly code: string
  readonly problems: readonly {
    readonly field: string
    readonly line: number
    readonly says: { readonly zh: string }
  }[]
}
type Ask = (...asked: Parameters<Caller>) => Promise<Omit<Reply, 'body'> & { readonly body: Said }>

/** Made up: the notice of 2027 has not been published when this was written. */
const notice2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：2026年12月31日至2027年1月3日放假调休，共4天。
二、春节：2月6日（周六）至12日（周五）放假调休，共7天。2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

const day = (date: string, name: string, kind: CalendarDay['kind'] = 'holiday'): CalendarDay => ({
  date,
  kind,
  name,
})

describe('a notice takes away only days of its own year', () => {
  it.each([
    ['2027-01-01', '元旦', 2027],
    ['2026-12-31', '元旦', 2027],
    ['2026-12-31', '春节', 2026],
    ['2026-10-01', '国庆节', 2026],
  ])('%s %s comes with the notice of %i', (date, name, year) => {
    expect(noticeYearOf({ date, name })).toBe(year)
  })

  it('the end of December stays when the year is read again', () => {
    const stored = [day('2026-01-01', '元旦'), day('2026-05-01', '劳动节'), day('2026-12-31', '元旦')]
    const found = calendarDifference(stored, [day('2026-01-01', '元旦'), day('2026-05-02', '劳动节')], 2026)
    expect(found.removed).toEqual([day('2026-05-01', '劳动节')])
    expect(found.added).toEqual([day('2026-05-02', '劳动节')])
    expect(found.unchanged).toBe(1)
  })

  it('a holiday that is now worked is a change', () => {
    const [before, after] = [day('2026-10-10', '国庆节'), day('2026-10-10', '国庆节', 'makeup_workday')]
    expect(calendarDifference([before], [after], 2026).changed).toEqual([{ before, after }])
  })
})

describe.each(databases)('a year’s notice, on %s', (database) => {
  let server: TestServer
  let admin: Ask
  beforeAll(async () => {
    server = await openTestServer(database)
    admin = await server.as('guan')
  })
  afterAll(() => server.close())

  const take = (order: Record<string, unknown>, call: Ask = admin) =>
    call('POST', '/api/calendar/notice', { year: 2027, text: notice2027, ...order })
  const covered = async () => (await admin('GET', '/api/calendar?year=2027')).body.covered

  it('is read without being written unless it is said to be', async () => {
    const reply = await take({})
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ dry_run: true, changed: [], removed: [], unchanged: 0, problems: [] })
    expect(reply.body.added).toHaveLength(32)
    expect(await covered()).not.toContain(2027)
  })

  it('with a line that cannot be read is told by line, and nothing is written', async () => {
    const broken = notice2027.replace('6月9日（周三）放假，共1天', '6月9日（周四）放假，共1天')
    const tried = (await take({ text: broken })).body
    expect(tried.problems.map((one) => one.line)).toEqual([6])
    const reply = await take({ text: broken, dry_run: false })
    expect([reply.status, reply.body.code]).toEqual([422, 'notice_unreadable'])
    expect(reply.body.problems[0]?.says.zh).toMatch(/^第 6 行：/)
    expect(await covered()).not.toContain(2027)
  })

  it('of another year is refused', async () => {
    const reply = await take({ year: 2028, dry_run: false })
    expect(reply.body.code).toBe('notice_unreadable')
  })

  it('is written whole or not at all: when what follows fails, no day is kept', async () => {
    const order = { year: 2027, text: notice2027, dry_run: false }
    const failing = server.running.database.transaction(kernelActor, 'write', (tx) =>
      takeNotice(tx, server.running.kernel, {
        order,
        parts: { root: 'CN-HTZ', recompute: () => Promise.reject(new Error('no')) },
      }),
    )
    await expect(failing).rejects.toThrow('no')
    expect(await covered()).not.toContain(2027)
  })

  it('says how many reports moved, asked after its days are in the table', async () => {
    const order = { year: 2027, text: notice2027, dry_run: false }
    const counted: number[] = []
    const undone = server.running.database.transaction(kernelActor, 'write', async (tx) => {
      const reply = await takeNotice(tx, server.running.kernel, {
        order,
        parts: {
          root: 'CN-HTZ',
          async recompute(inside, { year }) {
            const days = queries()
              .selectFrom('calendar_day')
              .select('id')
              .where('date', '>=', `${year}-01-01`)
            counted.push((await inside.all(days)).length)
            return 3
          },
        },
      })
      counted.push(reply.moved ?? -1)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(counted).toEqual([31, 3])
  })

  it('is written in one go, the year is covered, and the same notice again changes nothing', async () => {
    const reply = await take({ dry_run: false })
    expect(reply.status).toBe(200)
    expect(reply.body.added).toHaveLength(32)
    const { body } = await admin('GET', '/api/calendar?year=2027')
    expect(body.covered).toContain(2027)
    expect(body.days).toHaveLength(31)
    const again = (await take({ dry_run: false })).body
    expect(again).toMatchObject({ added: [], changed: [], removed: [], unchanged: 32 })
  })

  it('corrected, changes and removes what differs, and leaves the December of its year alone', async () => {
    const corrected = notice2027
      .replace(
        '5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班',
        '5月1日（周六）至3日（周一）放假，共3天',
      )
      .replace('六、中秋节', '六、中秋佳节')
    const reply = await take({ text: corrected, dry_run: false })
    expect(reply.status).toBe(200)
    expect(reply.body.removed.map((one) => one.date)).toEqual(['2027-05-04', '2027-05-05', '2027-05-08'])
    expect(reply.body.changed).toEqual([
      { before: day('2027-09-15', '中秋节'), after: day('2027-09-15', '中秋佳节') },
    ])
    const now = (await admin('GET', '/api/calendar?year=2027')).body.days
    expect(now).toHaveLength(28)
    expect(now.find((one) => one.date === '2027-09-15')?.name).toBe('中秋佳节')
    const old = (await admin('GET', '/api/calendar?year=2026')).body.days
    expect(old.some((one) => one.date === '2026-12-31')).toBe(true)
  })

  it('is taken from the system administrator of the top unit only; everybody reads the calendar', async () => {
    const statistician: Ask = await server.as('tong')
    expect((await take({}, statistician)).status).toBe(403)
    expect((await take({ dry_run: false }, statistician)).status).toBe(403)
    const { status, body } = await statistician('GET', '/api/calendar?year=2026')
    expect([status, body.editable]).toEqual([200, false])
  })

  it.each([
    [{ year: '2027' }, ['year']],
    [{ year: 1999, text: '' }, ['year', 'text']],
    [{ text: 'x'.repeat(50_001) }, ['text']],
    [{ text: { toString: 1 } }, ['text']],
  ])('names what is wrong in the request (%#)', async (order, fields) => {
    const reply = await take(order)
    expect(reply.status).toBe(422)
    expect(reply.body.problems.map((one) => one.field)).toEqual(fields)
  })
})
