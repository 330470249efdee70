import type { RowRule } from '#engine/records/record'
import { text } from '#engine/result/result'

/** The days of a project in the order in which they can happen. */
const steps = [
  ['signed_on', '签约', 'signing'],
  ['started_on', '开工', 'start'],
  ['completed_on', '竣工', 'completion'],
  ['produced_on', '投产', 'production'],
  ['full_on', '达效', 'full capacity'],
] as const

/** No step lies before an earlier one: a project cannot be completed before it was started. */
export const stepsInOrder: readonly RowRule[] = steps.slice(1).flatMap(([later, laterZh, laterEn], index) =>
  steps.slice(0, index + 1).map(([earlier, zh, en]) => ({
    name: `${earlier}_before_${later}`,
    fields: [later, earlier],
    says: text(`${laterZh}日期早于${zh}日期`, `The ${laterEn} lies before the ${en}`),
    mend: text('请核对两个日期', 'Check the two days.'),
    holds: (row) => {
      const [first, second] = [row[earlier], row[later]]
      return typeof first !== 'string' || typeof second !== 'string' || first <= second
    },
  })),
)

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** One coordinate alone is no place. */
export const placeInFull: RowRule = {
  name: 'place_in_full',
  fields: ['longitude', 'latitude'],
  says: text('经度和纬度只填了一个', 'Only one of longitude and latitude is filled in'),
  mend: text('请把两个都填上，或都留空', 'Fill in both, or neither.'),
  holds: ({ longitude, latitude }) => isFilled(longitude) === isFilled(latitude),
}
