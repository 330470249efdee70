import { LAMP_DIMENSIONS, MEASURES } from '#engine/lamps/lamp-table'
import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { invalidInput } from '#platform/records/refusals'
import type { LampRuleInput } from '../../contract'
import { lampRuleProblems } from '../../domain/lamp-rule-problems'

type Given = Readonly<Record<string, unknown>>

const asObject = (value: unknown): Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {}

const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const notUnderstood = (field: string, value: unknown, options: readonly string[]): Problem => ({
  field,
  code: 'not_an_option',
  value: shown(value ?? ''),
  says: text('不在可选范围内', 'is not one of the options'),
  mend: text(`可用：${options.join('、')}`, `One of ${options.join(', ')}.`),
})

/** One rule, or what is wrong with it; its fields are named with the dimension, since there are several. */
function ruleIn(value: unknown, index: number): { rule: LampRuleInput; problems: Problem[] } {
  const given = asObject(value)
  const rule = {
    dimension: textIn(given.dimension),
    measure: textIn(given.measure),
    bands: textIn(given.bands),
    exemptible: given.exemptible === true,
    source: textIn(given.source) || null,
  } as LampRuleInput
  if (!LAMP_DIMENSIONS.includes(rule.dimension))
    return { rule, problems: [notUnderstood(`rules.${index}.dimension`, given.dimension, LAMP_DIMENSIONS)] }
  if (!Object.hasOwn(MEASURES, rule.measure))
    return {
      rule,
      problems: [notUnderstood(`${rule.dimension}.measure`, given.measure, Object.keys(MEASURES))],
    }
  const problems = lampRuleProblems(rule)
  return { rule, problems: problems.map((one) => ({ ...one, field: `${rule.dimension}.${one.field}` })) }
}

const twice = (rules: readonly LampRuleInput[]): Problem[] =>
  rules
    .filter(({ dimension }, index) => rules.findIndex((one) => one.dimension === dimension) < index)
    .map(({ dimension }) => ({
      field: `${dimension}.dimension`,
      code: 'duplicate',
      value: dimension,
      says: text('同一方面有两条规则', 'has two rules'),
      mend: text('请只留一条', 'Keep one of them.'),
    }))

/** The rules of a request, or every problem at once. No rules are rules as well: the unit then has none of its own. */
export function rulesIn(body: Given): LampRuleInput[] {
  const list = Array.isArray(body.rules) ? body.rules.slice(0, 20) : undefined
  if (!list)
    throw invalidInput([
      {
        field: 'rules',
        code: 'required',
        value: shown(body.rules ?? ''),
        says: text('必填', 'is required'),
        mend: text('请给出规则列表', 'Send a list of rules.'),
      },
    ])
  const read = list.map(ruleIn)
  const rules = read.map(({ rule }) => rule)
  const problems = [...read.flatMap((one) => one.problems), ...twice(rules)]
  if (problems.length > 0) throw invalidInput(problems)
  return rules
}

export const unitIn = (value: unknown): string => textIn(value).slice(0, 60)

export const versionsIn = (value: unknown): Given => asObject(value)
