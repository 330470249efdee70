import { text } from '#engine/result/result'
import type { ScoreInput, ScoreItem, ScoreSheet } from '#engine/scores/score-sheet'

/** A number input whose Chinese name formulas use. */
const number = (code: string, [zh, en]: readonly [string, string], unit: string): ScoreInput => ({
  kind: 'number',
  code,
  name: text(zh, en),
  unit,
})

const choice = (code: string, zh: string, options: Readonly<Record<string, string>>): ScoreInput => ({
  kind: 'choice',
  code,
  name: text(zh, code),
  options: Object.entries(options).map(([option, name]) => ({ code: option, name: text(name, option) })),
})

type Rest = Partial<Omit<ScoreItem, 'code' | 'name' | 'kind' | 'by'>>

const item = (
  kind: ScoreItem['kind'],
  code: string,
  zh: string,
  by: ScoreItem['by'],
  rest: Rest = {},
): ScoreItem => ({
  code,
  name: text(zh, code),
  kind,
  by,
  ...rest,
})

/** A count of so much each, by the input of the same code. */
const each = (kind: ScoreItem['kind'], code: string, zh: string, marks: string, most?: number): ScoreItem =>
  item(kind, code, zh, { kind: 'count', input: code, each: marks, ...(most === undefined ? {} : { most }) })

/** Yan'an 2017, assessment of zone committees (https://paper.yanews.cn/yarb/20170619/html/content_20170619004006.htm). */
export const YANAN_2017: ScoreSheet = {
  code: 'yanan_2017',
  name: text('延安市2017年园区管委会项目考核', 'Yan’an 2017: zone committees'),
  inputs: [
    choice('class', '建设性质', { new: '新开工', carried_on: '续建' }),
    choice('type', '项目类型', { industry: '产业', livelihood: '民生', function: '功能' }),
    number('annual_plan', ['年度计划', 'Annual plan'], '亿元'),
    number('completed', ['累计完成', 'Completed'], '亿元'),
    number('provincial', ['省级考核项目', 'Assessed by the province'], '个'),
    number('production', ['投产', 'In production'], '个'),
    number('operation', ['运营', 'In operation'], '个'),
    number('big_months', ['单月投资超10亿元', 'Months above 1 billion'], '次'),
    number('joint_starts', ['集中开工', 'Joint starts'], '次'),
  ],
  groups: [
    {
      code: 'base',
      name: text('基本分', 'Base'),
      items: [
        item('score', 'class_marks', '建设性质', {
          kind: 'choice',
          input: 'class',
          marks: { new: '5', carried_on: '2' },
        }),
        item('score', 'size', '规模', {
          kind: 'bands',
          input: 'annual_plan',
          bands: [
            { below: '1', marks: '3' },
            { atLeast: '1', below: '5', marks: '6' },
            { atLeast: '5', below: '10', marks: '10' },
            { atLeast: '10', marks: '20' },
          ],
        }),
        item('score', 'type_marks', '类型', {
          kind: 'choice',
          input: 'type',
          marks: { industry: '15', livelihood: '8', function: '6' },
        }),
        item('score', 'progress', '进度', { kind: 'formula', formula: '60 × 累计完成 ÷ 年度计划' }),
      ],
    },
    {
      code: 'extra',
      name: text('加扣分', 'Bonus and deductions'),
      items: [
        each('bonus', 'provincial', '省级考核', '20', 1),
        each('bonus', 'production', '投产', '20', 1),
        each('bonus', 'operation', '运营', '10', 1),
        each('bonus', 'big_months', '单月投资超10亿元', '30'),
        each('bonus', 'joint_starts', '集中开工', '30', 4),
        item('deduction', 'criticism', '通报批评', { kind: 'manual' }, { floor: '-20' }),
      ],
    },
  ],
}

const ranked = (code: string, zh: string, input: string, marks: readonly string[]): ScoreItem =>
  item('score', code, zh, { kind: 'rank', input, marks }, { full: marks[0] ?? '0' })

/**
 * The 2020 city award sheet (https://taowenge.com/p-95420430.html), the parts whose rule is known. "+0.2 then +0.1 per
 * point" does not say when: after ten points here, which is ours.
 */
