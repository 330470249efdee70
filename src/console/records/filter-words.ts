import type { Filter, Operator } from '#engine/records/list-query'
import type { Field } from '#engine/records/field'
import { text, type Text } from '#engine/result/result'
import { fieldWords, unitWords, type WordsContext } from './field-words'

const operators: Readonly<Record<Operator, Text>> = {
  eq: text('是', 'is'),
  ne: text('不是', 'is not'),
  in: text('是', 'is'),
  gt: text('大于', 'above'),
  gte: text('不小于', 'at least'),
  lt: text('小于', 'below'),
  lte: text('不大于', 'at most'),
  contains: text('含', 'contains'),
  empty: text('未填', 'is empty'),
}

const dateOperators: Partial<Record<Operator, Text>> = {
  gt: text('晚于', 'after'),
  gte: text('不早于', 'from'),
  lt: text('早于', 'before'),
  lte: text('不晚于', 'until'),
}

const filled = text('已填', 'is filled')
const isTime = (field: Field) => ['date', 'instant', 'period'].includes(field.kind)

/** A filter as a sentence: 总投资不小于 1 亿元. */
export function filterWords(field: Field, filter: Filter, context: WordsContext): string {
  const { language } = context
  const label = field.label[language]
  if (filter.op === 'empty')
    return `${label} ${(filter.values[0] === false ? filled : operators.empty)[language]}`
  const verb = (isTime(field) ? dateOperators[filter.op] : undefined) ?? operators[filter.op]
  const values = filter.values.map((value) => fieldWords(field, value, context))
  const unit = unitWords(field, language)
  return `${label} ${verb[language]} ${values.join(language === 'zh' ? '、' : ' or ')}${unit ? ` ${unit}` : ''}`
}
