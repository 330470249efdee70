import { text } from '#engine/result/result'
import type { FieldKind } from './field'
import { type Problem, shown } from './problem'
import type { RecordType } from './record'
import { isLamp } from './record-clock'

/** Kinds whose values are few: by the others every row would be a group of its own. */
const groupedKinds: readonly FieldKind[] = ['choice', 'reference', 'boolean', 'period']

/** Whether rows can be grouped by this field: it says one of a few things of each, and is stored with it. */
export function isGroupable(record: RecordType, name: string): boolean {
  if (name === 'state') return record.lifecycle !== undefined
  if (name === 'unit_id') return record.scope === 'unit'
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  return field !== undefined && groupedKinds.includes(field.kind) && !isLamp(field)
}

/** What is wrong with the field that an address groups by; nothing where it names none. */
export function groupProblems(record: RecordType, name: string | undefined): Problem[] {
  if (!name || isGroupable(record, name)) return []
  const problem: Problem = {
    field: 'group',
    code: 'query',
    value: shown(name),
    says: text('不能按该字段分组', 'is not a field to group by'),
    mend: text(
      '可按单位、状态、选项、引用、是否或期间分组',
      'Group by unit, state, a choice, a reference, yes or no, or a period.',
    ),
  }
  return [problem]
}
