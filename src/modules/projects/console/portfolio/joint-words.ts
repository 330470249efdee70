import { readableQuantity } from '#engine/quantity/format-quantity'
import { isKnown, type Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import type { JointTotals } from '../../domain/joint-totals'

export const jointWords = {
  title: text('同批项目', 'Projects of the batch'),
  none: text('还没有列入项目', 'No project is in it yet'),
  noneWhat: text(
    '编辑批次，选入同批开工的项目。',
    'Edit the batch and choose the projects started together.',
  ),
  project: text('项目', 'Project'),
  category: text('类别', 'Category'),
  state: text('状态', 'State'),
  promised: text('承诺竣工', 'Promised'),
  investment: text('总投资（亿元）', 'Investment (100 million yuan)'),
  ledger: text('台账合计', 'Ledger total'),
  published: text('公布总投资', 'Investment published'),
  hidden: text('另有项目不在您的查看范围内', 'Some of its projects are not yours to see'),
}

/** 6 项中 5 项已知. */
export const knownOf = ({ known, of }: Pick<JointTotals, 'known' | 'of'>): Text =>
  known === of
    ? text(`${of} 项均已知`, `all ${of} known`)
    : text(`${of} 项中 ${known} 项已知`, `${known} of ${of} known`)

/** An amount in 亿元 as each language speaks of it. */
const amountWords = (amount: Quantity): Text =>
  text(
    readableQuantity(amount, { unit: '亿元', language: 'zh' }),
    readableQuantity(amount, { unit: '亿元', language: 'en' }),
  )

/** The published figure beside the ledger's, in one sentence that says no more than is known. */
export function differenceWords(
  difference: Quantity,
  { known, of }: Pick<JointTotals, 'known' | 'of'>,
): Text | null {
  if (!isKnown(difference)) return null
  const isLess = difference.value.startsWith('-')
  const by = amountWords({ ...difference, value: difference.value.replace(/^-/, '') })
  const missing = of - known
  const because =
    missing > 0
      ? text(`；尚有 ${missing} 项总投资未填`, `; of ${missing} the investment has not been filled in`)
      : text('', '')
  if (difference.value === '0')
    return text(`与公布数一致${because.zh}。`, `The same as the published figure${because.en}.`)
  return isLess
    ? text(
        `公布数比台账已知合计少${by.zh}${because.zh}。`,
        `The published figure is ${by.en} less than what is known of the ledger${because.en}.`,
      )
    : text(
        `公布数比台账已知合计多${by.zh}${because.zh}。`,
        `The published figure is ${by.en} more than what is known of the ledger${because.en}.`,
      )
}

export const withdrawnWords = (count: number): Text =>
  text(
    `另有 ${count} 项已退库，不计入合计。`,
    `${count} more ${count === 1 ? 'has' : 'have'} been withdrawn and ${count === 1 ? 'is' : 'are'} not counted.`,
  )
