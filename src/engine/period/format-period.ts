import { grainOf, type Grain, type PeriodId } from '#engine/period/period'
import { text, type Text } from '#engine/result/result'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const QUARTERS = ['一', '二', '三', '四'] as const

const WORDING: Readonly<Record<Grain, (year: string, id: string) => Text>> = {
  year: (year) => text(`${year}年`, year),
  half_year: (year, id) => text(`${year}年${id[6] === '1' ? '上' : '下'}半年`, `${id.slice(5)} ${year}`),
  quarter: (year, id) => text(`${year}年${QUARTERS[Number(id[6]) - 1]}季度`, `${id.slice(5)} ${year}`),
  month: (year, id) => text(`${year}年${Number(id.slice(5))}月`, `${monthName(id)} ${year}`),
  date: (year, id) =>
    text(
      `${year}年${Number(id.slice(5, 7))}月${Number(id.slice(8))}日`,
      `${Number(id.slice(8))} ${monthName(id)} ${year}`,
    ),
}

/** The period in words: 2022年3月 / Mar 2022, 2022年一季度 / Q1 2022, 2022年上半年 / H1 2022, 2022年3月15日 / 15 Mar 2022. */
export const formatPeriod = (id: PeriodId): Text => WORDING[grainOf(id)](id.slice(0, 4), id)

const monthName = (id: string): string => MONTHS[Number(id.slice(5, 7)) - 1] ?? ''
