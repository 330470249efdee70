import { describe, expect, test } from 'vitest'
import { noticeYear, parseHolidayNotice } from '#engine/calendar/parse-holiday-notice'
import { parseCalendarCsv, parseCalendarText } from '#engine/calendar/parse-calendar-csv'
import { chinaCalendarRows } from '#engine/calendar/china-calendar'

const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
国务院办公厅
2025年11月4日`

const NOTICE_2024 = `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`

const NOTICE_2023 = `一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`

const plain = (rows: readonly { date: string; kind: string }[]) =>
  rows.map(({ date, kind }) => `${date} ${kind}`)
const shipped = (from: string, to: string) =>
  chinaCalendarRows().filter(({ date }) => date >= from && date <= to)
const messages = (text: string, year = 2026) =>
  parseHolidayNotice(text, year).problems.map(({ line, message }) => `${line} ${message.zh}`)

describe('a State Council notice becomes the calendar of its year', () => {
  test('2026: every day as shipped, none else', () => {
    const { rows, problems } = parseHolidayNotice(NOTICE_2026, 2026)
    expect(problems).toEqual([])
    expect(plain(rows)).toEqual(plain(shipped('2026-01-01', '2026-12-31')))
    expect(rows.find(({ date }) => date === '2026-02-28')?.name).toBe('春节')
  })

  test('2024: New Year’s Eve is advice to employers and stays a working day', () => {
    const { rows, problems } = parseHolidayNotice(NOTICE_2024, 2024)
    expect(problems).toEqual([])
    expect(rows.some(({ date }) => date === '2024-02-09')).toBe(false)
    // The shipped table also marks the weekends beside 1 January and 10 June; they are off anyway.
    const known = new Set(plain(shipped('2023-12-30', '2024-12-31')))
    for (const row of plain(rows)) expect(known).toContain(row)
    expect(rows.filter(({ kind }) => kind === 'makeup_workday')).toHaveLength(8)
  })

  test('2023: a holiday that begins in December of the year before, and one that covers two festivals', () => {
    const { rows, problems } = parseHolidayNotice(NOTICE_2023, 2023)
    expect(problems).toEqual([])
    expect(plain(rows)).toEqual(plain(shipped('2022-12-31', '2023-12-31')))
  })

  test('pasted without line breaks, or with half-width signs, it reads the same', () => {
    const expected = parseHolidayNotice(NOTICE_2026, 2026).rows
    expect(parseHolidayNotice(NOTICE_2026.replaceAll('\n', ''), 2026).rows).toEqual(expected)
    expect(parseHolidayNotice(NOTICE_2026.normalize('NFKC').replaceAll('周', '星期'), 2026).rows).toEqual(
      expected,
    )
  })

  test('"4月5日放假，4月6日（星期一）补休": the day in lieu is off too', () => {
    const { rows } = parseHolidayNotice('三、清明节：4月5日放假，4月6日（星期一）补休。', 2015)
    expect(plain(rows)).toEqual(['2015-04-05 holiday', '2015-04-06 holiday'])
  })
})

test('a notice says in its title which year it is for; one without a title says nothing', () => {
  expect(noticeYear(NOTICE_2026)).toBe(2026)
  expect(noticeYear(NOTICE_2024)).toBeUndefined()
})

describe('a day without a year belongs to the year of the notice', () => {
  test('"2018年12月30日至1月1日" in the notice of 2019', () => {
    const { rows } = parseHolidayNotice(
      '一、元旦：2018年12月30日至1月1日放假调休，共3天。2018年12月29日（星期六）上班。',
      2019,
    )
    expect(plain(rows)).toEqual(plain(shipped('2018-12-29', '2019-01-01')))
  })
})

describe('a notice that cannot be right is named by line, not guessed', () => {
  const one = (line: string) =>
    NOTICE_2026.replace('三、清明节：4月4日（周六）至6日（周一）放假，共3天。', line)
  test.each([
    [
      'a weekday that does not fit',
      '三、清明节：4月4日（周五）至6日（周一）放假，共3天。',
      '6 2026-04-04不是所写的星期，请核对年份',
    ],
    ['a count that does not fit', '三、清明节：4月4日至6日放假，共4天。', '6 写明共4天，实为3天'],
    ['a day that does not exist', '三、清明节：4月4日至6日放假，共3天。4月31日上班。', '6 没有这样的日期'],
    ['an end before its start', '三、清明节：4月4日放假。4月26日至6日放假。', '6 没有这样的日期'],
    ['days without a verb', '三、清明节：4月4日放假。4月5日、4月6日。', '6 未写明是放假还是上班'],
    [
      'a make-up day on a weekday',
      '三、清明节：4月4日放假。4月7日上班。',
      '6 2026-04-07本来就是工作日，不能调休上班',
    ],
    ['a day both off and worked', '三、清明节：4月4日放假。4月4日上班。', '6 2026-04-04既写放假又写上班'],
    [
      'a span longer than any holiday',
      '三、清明节：4月4日放假。4月6日至12月30日放假。',
      '6 超过 16 天，不会是一个假期，请核对结束日期',
    ],
    ['a festival left out', '', '0 缺少清明的安排，通知可能不完整'],
  ])('%s', (_name, line, problem) => {
    expect(messages(one(line))).toEqual([problem])
  })

  test('the notice of another year', () => {
    expect(messages(NOTICE_2026, 2027)[0]).toBe('1 这是2026年的通知，不是2027年的')
  })

  test('text that is no notice', () => {
    expect(messages('')).toEqual(['0 没有读到放假或上班的日期，这不是放假通知'])
    expect(messages('今天天气很好')).toEqual(['0 没有读到放假或上班的日期，这不是放假通知'])
  })

  test('numbers of items are no part of a holiday’s name, whatever sign follows them', () => {
    const { rows, problems } = parseHolidayNotice(NOTICE_2026.replaceAll('、', ','), 2026)
    expect(problems).toEqual([])
    expect(rows).toEqual(parseHolidayNotice(NOTICE_2026, 2026).rows)
  })

  // What takes the square of its length would not be done before the test is given up.
  test('hostile text takes no longer than its length', () => {
    for (const piece of ['一', '1日(', '1月1日x', '一、a:'])
      expect(parseHolidayNotice(piece.repeat(30_000), 2026).problems.length).toBeGreaterThan(0)
  })
})

describe('rows of date, kind, name', () => {
  test('are read with a heading, a byte-order mark, Chinese kinds and blank lines', () => {
    const csv =
      '\uFEFFdate,kind,name\r\n2027-01-01,holiday,元旦\r\n\r\n2026-12-31,放假,元旦\n2027-01-03,上班,"元旦"\n'
    const { rows, problems } = parseCalendarText(csv, 2027)
    expect(problems).toEqual([])
    expect(plain(rows)).toEqual(['2026-12-31 holiday', '2027-01-01 holiday', '2027-01-03 makeup_workday'])
  })

  test('name every bad line and keep the good ones', () => {
    const csv =
      '2027-02-29,holiday,春节\n2027-01-01,off,元旦\n2027-01-01,constructor,元旦\n2026-11-01,holiday,元旦\n2027-01-01,holiday,\n2027-01-01,holiday,元旦\n2027-01-01,上班,元旦'
    const { rows, problems } = parseCalendarCsv(csv, 2027)
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 7])
    expect(plain(rows)).toEqual(['2027-01-01 holiday'])
  })

  test('are told apart from the text of a notice', () => {
    expect(parseCalendarText(NOTICE_2026, 2026).rows).toHaveLength(39)
  })
})
