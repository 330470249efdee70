import type { PlainDate } from '#engine/period/plain-date'
import type { Problem } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import type { NodeRow } from './plan-of'

const mend = text(
  '请改为今天或以后；补记过去的承诺，请在项目表单中填写',
  'Choose today or a later day. A promise of the past is written down on the project’s form.',
)

const problem = (value: string, says: Text): Problem => ({
  field: 'promised',
  code: 'rule',
  value,
  says,
  mend,
})

/**
 * Why a day cannot be promised anew: something was finished after it, or it has passed. A promise once given may lie in
 * the past, and the plan says how late it is; a new one may not.
 */
export function newPromiseProblems(
  promised: PlainDate,
  nodes: readonly Pick<NodeRow, 'name_zh' | 'actual_finish'>[],
  today: PlainDate,
): Problem[] {
  const [last] = nodes
    .flatMap(({ name_zh: name, actual_finish: on }) => (on !== null && on > promised ? [{ name, on }] : []))
    .sort((a, b) => (a.on > b.on ? -1 : 1))
  if (last)
    return [
      problem(
        promised,
        text(
          `节点“${last.name}”到 ${last.on} 才完成，不能承诺 ${promised} 竣工`,
          `“${last.name}” was finished on ${last.on}, after the promised ${promised}`,
        ),
      ),
    ]
  if (promised >= today) return []
  return [problem(promised, text(`承诺竣工日 ${promised} 已过`, `The promised day ${promised} has passed`))]
}