export const AWARD_2020: ScoreSheet = {
  code: 'award_2020',
  name: text('2020年重大项目评奖', 'City award 2020'),
  inputs: [
    number('rate', ['完成率', 'Completion rate'], '%'),
    number('half_year', ['半年完成率', 'Half-year completion'], '%'),
    number('amount', ['完成额', 'Amount completed'], '亿元'),
    number('high_tech', ['高技术占比', 'High-tech share'], '%'),
    number('not_entered', ['未及时入库', 'Not entered in time'], '个'),
  ],
  groups: [
    {
      code: 'plan',
      name: text('计划完成', 'Plan completion'),
      items: [
        item(
          'score',
          'annual',
          '年度计划',
          { kind: 'formula', formula: '25 + min(0, (完成率 - 100%) × 10)' },
          { full: '25' },
        ),
        item(
          'bonus',
          'over',
          '超额完成',
          { kind: 'formula', formula: 'max(0, min(完成率 - 100%, 10%)) × 20 + max(0, 完成率 - 110%) × 10' },
          { cap: '10' },
        ),
        ranked('half_year_rank', '半年排名', 'half_year', ['7', '5', '3']),
        ranked('size_rank', '规模排名', 'amount', ['5', '3', '1']),
        ranked('high_tech_rank', '高技术占比排名', 'high_tech', ['3', '2', '1']),
      ],
    },
    {
      code: 'entry',
      name: text('入库', 'Statistics entry'),
      items: [each('deduction', 'not_entered', '未及时入库', '-3')],
    },
    {
      code: 'management',
      name: text('管理', 'Management'),
      items: [item('score', 'management_marks', '日常管理', { kind: 'manual' }, { full: '15' })],
    },
  ],
}

/** An investment-promotion assessment (https://www.qianlima.com/bid-486863651.html); the weights 30, 20 and 50 are ours. */
export const INVESTMENT_PROMOTION: ScoreSheet = {
  code: 'investment_promotion',
  name: text('招商引资考核', 'Investment promotion'),
  full: '100',
  inputs: [
    number('outside', ['省外到位资金', 'Funds from other provinces'], '亿元'),
    number('outside_target', ['省外目标', 'Target, other provinces'], '亿元'),
    number('foreign', ['实际使用外资', 'Foreign investment'], '万美元'),
    number('foreign_target', ['外资目标', 'Target, foreign'], '万美元'),
    number('signed', ['签约数', 'Signed'], '个'),
    number('signed_target', ['签约目标', 'Target, signed'], '个'),
    number('signed_amount', ['签约额', 'Amount signed'], '亿元'),
    number('amount_target', ['签约额目标', 'Target, amount'], '亿元'),
    number('missing', ['规模项目缺数', 'Missing of the quota'], '个'),
    number('overdue', ['逾期未开工', 'Overdue starts'], '个'),
    number('falsified', ['弄虚作假', 'Falsified'], '个'),
  ],
  groups: [
    {
      code: 'funds',
      name: text('到位资金', 'Funds'),
      items: [
        item(
          'score',
          'outside_marks',
          '省外',
          { kind: 'formula', formula: '30 × 省外到位资金 ÷ 省外目标' },
          { full: '30' },
        ),
        item(
          'score',
          'foreign_marks',
          '外商',
          { kind: 'formula', formula: '20 × 实际使用外资 ÷ 外资目标' },
          { full: '20' },
        ),
      ],
    },
    {
      code: 'signing',
      name: text('签约', 'Signing'),
      items: [
        item(
          'score',
          'signed_marks',
          '签约',
          { kind: 'formula', formula: '50 × (签约数 ÷ 签约目标 × 50% + 签约额 ÷ 签约额目标 × 50%)' },
          { full: '50' },
        ),
      ],
    },
    {
      code: 'deductions',
      name: text('扣分', 'Deductions'),
      items: [
        each('deduction', 'missing', '规模项目缺数', '-0.1'),
        each('deduction', 'overdue', '逾期未开工', '-0.1'),
        each('deduction', 'falsified', '弄虚作假', '-0.2'),
      ],
    },
  ],
}
