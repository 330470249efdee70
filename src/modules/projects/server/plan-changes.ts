import { isPlainDate, type PlainDate } from '#engine/period/plain-date'
import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { PlanChange } from '#engine/schedules/what-if'
import { invalidInput } from '#platform/records/refusals'

/** More changes than anybody tries at once: a request must not be a way to keep the server busy. */
const most = 200

const problem = (field: string, mend: readonly [string, string], value?: unknown): Problem => ({
  field,
  code: 'query',
  value: shown(value ?? ''),
  says: text('无法理解', 'cannot be understood'),
  mend: text(...mend),
})

type Given = Readonly<Record<string, unknown>>

const day = (field: string, value: unknown): PlainDate => {
  if (isPlainDate(value)) return value
  throw invalidInput([problem(field, ['请写成 2026-03-05', 'Write it like 2026-03-05.'], value)])
}

function nodeChange(node: string, given: Given): PlanChange | undefined {
  if (given.start !== undefined) return { kind: 'move_node', node, start: day('start', given.start) }
  if (given.finish !== undefined) return { kind: 'move_finish', node, finish: day('finish', given.finish) }
  if (typeof given.duration === 'number') return { kind: 'set_duration', node, duration: given.duration }
  return undefined
}

function changeOf(given: unknown): PlanChange {
  const change = (typeof given === 'object' && given !== null ? given : {}) as Given
  if (change.promised !== undefined)
    return { kind: 'set_promised', promised: day('promised', change.promised) }
  const read = typeof change.node === 'string' ? nodeChange(change.node, change) : undefined
  if (read) return read
  throw invalidInput([
    problem('changes', [
      '每项改动写明节点和开始、完成或时长，或写新的承诺竣工日',
      'Each change names a node and its start, finish or duration, or a new promised day.',
    ]),
  ])
}

/** Changes to try, as they are sent; what cannot be understood is refused whole. */
export function changesIn(body: Given): PlanChange[] {
  const { changes } = body
  if (Array.isArray(changes) && changes.length > 0 && changes.length <= most) return changes.map(changeOf)
  throw invalidInput([
    problem('changes', [`请写 1 至 ${most} 项改动`, `Send between 1 and ${most} changes.`]),
  ])
}
