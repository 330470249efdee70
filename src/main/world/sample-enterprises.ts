import { isCreditCode } from '#modules/enterprises/domain/credit-code'
import { randomStream, seedOf } from './random'
import type { SampleSize } from './sample-size'
import type { SeedRow } from './world'

const brands = ['星图', '恒芯', '云桥', '绿源', '精瑞', '博远', '智汇', '华拓']
const trades = [
  { zh: '智能装备', section: 'C' },
  { zh: '集成电路', section: 'C' },
  { zh: '软件科技', section: 'I' },
  { zh: '生物技术', section: 'M' },
  { zh: '新能源材料', section: 'C' },
]

const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** A code with a fitting check sign that no register will ever give: division 999999 does not exist. */
function madeUpCode(serial: number): string {
  const stem = `91999999${String(serial).padStart(8, '0')}X`
  return signs.map((sign) => stem + sign).find(isCreditCode) ?? stem
}

/** Four made-up enterprises a park. */
export function sampleEnterprises(size: SampleSize): SeedRow[] {
  return size.parks.flatMap((park, place) =>
    Array.from({ length: 4 }, (_, index): SeedRow => {
      const serial = place * 4 + index + 1
      const random = randomStream(seedOf('enterprise', park.code, String(index)))
      const trade = trades[serial % trades.length] ?? { zh: '科技', section: 'other' }
      return {
        id: `sample-enterprise-${serial}`,
        unit_id: park.code,
        sample: true,
        credit_code: madeUpCode(serial),
        name_zh: `示范${brands[(serial * 3) % brands.length] ?? ''}${trade.zh}有限公司（${park.zh}）`,
        section: trade.section,
        registered_on: `20${String(10 + Math.floor(random() * 14))}-0${1 + Math.floor(random() * 9)}-15`,
        capital: String(100 * (1 + Math.floor(random() * 80))),
        employees: 20 + Math.floor(random() * 900),
        high_tech_until: random() > 0.4 ? '2027-12-31' : null,
        address: `${park.zh}示范路 ${serial} 号`,
      }
    }),
  )
}
